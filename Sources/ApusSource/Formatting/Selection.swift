/// The diagnostics that are shown, in order.
struct Selection {
  private(set) var shown: [Diagnostic]
  /// How many more there are, repetitions left off.
  private(set) var omittedCount: Int

  init(_ diagnostics: Diagnostics, limit: Int) {
    var seen: Set<Key> = []
    let distinct = diagnostics.all.filter { seen.insert(Key($0)).inserted }
    let limit = max(limit, 0)
    var shown = distinct
    if distinct.count > limit {
      let severe = distinct.enumerated().sorted {
        ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
      }
      shown = severe.prefix(limit).map(\.element)
    }
    self.shown = shown.sorted(by: Self.standsBefore).map(\.shortened)
    omittedCount = distinct.count - self.shown.count + diagnostics.omittedCount
  }

  /// The last line of a text, if something was left out.
  var remainder: String? {
    switch omittedCount {
    case 0: nil
    case 1: "1 more diagnostic is not shown"
    default: "\(omittedCount) more diagnostics are not shown"
    }
  }

  /// What two diagnostics share that say the same of the same place.
  private struct Key: Hashable {
    var severity: Diagnostic.Severity
    var message: String
    var file: String?
    var range: SourceRange?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity
      message = diagnostic.message
      file = diagnostic.span?.file.name
      range = diagnostic.span?.range
    }
  }

  /// Those without a place first, then by file name, place, severity and message.
  private static func standsBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    guard let leftSpan = left.span, let rightSpan = right.span else {
      if left.span != nil || right.span != nil { return left.span == nil }
      return (right.severity, left.message) < (left.severity, right.message)
    }
    if leftSpan.file.name != rightSpan.file.name { return leftSpan.file.name < rightSpan.file.name }
    if leftSpan.range != rightSpan.range {
      return (leftSpan.range.lowerBound, leftSpan.range.upperBound)
        < (rightSpan.range.lowerBound, rightSpan.range.upperBound)
    }
    return (right.severity, left.message) < (left.severity, right.message)
  }
}

extension Diagnostic {
  /// The characters of a message that are shown at most before and behind what is left out.
  private static let longest = (start: 800, end: 200)

  /// The same with messages that somebody can read, however long the names in them are.
  fileprivate var shortened: Diagnostic {
    var diagnostic = self
    diagnostic.message = Self.shortened(message)
    for index in notes.indices {
      diagnostic.notes[index].message = Self.shortened(notes[index].message)
    }
    return diagnostic
  }

  private static func shortened(_ message: String) -> String {
    guard message.utf8.count > longest.start + longest.end,
      message.unicodeScalars.count > longest.start + longest.end
    else { return message }
    var scalars = String.UnicodeScalarView(message.unicodeScalars.prefix(longest.start))
    scalars.append("…")
    scalars.append(contentsOf: message.unicodeScalars.suffix(longest.end))
    return String(scalars)
  }
}
