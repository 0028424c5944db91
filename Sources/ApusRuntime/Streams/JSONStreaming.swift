/// How JSON texts follow each other in a stream.
public enum JSONStreaming: Sendable {
  /// One a line (JSON Lines, also called NDJSON).
  case lines
  /// Each behind a record separator (RFC 7464).
  case sequence

  /// A text as it is written.
  func bytes(of text: [UInt8]) -> [UInt8] {
    switch self {
    case .lines: text + [0x0A]
    case .sequence: [0x1E] + text + [0x0A]
    }
  }

  /// Whether an element of a sequence is a JSON text to whose end it came: the end of a number or of a
  /// word is known only by the blank behind it (RFC 7464, section 2.4).
  static func isWhole(_ element: [UInt8]) -> Bool {
    guard let last = element.last, (try? withJSON(element) { _ in }) != nil else { return false }
    return isBlank(last) || "\"]}".utf8.contains(last)
  }

  /// Whether a byte is white space of JSON.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// Takes JSON texts out of a stream.
struct JSONStreamParser: StreamParser {
  let streaming: JSONStreaming
  /// The most bytes of one text that are kept.
  let limit: Int
  private var text: [UInt8] = []

  init(_ streaming: JSONStreaming, limit: Int) {
    self.streaming = streaming
    self.limit = limit
  }

  mutating func values(in chunk: [UInt8]) throws -> [[UInt8]] {
    let separator: UInt8 = streaming == .lines ? 0x0A : 0x1E
    var texts: [[UInt8]] = []
    var parts = chunk.split(separator: separator, omittingEmptySubsequences: false)[...]
    while let part = parts.popFirst() {
      text += part
      if text.count > limit { throw BodyTooLarge(limit: limit) }
      if !parts.isEmpty { texts += rest() }
    }
    return texts
  }

  mutating func rest() -> [[UInt8]] {
    defer { text = [] }
    return text.allSatisfy(JSONStreaming.isBlank) ? [] : [text]
  }
}
