/// What the process tells its caller.
enum ExitCode: Int32, Comparable, Sendable {
  /// All went well, and `check` found nothing to change.
  case success = 0
  /// `check` found differences, `--strict` found something to complain about, or the output
  /// folder could not be brought up to date.
  case findings = 1
  /// The arguments or the settings make no sense.
  case usage = 2
  /// The document can't be used.
  case unusableDocument = 3

  /// Of several documents' codes, the greatest counts.
  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
