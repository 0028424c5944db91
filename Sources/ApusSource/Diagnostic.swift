/// Something to tell the user about a document.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// The document or what is made of it is probably not what was meant.
    case warning
    /// The document can't be used as it is.
    case error

    /// Whether a severity matters less than another.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// A second place that belongs to a diagnostic, such as the other end of a conflict.
  public struct Note: Hashable, Sendable {
    /// What is to be seen there.
    public var message: String
    /// The place, if there is one.
    public var span: SourceSpan?

    /// A remark about a place.
    public init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// What is the matter and what to do: one line, in lower case, without a final full stop.
  public var message: String
  /// The place, unless the diagnostic is about no place in particular.
  public var span: SourceSpan?
  /// Further places, in the order in which they are shown.
  public var notes: [Note]

  /// A diagnostic about a place.
  public init(
    _ severity: Severity, _ message: String, at span: SourceSpan?, notes: [Note] = []
  ) {
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
  }
}
