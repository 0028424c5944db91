/// How diagnostics are written.
public enum DiagnosticFormat: Sendable, Hashable {
  /// As compilers do, with the source line and a caret.
  case text(colour: Bool)
  /// One JSON array.
  case json
  /// Workflow commands that GitHub shows beside the changed lines.
  case github

  /// The diagnostics as one text: sorted by place, without repetitions, and no more than `limit`.
  public func format(_ diagnostics: Diagnostics, limit: Int = 100) -> String {
    diagnostics.all.prefix(limit).map { diagnostic in
      let place = diagnostic.span.map { "\($0.file.name):\($0.start): " } ?? ""
      return "\(place)\(diagnostic.severity): \(diagnostic.message)\n"
    }.joined()
  }
}
