import ApusSource

extension YAMLParser {
  /// The kind of a plain scalar. A number that JSON can't express is an error and read as a string.
  mutating func resolve(_ text: Range<Int>) -> Node.Kind {
    switch source.meaning(of: text) {
    case .value(let kind): return kind
    case .tooLarge:
      diagnostics.error(
        "this number is too large for this spelling; write it in decimal", at: file.span(text))
    case .infinityOrNotANumber:
      diagnostics.error(
        "JSON has no such number; put quotes around it if it is text", at: file.span(text))
    }
    return .string
  }
}

/// What plain text stands for in the YAML 1.2 core schema (section 10.3.2).
extension YAMLText {
  enum Meaning {
    case value(Node.Kind)
    /// A hexadecimal or octal number of more than 64 bits: its JSON spelling is worked out in those.
    case tooLarge
    case infinityOrNotANumber
  }

  func meaning(of text: Range<Int>) -> Meaning {
    guard text.lowerBound < text.upperBound else { return .value(.null) }
    switch base[text.lowerBound] {
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return .value(isWord(text, "null", "Null", "NULL") ? .null : .string)
    case UInt8(ascii: "~"): return .value(text.count == 1 ? .null : .string)
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return .value(isWord(text, "true", "True", "TRUE") ? .boolean : .string)
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return .value(isWord(text, "false", "False", "FALSE") ? .boolean : .string)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return numericMeaning(of: text)
    default: return .value(.string)
    }
  }

  private func numericMeaning(of text: Range<Int>) -> Meaning {
    if isDecimal(text) { return .value(.number) }
    if let digits = radixDigits(text) { return digits <= 16 ? .value(.number) : .tooLarge }
    return isInfinityOrNotANumber(text) ? .infinityOrNotANumber : .value(.string)
  }

  private func isWord(
    _ text: Range<Int>, _ lower: StaticString, _ title: StaticString, _ upper: StaticString
  ) -> Bool {
    isText(text, lower) || isText(text, title) || isText(text, upper)
  }

  private func isText(_ text: Range<Int>, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where base[text.lowerBound + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether text is `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private func isDecimal(_ text: Range<Int>) -> Bool {
    var cursor = text.lowerBound
    if isSign(at: cursor) { cursor += 1 }
    let whole = digitsEnd(from: cursor, to: text.upperBound)
    var digits = whole - cursor
    cursor = whole
    if cursor < text.upperBound, base[cursor] == UInt8(ascii: ".") {
      let fraction = digitsEnd(from: cursor + 1, to: text.upperBound)
      digits += fraction - cursor - 1
      cursor = fraction
    }
    guard digits > 0 else { return false }
    if cursor < text.upperBound, base[cursor] | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < text.upperBound, isSign(at: cursor) { cursor += 1 }
      let exponent = digitsEnd(from: cursor, to: text.upperBound)
      guard exponent > cursor else { return false }
      cursor = exponent
    }
    return cursor == text.upperBound
  }

  /// How many significant hexadecimal digits text has that is a hexadecimal or octal number.
  private func radixDigits(_ text: Range<Int>) -> Int? {
    guard text.count > 2, base[text.lowerBound] == UInt8(ascii: "0") else { return nil }
    let isOctal = base[text.lowerBound + 1] == UInt8(ascii: "o")
    guard isOctal || base[text.lowerBound + 1] == UInt8(ascii: "x") else { return nil }
    var significant = 0
    for offset in (text.lowerBound + 2)..<text.upperBound {
      guard let digit = hexadecimalDigit(base[offset]), !isOctal || digit < 8 else { return nil }
      if significant > 0 || digit > 0 { significant += 1 }
    }
    return isOctal ? (significant * 3 + 3) / 4 : significant
  }

  private func isInfinityOrNotANumber(_ text: Range<Int>) -> Bool {
    if isWord(text, ".nan", ".NaN", ".NAN") { return true }
    let start = isSign(at: text.lowerBound) ? text.lowerBound + 1 : text.lowerBound
    return isWord(start..<text.upperBound, ".inf", ".Inf", ".INF")
  }

  private func isSign(at offset: Int) -> Bool {
    base[offset] == UInt8(ascii: "+") || base[offset] == UInt8(ascii: "-")
  }

  private func digitsEnd(from start: Int, to end: Int) -> Int {
    var cursor = start
    while cursor < end, case UInt8(ascii: "0")...UInt8(ascii: "9") = base[cursor] { cursor += 1 }
    return cursor
  }
}
