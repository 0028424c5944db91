/// A reader of unified diffs that nobody could mistake for a lenient one: it applies one only if
/// every count and every line is right.
enum Patch {
  /// Why a diff can't be applied.
  struct Mismatch: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  /// A text's lines, each with its line feed, which the last one may lack.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      line.append(byte)
      if byte == 0x0A {
        lines.append(String(decoding: line, as: UTF8.self))
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
  }

  /// What the diff makes of a text.
  static func apply(_ diff: String, to old: String) throws -> String {
    var remaining = lines(diff)[...]
    guard !remaining.isEmpty else { return old }
    guard let first = remaining.popFirst(), first.hasPrefix("--- "),
      let second = remaining.popFirst(), second.hasPrefix("+++ ")
    else { throw Mismatch("no header") }
    var oldLines = lines(old)[...]
    var result: [String] = []
    while let header = remaining.popFirst() {
      let hunk = try Hunk(header)
      // An empty range is told by the line before it, any other one by its first line.
      let start = hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1
      guard start >= oldLines.startIndex, start <= oldLines.endIndex else {
        throw Mismatch("the place in \(header)")
      }
      result += oldLines[..<start]
      oldLines = oldLines[start...]
      let newStart = hunk.newCount == 0 ? hunk.newStart : hunk.newStart - 1
      guard newStart == result.count else { throw Mismatch("the new place in \(header)") }
      try apply(hunk, &remaining, &oldLines, &result)
    }
    return (result + oldLines).joined()
  }

  private static func apply(
    _ hunk: Hunk, _ diff: inout ArraySlice<String>, _ old: inout ArraySlice<String>,
    _ result: inout [String]
  ) throws {
    var oldCount = 0
    var newCount = 0
    while oldCount < hunk.oldCount || newCount < hunk.newCount {
      guard var line = diff.popFirst(), let mark = line.unicodeScalars.first else {
        throw Mismatch("the hunk ends early")
      }
      line = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst()))
      if diff.first == "\\ No newline at end of file\n" {
        diff.removeFirst()
        line = String(String.UnicodeScalarView(line.unicodeScalars.dropLast()))
      }
      if mark == " " || mark == "-" {
        guard let expected = old.popFirst(), Array(expected.utf8) == Array(line.utf8) else {
          throw Mismatch("the line \(line)")
        }
        oldCount += 1
      }
      if mark == " " || mark == "+" {
        result.append(line)
        newCount += 1
      }
    }
    guard oldCount == hunk.oldCount, newCount == hunk.newCount else { throw Mismatch("a count") }
  }

  /// The numbers in a hunk's header.
  private struct Hunk {
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int

    init(_ header: String) throws {
      let pattern = /@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/
      guard let match = header.wholeMatch(of: pattern), let oldStart = Int(match.1),
        let newStart = Int(match.3)
      else { throw Mismatch("the header \(header)") }
      self.oldStart = oldStart
      self.newStart = newStart
      oldCount = match.2.flatMap { Int($0) } ?? 1
      newCount = match.4.flatMap { Int($0) } ?? 1
    }
  }
}
