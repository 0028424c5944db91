import ApusSource

/// Changes as compilers write diagnostics: what breaks messages is an error, what breaks source a
/// warning, and the rest a note; the place in the old document follows as a note.
struct TextReport {
  let text: String

  /// The most operations that are named as users of what they share.
  private static let mostOperations = 3

  init(_ changes: [Change]) {
    var text = ""
    for (subject, changes) in changes.bySubject {
      text += Self.heading(subject, changes) + "\n"
      for change in changes { text += Self.lines(about: change) }
      text += "\n"
    }
    self.text = text + ChangeCounts(changes).sentence + "\n"
  }

  private static func heading(_ subject: Change.Subject, _ changes: [Change]) -> String {
    let name = HarmlessText.line(subject.description.unicodeScalars)
    let users = changes.concerned
    guard !users.isEmpty else { return "\(name):" }
    var list = users.prefix(mostOperations).map { HarmlessText.line($0.unicodeScalars) }
      .joined(separator: ", ")
    if users.count > mostOperations { list += " and \(users.count - mostOperations) more" }
    return "\(name), of \(list):"
  }

  private static func lines(about change: Change) -> String {
    let severity =
      change.breakage.isEmpty
      ? "note" : change.breakage.isDisjoint(with: .wire) ? "warning" : "error"
    let message = HarmlessText.line(change.message.unicodeScalars)
    let words = "\(severity): \(change.consequence): \(message) [\(change.rule)]\n"
    guard let span = change.new ?? change.old else { return "  \(words)" }
    var text = "\(place(span)): \(words)"
    if let old = change.old, change.new != nil { text += "\(place(old)): note: before\n" }
    return text
  }

  private static func place(_ span: SourceSpan) -> String {
    "\(HarmlessText.line(span.file.name.unicodeScalars)):\(span.start)"
  }
}
