/// The statuses that a documented response is for (OpenAPI 3.2.0, section 4.16).
public enum StatusKey: Hashable, Sendable {
  /// One status, from 100 to 599.
  case code(Int)
  /// All statuses that start with a digit from 1 to 5 and aren't documented by themselves.
  case range(Int)
  /// All statuses that aren't documented otherwise.
  case `default`
}

extension StatusKey: CustomStringConvertible {
  /// The key that a text spells, the letters of a range in either case.
  public init?(_ text: String) {
    if text == "default" {
      self = .default
      return
    }
    guard text.utf8.count == 3 else { return nil }
    if let code = Int(text) {
      guard (100...599).contains(code) else { return nil }
      self = .code(code)
      return
    }
    guard text.utf8.dropFirst().allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }),
      let digit = Int(text.prefix(1)), (1...5).contains(digit)
    else { return nil }
    self = .range(digit)
  }

  /// The key as the standard spells it, such as `404`, `4XX` or `default`.
  public var description: String {
    switch self {
    case .code(let code): String(code)
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }
}

extension ObjectFields {
  /// The responses of an operation, by status.
  mutating func responses() -> Entries<StatusKey, DocumentedResponse> {
    var responses: Entries<StatusKey, DocumentedResponse> = []
    if let value = value("responses") {
      context.forEachEntry(at: value, named: "responses", extensible: true) { text, place in
        guard let key = context.statusKey(text, at: place),
          let response = context.read(DocumentedResponse.self, at: place)
        else { return }
        responses.append(Entry(key: key, keySpan: place.nameSpan, value: response))
      }
    }
    if let field = place.member("responses") {
      if responses.isEmpty { context.warn("no response is documented", at: field.nameSpan) }
    } else if version == .v30 {
      reportMissing("responses")
    }
    return responses
  }
}

extension ReadingContext {
  fileprivate func statusKey(_ text: String, at place: Place) -> StatusKey? {
    guard let key = StatusKey(text) else {
      let message = "'\(text)' is no status: write a code such as '404', '4XX' or 'default'"
      warn("\(message); the response is left out", at: place.nameSpan)
      return nil
    }
    if key.description != text { warn("write '\(key)' for '\(text)'", at: place.nameSpan) }
    return key
  }
}
