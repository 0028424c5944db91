import ApusCore

/// Spells JSON values as Swift literals that the runtime's `JSON` takes.
enum JSONLiteral {
  /// An expression whose value is `json`, where a `JSON` is asked for.
  static func code(for json: JSON) -> Code {
    switch json {
    case .null: "nil"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): code(for: number)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(code))
    case .object(let members): code(for: members)
    }
  }

  private static func code(for members: [String: JSON]) -> Code {
    let sorted = members.sorted { $0.key < $1.key }
    let pairs = sorted.map { name, value -> Code in "\(Code.string(name)): \(code(for: value))" }
    return pairs.isEmpty ? "[:]" : .array(pairs)
  }

  /// A number literal where Swift reads it without rounding, else the text itself.
  static func code(for number: JSONNumber) -> Code {
    if let integer = number.int64, let value = Int(exactly: integer), number.text == String(value) {
      return .integer(value)
    }
    if number.text.utf8.count <= 15, let literal = Code.number(number.text) { return literal }
    return ".exactly(\(Code.string(number.text)))"
  }
}
