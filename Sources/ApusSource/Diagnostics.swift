/// The diagnostics of a run, collected by every stage.
public struct Diagnostics: Sendable {
  /// What was reported, in the order in which it was found: up to `limit` errors, and as many others.
  public private(set) var all: [Diagnostic] = []
  /// How many more were reported than `all` keeps.
  public private(set) var omittedCount = 0
  /// Whether any error was reported, kept or not.
  public private(set) var hasErrors = false

  private var errorCount = 0

  /// How many errors are kept, and how many others, so that no document fills the memory with them.
  public static let limit = 10_000

  /// No diagnostics yet.
  public init() {}

  /// Whether nothing was reported.
  public var isEmpty: Bool { all.isEmpty }

  /// Adds a diagnostic.
  public mutating func append(_ diagnostic: Diagnostic) {
    append(diagnostic.severity) { diagnostic }
  }

  /// Adds a diagnostic that is only made if there is room for it.
  private mutating func append(_ severity: Diagnostic.Severity, _ make: () -> Diagnostic) {
    let isError = severity == .error
    if isError { hasErrors = true }
    guard (isError ? errorCount : all.count - errorCount) < Self.limit else {
      omittedCount += 1
      return
    }
    if isError { errorCount += 1 }
    all.append(make())
  }

  /// Adds what another stage reported.
  public mutating func append(contentsOf other: Diagnostics) {
    for diagnostic in other.all { append(diagnostic) }
    omittedCount += other.omittedCount
    hasErrors = hasErrors || other.hasErrors
  }

  /// Adds an error.
  public mutating func error(
    _ message: String, at span: SourceSpan?, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    append(.error) { Diagnostic(.error, message, at: span, notes: notes()) }
  }

  /// Adds a warning.
  public mutating func warning(
    _ message: String, at span: SourceSpan?, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    append(.warning) { Diagnostic(.warning, message, at: span, notes: notes()) }
  }

  /// Adds a note.
  public mutating func note(
    _ message: String, at span: SourceSpan?, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    append(.note) { Diagnostic(.note, message, at: span, notes: notes()) }
  }
}
