/// Regular expressions in filters (RFC 9535, sections 2.4.6 and 2.4.7).
enum JSONPathPattern {
  /// Whether a text is a regular expression.
  static func isValid(_ pattern: String) -> Bool { expression(pattern) != nil }

  /// Whether a pattern describes the whole text or, if not `whole`, some part of it. Nothing has a
  /// pattern that is none.
  static func matches(_ text: String, _ pattern: String, whole: Bool) -> Bool {
    guard let expression = expression(pattern) else { return false }
    let match = whole ? try? expression.wholeMatch(in: text) : try? expression.firstMatch(in: text)
    return match != nil
  }

  private static func expression(_ pattern: String) -> Regex<AnyRegexOutput>? {
    try? Regex(pattern).matchingSemantics(.unicodeScalar)
  }
}
