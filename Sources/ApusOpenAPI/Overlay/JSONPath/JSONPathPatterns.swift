import ApusCore

/// The regular expressions that filters have used so far (RFC 9535, sections 2.4.6 and 2.4.7).
///
/// RFC 9485 has them be such that they mean the same to ECMA-262.
struct JSONPathPatterns {
  /// By their text, byte by byte; nothing for what is no regular expression.
  private var compiled: [[UInt8]: Pattern?] = [:]

  /// Whether a pattern describes the whole text or, if not `whole`, some part of it. Nothing has a
  /// pattern that is none.
  mutating func matches(_ text: String, _ expression: String, whole: Bool) -> Bool {
    // Parentheses that don't match must not come to match those around them.
    guard let part = pattern(expression) else { return false }
    return whole ? pattern("^(?:\(expression))$")?.matches(text) ?? false : part.matches(text)
  }

  private mutating func pattern(_ text: String) -> Pattern? {
    let key = Array(text.utf8)
    if let known = compiled[key] { return known }
    let pattern = try? Pattern(text)
    compiled.updateValue(pattern, forKey: key)
    return pattern
  }
}
