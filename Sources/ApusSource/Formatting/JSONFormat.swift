/// Diagnostics as a JSON array for other programs.
///
/// An object has `severity`, `message`, `notes` and, if there is a place, `file`, `line`, `column`,
/// `endLine` and `endColumn`; a note has `message` and the same of its place. Lines and columns count
/// from 1; the end is the place behind the last character. What was left out is counted in a last
/// object of severity `note`.
struct JSONFormat {
  func format(_ selection: Selection) -> String {
    var objects = selection.shown.map { object($0) }
    if let remainder = selection.remainder {
      objects.append(object(Diagnostic(.note, remainder, at: nil)))
    }
    guard !objects.isEmpty else { return "[]\n" }
    return "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "{"
        + (place(note.span) + ["\"message\": \(HarmlessText.json(note.message))"]).joined(
          separator: ", ")
        + "}"
    }
    let fields =
      ["\"severity\": \"\(diagnostic.severity)\""] + place(diagnostic.span) + [
        "\"message\": \(HarmlessText.json(diagnostic.message))",
        "\"notes\": [\(notes.joined(separator: ", "))]",
      ]
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private func place(_ span: SourceSpan?) -> [String] {
    guard let span else { return [] }
    let (start, end) = (span.start, span.end)
    return [
      "\"file\": \(HarmlessText.json(span.file.name))",
      "\"line\": \(start.line)", "\"column\": \(start.column)",
      "\"endLine\": \(end.line)", "\"endColumn\": \(end.column)",
    ]
  }
}
