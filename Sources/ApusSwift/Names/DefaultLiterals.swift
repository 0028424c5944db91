import ApusCore
import ApusModel

/// Spells defaults of the document as expressions of the types that they are for.
struct DefaultLiterals {
  private let types: [TypeIdentifier: SwiftType]
  private let circles: DefaultCircles

  /// How many values may stand inside each other.
  private static let maximumDepth = 16

  /// - Parameter types: Every type that is mentioned, with those inside it.
  init(_ types: [SwiftType]) {
    self.types = Dictionary(
      types.flatMap(\.withNested).map { ($0.identifier, $0) },
      uniquingKeysWith: { first, _ in first })
    circles = DefaultCircles(self.types)
  }

  /// A property of a type by its name in the document.
  func property(_ name: String, of type: TypeIdentifier) -> SwiftProperty? {
    guard case .object(let object) = types[type]?.content else { return nil }
    return object.properties.first { $0.wireName == name }
  }

  /// The expression of a value where a type is known; nil if there is none.
  ///
  /// - Parameter depth: How many more types and values may be looked into.
  func literal(_ value: JSON, of shape: Shape, depth: Int = maximumDepth) -> Code? {
    guard depth > 0 else { return nil }
    switch (shape, value) {
    case (.scalar(let scalar), _): return ScalarLiteral.code(for: value, of: scalar)
    case (.nullable, .null): return "nil"
    case (.nullable(let inner), _): return literal(value, of: inner, depth: depth)
    case (.any, _): return JSONLiteral.code(for: value)
    case (.array(let element), .array(let values)):
      return literals(values, of: element, depth).map(Code.array)
    case (.dictionary(let element, let keys), .object(let members)):
      return dictionary(members, of: element, keys, depth)
    case (.reference(let identifier), _):
      return types[identifier].flatMap { literal(value, of: $0, depth: depth - 1) }
    default: return nil
    }
  }

  private func literal(_ value: JSON, of type: SwiftType, depth: Int) -> Code? {
    switch (type.content, value) {
    case (.enumeration(let values, _), _):
      values.first { $0.value.json == value }.map { ".\($0.name.afterDot)" }
    case (.alias(let shape), _): literal(value, of: shape, depth: depth)
    case (.object(let object), .object(let members)):
      structure(object, of: type.identifier, members, depth)
    case (.tuple(let tuple), .array(let elements)): self.tuple(tuple, elements, depth)
    case (.union(let cases, let union), _): alternative(of: cases, union, value, depth)
    default: nil
    }
  }

  private func literals(_ values: [JSON], of shape: Shape, _ depth: Int) -> [Code]? {
    let literals = values.compactMap { literal($0, of: shape, depth: depth - 1) }
    return literals.count == values.count ? literals : nil
  }

  private func dictionary(
    _ members: [String: JSON], of shape: Shape, _ keys: TypeIdentifier?, _ depth: Int
  ) -> Code? {
    guard !members.isEmpty else { return "[:]" }
    let sorted = members.sorted { $0.key < $1.key }
    let keys = keys.map(Shape.reference) ?? .scalar(.string)
    guard let names = literals(sorted.map { .string($0.key) }, of: keys, depth),
      let values = literals(sorted.map(\.value), of: shape, depth)
    else { return nil }
    return .array(zip(names, values).map { "\($0): \($1)" })
  }

  private func alternative(
    of cases: [SwiftCase], _ union: UnionShape, _ value: JSON, _ depth: Int
  ) -> Code? {
    guard let index = union.discrimination.branch(of: value), cases.indices.contains(index),
      let payload = literal(value, of: cases[index].shape, depth: depth - 1)
    else { return nil }
    return ".\(cases[index].name.afterDot)\(Code.list([payload]))"
  }
}

// Calls of initialisers.
extension DefaultLiterals {
  private func structure(
    _ object: SwiftObject, of type: TypeIdentifier, _ members: [String: JSON], _ depth: Int
  ) -> Code? {
    var rest = members
    var arguments: [Code] = []
    for property in object.inOrder {
      guard let value = rest.removeValue(forKey: property.wireName) else {
        guard property.isRequired else { continue }
        return nil
      }
      // Where a default stands in, nil can only be null.
      let isFilled = defaultLiteral(of: property, in: type, depth) != nil
      guard !object.marks(property),
        let argument = argument(value, for: property, isOptional: !isFilled, depth)
      else { return nil }
      arguments.append(argument)
    }
    guard !rest.isEmpty else { return ".init\(Code.list(arguments))" }
    guard let additional = object.additional,
      let members = argument(.object(rest), for: additional, isOptional: false, depth)
    else { return nil }
    return ".init\(Code.list(arguments + [members]))"
  }

  private func tuple(_ tuple: SwiftObject, _ elements: [JSON], _ depth: Int) -> Code? {
    guard elements.count >= tuple.properties.count(where: \.isRequired) else { return nil }
    var arguments: [Code] = []
    for (property, element) in zip(tuple.properties, elements) {
      guard let argument = argument(element, for: property, isOptional: true, depth) else {
        return nil
      }
      arguments.append(argument)
    }
    let rest = Array(elements.dropFirst(tuple.properties.count))
    guard !rest.isEmpty else { return ".init\(Code.list(arguments))" }
    guard let property = tuple.additional,
      let elements = argument(.array(rest), for: property, isOptional: false, depth)
    else { return nil }
    return ".init\(Code.list(arguments + [elements]))"
  }

  /// - Parameter isOptional: Whether the property may be absent, if it is not required.
  private func argument(
    _ value: JSON, for property: SwiftProperty, isOptional: Bool, _ depth: Int
  ) -> Code? {
    var literal: Code?
    if isOptional, !property.isRequired, case .nullable(let inner) = property.shape {
      // Such a property tells null from nothing.
      literal =
        value.isNull
        ? ".null"
        : self.literal(value, of: inner, depth: depth - 1).map { value -> Code in
          ".value\(Code.list([value]))"
        }
    } else {
      literal = self.literal(value, of: property.shape, depth: depth - 1)
    }
    return literal.map { value -> Code in "\(property.name.label): \(value)" }
  }

  /// The expression that stands in for a property that is absent.
  private func defaultLiteral(
    of property: SwiftProperty, in type: TypeIdentifier, _ depth: Int
  ) -> Code? {
    guard let value = property.documentedDefault, !property.isRequired,
      !circles.contain(property, of: type)
    else { return nil }
    return literal(value, of: property.shape, depth: depth)
  }

  /// A type with the defaults of its properties and of those of the types inside it.
  func filled(_ type: SwiftType) -> SwiftType {
    var type = type
    type.nested = type.nested.map(filled)
    switch type.content {
    case .object(let object): type.content = .object(filled(object, of: type.identifier))
    case .tuple(let tuple): type.content = .tuple(filled(tuple, of: type.identifier))
    case .union, .enumeration, .alias: break
    }
    return type
  }

  private func filled(_ object: SwiftObject, of type: TypeIdentifier) -> SwiftObject {
    var object = object
    for index in object.properties.indices {
      let property = object.properties[index]
      object.properties[index].defaultValue = defaultLiteral(
        of: property, in: type, Self.maximumDepth)
      if property.isRequired, let value = property.documentedInitial {
        object.properties[index].initialValue = literal(value, of: property.shape)
      }
    }
    return object
  }
}

extension SwiftType {
  /// The type and all those inside it.
  fileprivate var withNested: [SwiftType] { [self] + nested.flatMap(\.withNested) }
}
