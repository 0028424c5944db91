/// Why a text is no JSONPath.
struct JSONPathError: Error, Hashable {
  /// What is wrong: one line, in lower case, without a final full stop.
  var message: String
  /// The bytes of the text that it is about.
  var range: Range<Int>
}

extension JSONPath {
  /// Reads a query (RFC 9535, section 2.1.1).
  init(parsing text: String) throws(JSONPathError) {
    var parser = JSONPathParser(text)
    segments = try parser.parse()
  }
}

/// Reads queries. Filters are in an extension.
struct JSONPathParser {
  let bytes: [UInt8]
  var position = 0
  /// How many filters, parentheses and functions are open.
  private var depth = 0

  /// More nesting than any query needs, and little enough for every thread's stack.
  private static let depthLimit = 32

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Reads the whole text.
  mutating func parse() throws(JSONPathError) -> [JSONPath.Segment] {
    guard take("$") else { throw failure("a JSONPath starts with '$'") }
    let segments = try segments()
    skipBlanks()
    guard position == bytes.count else {
      throw failure("'.', '..' or '[' is expected here")
    }
    return segments
  }

  /// Reads segments as far as there are any.
  mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
    var segments: [JSONPath.Segment] = []
    while true {
      let start = position
      skipBlanks()
      if take("..") {
        let selectors = peek() == UInt8(ascii: "[") ? try bracketed() : [try shorthand()]
        segments.append(JSONPath.Segment(selectors: selectors, isDescendant: true))
      } else if take(".") {
        segments.append(JSONPath.Segment(selectors: [try shorthand()], isDescendant: false))
      } else if peek() == UInt8(ascii: "[") {
        segments.append(JSONPath.Segment(selectors: try bracketed(), isDescendant: false))
      } else {
        position = start
        return segments
      }
    }
  }

  /// Reads what may follow a dot: a name that needs no quotes, or `*`.
  private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
    if take("*") { return .wildcard }
    let start = position
    while let byte = peek(), Self.isNameByte(byte) || (byte.isDigit && position > start) {
      position += 1
    }
    guard position > start else { throw failure("a name or '*' is expected here") }
    if let byte = peek(), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
      throw failure("a name with this character is written in brackets: ['…']")
    }
    return .name(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func bracketed() throws(JSONPathError) -> [JSONPath.Selector] {
    try nested { parser throws(JSONPathError) in
      try parser.expect("[")
      var selectors: [JSONPath.Selector] = []
      repeat {
        parser.skipBlanks()
        selectors.append(try parser.selector())
        parser.skipBlanks()
      } while parser.take(",")
      try parser.expect("]")
      return selectors
    }
  }

  private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
    switch peek() {
    case UInt8(ascii: "*"):
      position += 1
      return .wildcard
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try quoted())
    case UInt8(ascii: "?"):
      position += 1
      skipBlanks()
      return .filter(try filter())
    default: return try indexOrSlice()
    }
  }

  private mutating func indexOrSlice() throws(JSONPathError) -> JSONPath.Selector {
    let start = position
    let first = try integer()
    let end = position
    skipBlanks()
    guard take(":") else {
      position = end
      guard let first else {
        throw failure("a quoted name, an index, a slice, '*' or '?' is expected here")
      }
      return .index(first)
    }
    skipBlanks()
    let second = try integer()
    skipBlanks()
    var step: Int?
    if take(":") {
      skipBlanks()
      step = try integer()
    }
    // A step of 0 selects nothing (section 2.3.4.2.2), which nobody means.
    guard step != 0 else { throw failure("a slice's step can't be 0", from: start) }
    return .slice(start: first, end: second, step: step ?? 1)
  }

  /// Reads an integer without leading zeros that every reader of JSON knows exactly.
  private mutating func integer() throws(JSONPathError) -> Int? {
    let start = position
    let isNegative = take("-")
    let digits = position
    while peek()?.isDigit == true { position += 1 }
    guard position > digits else {
      if isNegative { throw failure("digits are expected here") }
      return nil
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let hasLeadingZero = bytes[digits] == UInt8(ascii: "0") && (position > digits + 1 || isNegative)
    guard !hasLeadingZero, let value = Int(text), value.magnitude < 1 << 53 else {
      throw failure("an index is a small integer without leading zeros", from: start)
    }
    return value
  }
}

extension JSONPathParser {
  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips a word if it is here.
  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= bytes.count - position else { return false }
    for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  mutating func expect(_ word: StaticString) throws(JSONPathError) {
    guard take(word) else { throw failure("'\(word)' is expected here") }
  }

  mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
  }

  /// A failure at the next character, or from an earlier place up to here.
  func failure(_ message: String, from start: Int? = nil) -> JSONPathError {
    guard let start else {
      var end = min(position + 1, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return JSONPathError(message: message, range: min(position, bytes.count)..<end)
    }
    return JSONPathError(message: message, range: start..<max(position, start))
  }

  /// Reads something that may contain itself.
  mutating func nested<Value>(
    _ read: (inout JSONPathParser) throws(JSONPathError) -> Value
  ) throws(JSONPathError) -> Value {
    guard depth < Self.depthLimit else { throw failure("nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// Whether a name that needs no quotes may start with a byte (section 2.5.1.1).
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
