import ApusModel

/// Writes how types are read from JSON and written as JSON: `Coding.swift`.
struct CodingEmitter {
  let spelling: TypeSpelling
  /// The names of schemas, by these schemas' places in the document.
  let names: [String: SchemaName]

  /// What one type and those inside it need; empty for what the runtime does by itself.
  func coding(of type: SwiftType) -> Code {
    let nested = type.nested.map(coding)
    let inner = CodingEmitter(
      spelling: spelling.extending(type.qualifiedName), names: names)
    switch type.content {
    case .object(let object):
      return .paragraphs([StructCoding(form: .object, type: type, parts: object).code] + nested)
    case .tuple(let elements):
      return .paragraphs([StructCoding(form: .array, type: type, parts: elements).code] + nested)
    case .union(let cases, let shape):
      return .paragraphs([inner.union(type, cases, shape)] + nested)
    case .enumeration, .alias: return .paragraphs(nested)
    }
  }
}

// Unions.
extension CodingEmitter {
  private func union(_ type: SwiftType, _ cases: [SwiftCase], _ shape: UnionShape) -> Code {
    let reads = cases.enumerated().map { index, alternative -> Code in
      let payload = spelling.type(of: alternative.shape)
      let pattern: Code = index + 1 < cases.count ? "case \(index)" : "default"
      let value = Code.list(["try \(payload)(from: json)"])
      let body: Code = "self = .\(alternative.name.afterDot)\(value)"
      return .switchCase(pattern, body, isLong: Self.isLong("\(pattern): \(body)"))
    }
    let writes = cases.map { alternative -> Code in
      "case .\(alternative.name.afterDot)(let value): value.write(to: &json)"
    }
    let tests = BranchesEmitter(names: names, scope: type.qualifiedName)
    return """
      extension \(type.qualifiedName) {
        private static let branches = UnionBranches\(tests.arguments(shape.discrimination, in: type.schema))

        \(.access)init(from json: JSONView) throws {
          switch try Self.branches.branch(of: json) {
          \(Code.lines(reads))
          }
        }

        \(.access)func write(to json: inout JSONWriter) {
          switch self {
          \(Code.lines(writes))
          }
        }
      }
      """
  }

  /// Whether a case does not fit on its line in a `switch`, in a function, in an extension.
  private static func isLong(_ choice: Code) -> Bool {
    Layout.text(of: choice).count + 3 > Layout.width
  }
}
