/// The JSON spelling of numbers that YAML's core schema spells otherwise.
enum NumberSpelling {
  /// A JSON number of the same value as a core schema number (YAML 1.2.2, section 10.3.2).
  ///
  /// The text must be a number that the reader accepted; JSON numbers come back as they are.
  static func json(_ text: String) -> String {
    // Most numbers are short and whole.
    if text.utf8.allSatisfy(isDigit), text.utf8.first != UInt8(ascii: "0") { return text }
    if text.hasPrefix("0x") { return radix(text.dropFirst(2), 16) ?? text }
    if text.hasPrefix("0o") { return radix(text.dropFirst(2), 8) ?? text }
    var rest = text.utf8[...]
    var sign = ""
    if let first = rest.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
      if first == UInt8(ascii: "-") { sign = "-" }
    }
    let integer = rest.prefix(while: isDigit)
    rest = rest.dropFirst(integer.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(fraction.count + 1)
    }
    let significant = integer.drop { $0 == UInt8(ascii: "0") }
    let whole = significant.isEmpty ? "0" : String(Substring(significant))
    let part = fraction.isEmpty ? "" : "." + String(Substring(fraction))
    return sign + whole + part + String(Substring(rest))
  }

  private static func radix(_ digits: Substring, _ radix: Int) -> String? {
    UInt64(digits, radix: radix).map { String($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
