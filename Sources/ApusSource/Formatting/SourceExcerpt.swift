/// A source line and the marks under it.
struct SourceExcerpt {
  /// The line, harmless, and cut where it is long.
  private(set) var line = ""
  /// Blanks up to the range, and a caret with tildes under it.
  private(set) var marks = ""

  /// The bytes that are shown at most before and behind the range's start.
  private static let reach = (before: 80, behind: 80)

  /// The line that a span starts in.
  init(_ span: SourceSpan) {
    let bytes = span.file.bytes
    let start = min(max(span.range.lowerBound, 0), bytes.count)
    let first = Self.lineStart(before: start, in: bytes)
    let last = Self.lineEnd(behind: start, in: bytes)
    let isCutBefore = first > 0 && !Self.isBreak(bytes[first - 1])
    let isCutBehind = last < bytes.count && !Self.isBreak(bytes[last])
    if isCutBefore { line += "…" }
    let before = String(decoding: bytes[first..<start], as: UTF8.self)
    line += HarmlessText.line(before.unicodeScalars)
    let margin = Self.width(of: line)
    let end = min(max(span.range.upperBound, start), last)
    let range = HarmlessText.line(
      String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    line += range
    line += HarmlessText.line(String(decoding: bytes[end..<last], as: UTF8.self).unicodeScalars)
    if isCutBehind { line += "…" }
    marks =
      String(repeating: " ", count: margin) + "^"
      + String(repeating: "~", count: max(Self.width(of: range) - 1, 0))
  }

  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + HarmlessText.width($1) }
  }

  private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, offset - start < reach.before, !isBreak(bytes[start - 1]) { start -= 1 }
    // Whole characters only.
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private static func lineEnd(behind offset: Int, in bytes: [UInt8]) -> Int {
    var end = offset
    while end < bytes.count, end - offset < reach.behind, !isBreak(bytes[end]) { end += 1 }
    while end > offset, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
