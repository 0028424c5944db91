import ApusCore
import ApusModel

/// What generated code calls an API's types, for those who explain them.
public struct TypeNames {
  private let spelling: TypeSpelling
  private var types: [TypeIdentifier: SwiftType] = [:]

  /// The names of an API's types, as its files have them.
  public init(of api: API, style: SwiftStyle) {
    let named = SwiftAPI(naming: api, style: style)
    spelling = named.spelling
    add(named.types + named.services.flatMap(\.operations).flatMap(\.types))
  }

  private mutating func add(_ types: [SwiftType]) {
    for type in types {
      self.types[type.identifier] = type
      add(type.nested)
    }
  }

  /// The declaration of a type as one line: `struct Pet`; nil if there is no such type.
  public func declaration(of identifier: TypeIdentifier) -> String? {
    guard let type = types[identifier] else { return nil }
    let name = type.qualifiedName.text
    switch type.content {
    case .object, .tuple: return "struct \(name)"
    case .union(_, let union): return (union.isIndirect ? "indirect enum " : "enum ") + name
    case .enumeration(_, let enumeration):
      return (enumeration.isOpen ? "struct " : "enum ") + name
    case .alias(let shape): return "typealias \(name) = \(self.type(of: shape))"
    }
  }

  /// The cases of a union, in the order of its branches: `cat(Cat)`; empty for other types.
  public func cases(of identifier: TypeIdentifier) -> [String] {
    guard let type = types[identifier], case .union(let cases, _) = type.content else { return [] }
    let inner = spelling.inside(type.qualifiedName)
    return cases.map { "\($0.name.afterDot.text)(\(Self.text(of: inner.type(of: $0.shape))))" }
  }

  /// The properties of a struct, or the listed values of an enumeration, each with what it is called
  /// in the document, and what in Swift; empty for other types.
  public func members(of identifier: TypeIdentifier) -> [(wireName: JSON, declaration: String)] {
    guard let type = types[identifier] else { return [] }
    switch type.content {
    case .object(let object):
      let inner = spelling.inside(type.qualifiedName)
      return object.properties.map { property in
        (
          .string(property.wireName),
          "\(property.name.text): \(Self.text(of: inner.type(of: property)))"
        )
      }
    case .enumeration(let values, _): return values.map { ($0.value.json, $0.name.text) }
    case .tuple, .union, .alias: return []
    }
  }

  /// The type of a shape, as it is written at the top level.
  public func type(of shape: Shape) -> String {
    Self.text(of: spelling.type(of: shape))
  }

  private static func text(of code: Code) -> String {
    String(decoding: Layout.text(of: code).dropLast(), as: UTF8.self)
  }
}
