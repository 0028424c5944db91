/// The diagnostics of a run, collected by every stage.
public struct Diagnostics: Sendable {
  /// What was reported, in the order in which it was found, up to `limit` of them.
  public private(set) var all: [Diagnostic] = []
  /// How many more were reported than `all` keeps.
  public private(set) var omittedCount = 0
  /// Whether any error was reported, kept or not.
  public private(set) var hasErrors = false

  /// The most diagnostics that are kept, so that no document can fill the memory with them.
  public static let limit = 10_000

  /// No diagnostics yet.
  public init() {}

  /// Whether nothing was reported.
  public var isEmpty: Bool { all.isEmpty }

  /// Adds a diagnostic.
  public mutating func append(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    guard all.count < Self.limit else {
      omittedCount += 1
      return
    }
    all.append(diagnostic)
  }

  /// Adds what another stage reported.
  public mutating func append(contentsOf other: Diagnostics) {
    for diagnostic in other.all { append(diagnostic) }
    omittedCount += other.omittedCount
    hasErrors = hasErrors || other.hasErrors
  }

  /// Adds an error.
  public mutating func error(
    _ message: String, at span: SourceSpan?, notes: [Diagnostic.Note] = []
  ) {
    append(Diagnostic(.error, message, at: span, notes: notes))
  }

  /// Adds a warning.
  public mutating func warning(
    _ message: String, at span: SourceSpan?, notes: [Diagnostic.Note] = []
  ) {
    append(Diagnostic(.warning, message, at: span, notes: notes))
  }

  /// Adds a note.
  public mutating func note(
    _ message: String, at span: SourceSpan?, notes: [Diagnostic.Note] = []
  ) {
    append(Diagnostic(.note, message, at: span, notes: notes))
  }
}
