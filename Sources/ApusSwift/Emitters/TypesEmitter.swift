import ApusModel

/// Writes the declarations of types: `Types.swift`, and the types of operations.
struct TypesEmitter {
  let spelling: TypeSpelling

  /// One type and all that it holds.
  func declaration(of type: SwiftType) -> Code {
    let inner = TypesEmitter(spelling: spelling.inside(type.qualifiedName))
    let nested = Code.paragraphs(type.nested.map(inner.declaration))
    switch type.content {
    case .object(let object): return inner.structure(type, object, "JSONObject", nested)
    case .tuple(let elements): return inner.structure(type, elements, "JSONTuple", nested)
    case .union(let cases, let shape): return inner.union(type, cases, shape, nested)
    case .enumeration(let values, let shape):
      return EnumerationEmitter(type: type, values: values, shape: shape).declaration
    case .alias(let shape): return alias(type, shape)
    }
  }

  /// The declaration of the type that holds some declarations; these alone at the top level.
  func namespace(
    _ name: Identifier?, of document: String, holding declarations: Code
  ) -> Code {
    guard let name else { return declarations }
    let documentation = Code.documentation("What is generated from `\(document)`.")
    guard !declarations.isEmpty else {
      return """
        \(documentation)
        \(.access)nonisolated enum \(name) {}
        """
    }
    return """
      \(documentation)
      \(.access)nonisolated enum \(name) {
        \(declarations)
      }
      """
  }

  private func alias(_ type: SwiftType, _ shape: Shape) -> Code {
    """
    \(documentation(of: type))
    \(.access)typealias \(type.name) = \(spelling.type(of: shape))
    """
  }

  private func documentation(of type: SwiftType) -> Code {
    .documentation(type.documentation)
  }
}

// Unions.
extension TypesEmitter {
  private func union(
    _ type: SwiftType, _ cases: [SwiftCase], _ shape: UnionShape, _ nested: Code
  ) -> Code {
    let declarations = Code.lines(
      cases.map { alternative in
        """
        \(Code.documentation(alternative.label.sentence))
        case \(alternative.name)(\(spelling.type(of: alternative.shape)))
        """
      })
    let body = Code.paragraphs([declarations, nested])
    return """
      \(documentation(of: type))
      \(.access)\(shape.isIndirect ? "indirect enum" : "enum") \(type.name):\(Code.space(indenting: 2))JSONUnion\(Code.space()){
        \(body)
      }
      """
  }
}

extension Label {
  /// What tells an alternative from the others, as a sentence.
  fileprivate var sentence: String {
    switch self {
    case .name(let name): "The value is `\(name)`."
    case .required(let names):
      "The value has \(names.map { "`\($0)`" }.joined(separator: " and "))."
    case .possible(let name): "The value may have `\(name)`."
    case .kind(let kind): "The value is \(kind.noun)."
    case .array(let element): "The value is an array of \(element.plural)."
    case .body(let status): "The value is the body of a \(status)."
    case .part(_, let part): "The value is `\(part)`."
    case .index(let index): "The value matches alternative \(index) of the document."
    }
  }
}

extension Label {
  /// What several values are called.
  fileprivate var plural: String {
    switch self {
    case .kind(.null): "nulls"
    case .kind(let kind): "\(kind.rawValue)s"
    case .array(let element): "arrays of \(element.plural)"
    case .name(let name): "`\(name)` values"
    default: "values"
    }
  }
}

// Objects and tuples.
extension TypesEmitter {
  private func structure(
    _ type: SwiftType, _ object: SwiftObject, _ conformance: Code, _ nested: Code
  ) -> Code {
    let members = ObjectEmitter(spelling: spelling, object: object).members
    return """
      \(documentation(of: type))
      \(.access)struct \(type.name):\(Code.space(indenting: 2))\(conformance)\(Code.space()){
        \(Code.paragraphs([members, nested]))
      }
      """
  }
}
