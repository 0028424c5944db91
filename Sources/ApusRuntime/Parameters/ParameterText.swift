/// The text of a parameter in a request, before it is known what it should be.
struct ParameterText: Sendable {
  /// The text as one value; `nil` where several were given.
  var scalar: String?
  /// The text as a list of values.
  var elements: [String]

  /// What the text can mean, the likeliest first: text is text before it is a number or a truth
  /// value, and one value before it is a list of one. The document's rules choose among them.
  var candidates: [JSON] {
    let literals = elements.map { Self.literal($0) ?? .string($0) }
    let scalars = [scalar.map(JSON.string), scalar.flatMap(Self.literal)].compactMap(\.self)
    return scalars + [.array(elements.map(JSON.string)), .array(literals)]
  }

  /// The number, truth value or null that the text is as JSON.
  private static func literal(_ text: String) -> JSON? {
    switch text {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "null": .null
    default: JSONNumber(text).map(JSON.number)
    }
  }
}

/// A parameter as a request has it.
enum SentParameter: Sendable {
  /// It is not there.
  case absent
  /// Its percent-encoding is broken, or its bytes are not UTF-8.
  case broken(String)
  /// It is there.
  case text(ParameterText)

  /// What was read of a text, if it could be.
  init(_ text: ParameterText?, of sent: Substring) {
    self = text.map(SentParameter.text) ?? .broken(String(sent))
  }
}
