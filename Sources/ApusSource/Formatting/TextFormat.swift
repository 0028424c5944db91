/// Diagnostics as compilers write them.
struct TextFormat {
  /// Whether severities are coloured with ECMA-48 escapes.
  var colour: Bool

  func format(_ selection: Selection) -> String {
    var text = ""
    for diagnostic in selection.shown {
      append(diagnostic.severity, diagnostic.message, at: diagnostic.span, to: &text)
      for note in diagnostic.notes { append(.note, note.message, at: note.span, to: &text) }
    }
    if let remainder = selection.remainder { append(.note, remainder, at: nil, to: &text) }
    return text
  }

  private func append(
    _ severity: Diagnostic.Severity, _ message: String, at span: SourceSpan?, to text: inout String
  ) {
    if let span {
      let file = HarmlessText.line(span.file.name.unicodeScalars)
      text += paint("\(file):\(span.start): ", bold)
    }
    text += paint("\(severity): ", colourCode(of: severity))
    text += paint(HarmlessText.line(message.unicodeScalars), bold) + "\n"
    guard let span, !span.file.bytes.isEmpty else { return }
    let excerpt = SourceExcerpt(span)
    text += excerpt.line + "\n" + paint(excerpt.marks, "32") + "\n"
  }

  private let bold = "1"

  private func colourCode(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;35"
    case .note: "1;36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
