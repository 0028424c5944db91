/// The value of a parameter as the styles see it: text, a list of texts, or named texts.
enum ParameterValue: Sendable {
  case scalar(String)
  case array([String])
  case object([(name: String, text: String)])

  /// The value of a JSON text; `nil` where it is none.
  init?(json bytes: [UInt8]) {
    guard let value = try? withJSON(bytes, { ParameterValue($0) }) else { return nil }
    self = value
  }

  private init(_ json: JSONView) {
    switch json.kind {
    case .array: self = .array(json.elements.map(Self.text))
    case .object: self = .object(json.members.map { ($0.name.string, Self.text(of: $0.value)) })
    case .null, .boolean, .number, .string: self = .scalar(Self.text(of: json))
    }
  }

  /// A string as it is, everything else as JSON writes it.
  private static func text(of json: JSONView) -> String {
    json.string ?? json.json.description
  }
}
