/// Writes the differences between two versions of a file as `diff -u` does (POSIX.1-2024, diff,
/// "Diff -u or -U Output Format"), for people and for `patch -p0`.
enum UnifiedDiff {
  /// How many equal lines are shown around a change.
  private static let context = 3

  /// The difference; empty if there is none.
  ///
  /// - Parameters:
  ///   - old: The old content; nil if there was no file.
  ///   - new: The new content; nil if there will be no file.
  ///   - path: How the file is named in the header.
  static func text(from old: [UInt8]?, to new: [UInt8]?, path: String) -> [UInt8] {
    let oldLines = lines(old ?? [])
    let newLines = lines(new ?? [])
    let changes = LineDifference.changes(from: oldLines, to: newLines)
    guard !changes.isEmpty else { return [] }
    var text = Array("--- \(old == nil ? "/dev/null" : name(path))\n".utf8)
    text += Array("+++ \(new == nil ? "/dev/null" : name(path))\n".utf8)
    for hunk in hunks(of: changes) {
      append(hunk, old: oldLines, new: newLines, to: &text)
    }
    return text
  }

  /// A line with its line feed, which a text's last one may lack.
  private struct Line: Hashable {
    var bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      // All at once: an array's own hash takes byte after byte, which is many times slower.
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private static func lines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while let end = text[start...].firstIndex(of: 0x0A) {
      lines.append(Line(bytes: text[start...end]))
      start = end + 1
    }
    if start < text.count { lines.append(Line(bytes: text[start...])) }
    return lines
  }

  /// A file name in a header: a tab ends one that has spaces in it.
  private static func name(_ path: String) -> String {
    path.contains(" ") ? "\(path)\t" : path
  }

  /// The changes in groups whose shown surroundings touch each other.
  private static func hunks(
    of changes: [LineDifference.Change]
  ) -> [ArraySlice<LineDifference.Change>] {
    var hunks: [ArraySlice<LineDifference.Change>] = []
    var start = 0
    for index in changes.indices.dropFirst()
    where changes[index].old.lowerBound - changes[index - 1].old.upperBound > 2 * context {
      hunks.append(changes[start..<index])
      start = index
    }
    hunks.append(changes[start...])
    return hunks
  }

  private static func append(
    _ hunk: ArraySlice<LineDifference.Change>, old: [Line], new: [Line], to text: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    text += Array("@@ -\(header(oldRange)) +\(header(newRange)) @@\n".utf8)
    var place = oldRange.lowerBound
    for change in hunk {
      append(old[place..<change.old.lowerBound], marked: " ", to: &text)
      append(old[change.old], marked: "-", to: &text)
      append(new[change.new], marked: "+", to: &text)
      place = change.old.upperBound
    }
    append(old[place..<oldRange.upperBound], marked: " ", to: &text)
  }

  /// A range of lines in a hunk's header: an empty one is told by the line before it.
  private static func header(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private static func append(
    _ lines: ArraySlice<Line>, marked mark: Unicode.Scalar, to text: inout [UInt8]
  ) {
    for line in lines {
      text.append(UInt8(ascii: mark))
      text += line.bytes
      if line.bytes.last != 0x0A { text += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }
}
