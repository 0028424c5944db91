/// Diagnostics as GitHub's workflow commands, one a line.
struct GitHubFormat {
  func format(_ selection: Selection) -> String {
    var lines = selection.shown.map { command($0) }
    if let remainder = selection.remainder {
      lines.append(command(Diagnostic(.note, remainder, at: nil)))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties = ""
    if let span = diagnostic.span {
      let (start, end) = (span.start, span.end)
      properties = " file=\(property(span.file.name)),line=\(start.line),endLine=\(end.line)"
      properties += ",col=\(start.column)"
      // GitHub takes columns as a range within one line only.
      if start.line == end.line { properties += ",endColumn=\(end.column)" }
    }
    let notes = diagnostic.notes.map { note in
      let place = note.span.map { "\($0.file.name):\($0.start): " } ?? ""
      return "%0A" + data("\(place)note: \(note.message)")
    }
    return "::\(name(of: diagnostic.severity))\(properties)::\(data(diagnostic.message))"
      + notes.joined()
  }

  private func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Text behind the command: harmless, and `%` can't start an escape of its own.
  private func data(_ text: String) -> String {
    replace(text) { $0 == "%" ? "%25" : nil }
  }

  /// The value of a property, which a comma or colon would end.
  private func property(_ text: String) -> String {
    replace(text) { scalar in
      switch scalar {
      case "%": "%25"
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  private func replace(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in HarmlessText.line(text.unicodeScalars).unicodeScalars {
      if let escape = replacement(scalar) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
