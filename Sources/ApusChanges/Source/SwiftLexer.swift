/// Reads generated Swift word by word, as far as declarations need it.
struct SwiftLexer {
  /// One word, number, literal or mark.
  struct Token {
    var text: String
    /// Whether it is the first one of its line.
    var startsLine: Bool
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token, which stays the next one; nil at the end.
  func peek() -> Token? {
    var copy = self
    return copy.next()
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    let startsLine = skipSpace()
    guard position < bytes.count else { return nil }
    let start = position
    let byte = bytes[position]
    if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "#") && isRawString()) {
      skipString()
      return Token(text: "\"\"", startsLine: startsLine)
    }
    if Self.isWord(byte) || byte == UInt8(ascii: "`") {
      while position < bytes.count,
        Self.isWord(bytes[position]) || bytes[position] == UInt8(ascii: "`")
      { position += 1 }
    } else if byte == UInt8(ascii: "-"), byteAfter(position) == UInt8(ascii: ">") {
      position += 2
    } else {
      position += 1
    }
    return Token(
      text: String(decoding: bytes[start..<position], as: UTF8.self), startsLine: startsLine)
  }

  /// Skips what follows up to the brace that closes the one that was read last.
  mutating func skipBody() {
    var depth = 1
    while depth > 0, position < bytes.count {
      _ = skipSpace()
      guard position < bytes.count else { return }
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "#") where isRawString():
        skipString()
        continue
      default: break
      }
      position += 1
    }
  }
}

// What has no meaning here.
extension SwiftLexer {
  /// Skips white space and comments; whether a line ended among them.
  private mutating func skipSpace() -> Bool {
    var startsLine = position == 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        startsLine = true
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "/") where byteAfter(position) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default: return startsLine
      }
    }
    return startsLine
  }

  private func byteAfter(_ index: Int) -> UInt8? {
    index + 1 < bytes.count ? bytes[index + 1] : nil
  }

  /// Whether a byte is part of a word or number.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func isRawString() -> Bool {
    var index = position
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "\"")
  }

  /// Skips a literal of text, of one line or several, with what is interpolated in it.
  private mutating func skipString() {
    var hashes = 0
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      hashes += 1
      position += 1
    }
    let quotes = bytes[position...].prefix(3).elementsEqual("\"\"\"".utf8) ? 3 : 1
    position += quotes
    while position < bytes.count {
      if isEnd(quotes: quotes, hashes: hashes) {
        position += quotes + hashes
        return
      }
      let isEscape = hashes == 0 && bytes[position] == UInt8(ascii: "\\")
      position += isEscape ? 2 : 1
    }
  }

  private func isEnd(quotes: Int, hashes: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "\"") else { return false }
    let end = bytes[position...].prefix(quotes + hashes)
    return end.count == quotes + hashes
      && end.prefix(quotes).allSatisfy { $0 == UInt8(ascii: "\"") }
      && end.dropFirst(quotes).allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
