import ApusCore
import ApusModel

/// Spells values without parts as expressions of scalar types.
enum ScalarLiteral {
  /// The expression of a value; nil if it is none of the type's.
  static func code(for value: JSON, of scalar: Scalar) -> Code? {
    switch (scalar, value) {
    case (.string, .string(let text)): .string(text)
    case (.boolean, .boolean(let truth)): truth ? "true" : "false"
    case (.integer, .number(let number)): whole(number)
    case (.anyInteger, .number(let number)): JSONLiteral.code(for: number)
    case (.number, .number(let number)): fraction(number)
    case (.formatted(let format), .number(let number)):
      format.type.flatMap { code(for: number, ofTypeNamed: $0.name) }
    case (.formatted(let format), .string(let text)): code(for: text, of: format)
    default: nil
    }
  }

  /// A text that a type of its own is made from: nil where the text has not the format.
  private static func code(for text: String, of format: Format) -> Code? {
    guard let type = format.type,
      ["CalendarDate", "Data", "Date", "URL", "UUID"].contains(type.name),
      Schema(.type(.string), .format(format)).violations(in: JSON.string(text).json).isEmpty
    else { return nil }
    return ".init(documented: \(Code.string(text)))"
  }

  private static func code(for number: JSONNumber, ofTypeNamed name: String) -> Code? {
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

  private static func fraction(_ number: JSONNumber) -> Code? {
    guard number.double != nil else { return nil }
    return whole(number) ?? Code.number(number.text)
  }

  private static func whole<Integer: FixedWidthInteger>(
    _ number: JSONNumber, in type: Integer.Type
  ) -> Code? {
    number.int64.flatMap { Integer(exactly: $0) } == nil ? nil : whole(number)
  }

  private static func whole(_ number: JSONNumber) -> Code? {
    number.int64.flatMap { Int(exactly: $0) }.map(Code.integer)
  }
}
