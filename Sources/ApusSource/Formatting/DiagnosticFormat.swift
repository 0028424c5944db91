/// How diagnostics are written.
public enum DiagnosticFormat: Hashable, Sendable {
  /// As compilers do: `file:line:column: error: message`, the source line and a caret.
  case text(colour: Bool)
  /// One JSON array, an object a diagnostic.
  case json
  /// Workflow commands, which GitHub shows beside the lines that they are about.
  case github

  /// The diagnostics as one text: sorted by place, without repetitions, and at most `limit` of them.
  ///
  /// If there are more, the most severe stay, and the text ends with how many were left out. Whatever
  /// the documents contain, the text has no control characters but line feeds and the colours'.
  public func format(_ diagnostics: Diagnostics, limit: Int = 100) -> String {
    let selection = Selection(diagnostics, limit: limit)
    switch self {
    case .text(let colour): return TextFormat(colour: colour).format(selection)
    case .json: return JSONFormat().format(selection)
    case .github: return GitHubFormat().format(selection)
    }
  }
}
