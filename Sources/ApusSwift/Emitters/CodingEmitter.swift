import ApusModel

/// Writes how types are read from JSON and written as JSON: `Coding.swift`.
struct CodingEmitter {
  let spelling: TypeSpelling

  /// What one type and those inside it need; empty for what the runtime does by itself.
  func coding(of type: SwiftType) -> Code {
    let nested = type.nested.map(coding)
    let inner = CodingEmitter(spelling: spelling.inside(type.qualifiedName))
    switch type.content {
    case .object(let object): return .paragraphs([object.coding(of: type)] + nested)
    case .union(let cases, let shape):
      return .paragraphs([inner.union(type, cases, shape.discrimination)] + nested)
    case .enumeration, .alias: return .paragraphs(nested)
    }
  }
}

// Objects.
extension SwiftObject {
  fileprivate func coding(of type: SwiftType) -> Code {
    let reads = properties.map { property -> Code in
      "\(property.reference) = try object.\(property.entryPoint)(\(Code.string(property.wireName)))"
    }
    let writes = properties.map { property -> Code in
      "object.write(\(Code.string(property.wireName)), \(property.label)\(property.reference))"
    }
    let readsRest = additional.map { ["\($0.name) = try object.additionalProperties()"] as [Code] }
    let writesRest = additional.map { ["object.write(\($0.name))"] as [Code] }
    return """
      extension \(type.qualifiedName) {
        public init(from object: inout JSONObjectReader) throws {
          \(Code.lines(reads + (readsRest ?? [])))
        }

        public func write(to object: inout JSONObjectWriter) {
          \(Code.lines(writes + (writesRest ?? [])))
        }
      }
      """
  }
}

extension SwiftProperty {
  /// The property where a parameter is named `object`.
  fileprivate var reference: Code {
    name.text == "object" ? "self.\(name)" : .name(name)
  }

  /// What tells the writer that nil is null, and not an absent member.
  fileprivate var label: Code {
    if isRequired, case .nullable = shape { "nullable: " } else { .empty }
  }

  /// The function that reads the property.
  fileprivate var entryPoint: Code {
    isRequired ? "required" : "optional"
  }
}

// Unions.
extension CodingEmitter {
  private func union(
    _ type: SwiftType, _ cases: [SwiftCase], _ discrimination: Discrimination
  ) -> Code {
    let reads = cases.enumerated().map { index, alternative -> Code in
      let payload = spelling.type(of: alternative.shape)
      let pattern: Code = index + 1 < cases.count ? "case \(index)" : "default"
      let value = Code.list(["try \(payload)(from: json)"])
      return "\(pattern):\(Code.space(indenting: 2))self = .\(alternative.name.afterDot)\(value)"
    }
    let writes = cases.map { alternative -> Code in
      "case .\(alternative.name.afterDot)(let value): value.write(to: &json)"
    }
    return """
      extension \(type.qualifiedName) {
        public init(from json: JSONView) throws {
          switch try json.branch\(test(discrimination)) {
          \(Code.lines(reads))
          }
        }

        public func write(to json: inout JSONWriter) {
          switch self {
          \(Code.lines(writes))
          }
        }
      }
      """
  }

  /// The arguments of the runtime's test that tells the branches apart.
  private func test(_ discrimination: Discrimination) -> Code {
    switch discrimination {
    case .requiredProperties(let groups):
      let names = groups.map { "[\(Code.sequence($0.map(Code.string)))]" as Code }
      return .list(["requiring: [\(Code.sequence(names))]"])
    case .kinds, .trial:
      return "(of: Self.schema)"
    }
  }
}
