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
    case .object(let object): return .paragraphs([object.coding(of: type)] + nested)
    case .union(let cases, let shape):
      return .paragraphs([inner.union(type, cases, shape)] + nested)
    case .enumeration, .alias: return .paragraphs(nested)
    }
  }
}

// Objects.
extension SwiftObject {
  fileprivate func coding(of type: SwiftType) -> Code {
    let writes = properties.map { property -> Code in
      "object.write(\(Code.string(property.wireName)), \(property.label)\(property.reference))"
    }
    let writesRest = additional.map { ["object.write(\($0.name))"] as [Code] }
    return """
      extension \(type.qualifiedName) {
        \(marksAny ? Code.deprecation : .empty)
        \(.access)init(from object: inout JSONObjectReader) throws {
          \(reading)
        }

        \(marksAny ? Code.deprecation : .empty)
        \(.access)func write(to object: inout JSONObjectWriter) {
          \(Code.lines(writes + (writesRest ?? [])))
        }
      }
      """
  }
}

extension SwiftObject {
  /// What sets the properties.
  ///
  /// A wrapped property can be set before the whole value is only in the file that declares it: the
  /// initialiser there does it.
  private var reading: Code {
    let rest = additional.map { (property: $0, value: "try object.additionalProperties()" as Code) }
    guard properties.contains(where: \.isIndirect) else {
      let values = properties.map { (property: $0, value: $0.reading) } + [rest].compactMap(\.self)
      return .lines(values.map { "\($0.property.reference) = \($0.value)" })
    }
    let named = inOrder
    let values = named.map { (property: $0, value: $0.reading) } + [rest].compactMap(\.self)
    return "self.init\(Code.list(values.map { "\($0.property.name): \($0.value)" }))"
  }
}

extension SwiftProperty {
  /// The expression that reads the property.
  fileprivate var reading: Code { "try object.\(entryPoint)\(Code.list(arguments))" }

  /// The property where a parameter is named `object`.
  fileprivate var reference: Code {
    name.text == "object" ? "self.\(name)" : .name(name)
  }

  /// What tells the writer that nil is null, and not an absent member.
  fileprivate var label: Code {
    if isAlwaysThere, case .nullable = shape { "nullable: " } else { .empty }
  }

  /// The member's name, and what stands in for it.
  private var arguments: [Code] {
    let name = Code.string(wireName)
    return defaultValue.map { [name, "default: \($0)"] } ?? [name]
  }

  /// The function that reads the property.
  fileprivate var entryPoint: Code {
    isRequired ? "required" : "optional"
  }
}

// Unions.
extension CodingEmitter {
  private func union(_ type: SwiftType, _ cases: [SwiftCase], _ shape: UnionShape) -> Code {
    let reads = cases.enumerated().map { index, alternative -> Code in
      let payload = spelling.type(of: alternative.shape)
      let pattern: Code = index + 1 < cases.count ? "case \(index)" : "default"
      let value = Code.list(["try \(payload)(from: json)"])
      return "\(pattern):\(Code.space(indenting: 2))self = .\(alternative.name.afterDot)\(value)"
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
}
