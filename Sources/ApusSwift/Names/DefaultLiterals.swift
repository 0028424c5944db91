import ApusCore
import ApusModel

/// Spells defaults of the document as expressions of the types that they are for.
struct DefaultLiterals {
  private let types: [TypeIdentifier: SwiftType]

  /// - Parameter types: Every type that is mentioned, with those inside it.
  init(_ types: [SwiftType]) {
    self.types = Dictionary(
      types.flatMap(\.withNested).map { ($0.identifier, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The expression of a value where a type is known; nil if there is no simple one.
  ///
  /// - Parameter depth: How many names of other types may be looked through.
  func literal(_ value: JSON, of shape: Shape, depth: Int = 16) -> Code? {
    guard depth > 0 else { return nil }
    switch (shape, value) {
    case (.scalar(let scalar), _): return literal(value, of: scalar)
    case (.nullable, .null): return "nil"
    case (.nullable(let inner), _): return literal(value, of: inner, depth: depth)
    case (.any, _): return JSONLiteral.code(for: value)
    case (.array(let element), .array(let values)):
      let literals = values.compactMap { literal($0, of: element, depth: depth) }
      return literals.count == values.count ? .array(literals) : nil
    case (.dictionary, .object(let members)): return members.isEmpty ? "[:]" : nil
    case (.reference(let identifier), _):
      return types[identifier].flatMap { literal(value, of: $0, depth: depth - 1) }
    default: return nil
    }
  }

  private func literal(_ value: JSON, of type: SwiftType, depth: Int) -> Code? {
    switch type.content {
    case .enumeration(let values, _):
      return values.first { $0.value.json == value }.map { ".\($0.name.afterDot)" }
    case .alias(let shape): return literal(value, of: shape, depth: depth)
    case .object(let object):
      let isEmpty = value.object?.isEmpty ?? false
      return isEmpty && !object.properties.contains(where: \.isRequired) ? ".init()" : nil
    case .union: return nil
    }
  }

  private func literal(_ value: JSON, of scalar: Scalar) -> Code? {
    switch (scalar, value) {
    case (.string, .string(let text)): .string(text)
    case (.boolean, .boolean(let truth)): truth ? "true" : "false"
    case (.integer, .number(let number)): whole(number)
    case (.number, .number(let number)): fraction(number)
    case (.formatted(let format), .number(let number)):
      format.type.flatMap { literal(number, ofTypeNamed: $0.name) }
    default: nil
    }
  }

  private func literal(_ number: JSONNumber, ofTypeNamed name: String) -> Code? {
    switch name {
    case "Int8": whole(number, in: Int8.self)
    case "Int16": whole(number, in: Int16.self)
    case "Int32": whole(number, in: Int32.self)
    case "Int64": whole(number)
    case "UInt8": whole(number, in: UInt8.self)
    case "UInt16": whole(number, in: UInt16.self)
    case "UInt32": whole(number, in: UInt32.self)
    case "UInt64": number.isNegative ? nil : whole(number)
    case "Double", "Float": fraction(number)
    case "JSONNumber": JSONLiteral.code(for: number)
    default: nil
    }
  }

  private func fraction(_ number: JSONNumber) -> Code? {
    guard number.double != nil else { return nil }
    return whole(number) ?? Code.number(number.text)
  }

  private func whole<Integer: FixedWidthInteger>(
    _ number: JSONNumber, in type: Integer.Type
  ) -> Code? {
    number.int64.flatMap { Integer(exactly: $0) } == nil ? nil : whole(number)
  }

  private func whole(_ number: JSONNumber) -> Code? {
    number.int64.flatMap { Int(exactly: $0) }.map(Code.integer)
  }
}

extension DefaultLiterals {
  /// A type with the defaults of its properties and of those of the types inside it.
  func filled(_ type: SwiftType) -> SwiftType {
    var type = type
    type.nested = type.nested.map(filled)
    guard case .object(var object) = type.content else { return type }
    for index in object.properties.indices {
      let property = object.properties[index]
      guard let value = property.documentedDefault, !property.isRequired, !property.isIndirect
      else { continue }
      object.properties[index].defaultValue = literal(value, of: property.shape)
    }
    type.content = .object(object)
    return type
  }
}

extension SwiftType {
  /// The type and all those inside it.
  fileprivate var withNested: [SwiftType] { [self] + nested.flatMap(\.withNested) }
}
