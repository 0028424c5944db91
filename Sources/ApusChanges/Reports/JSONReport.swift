import ApusSource

/// Changes as one JSON object: `summary`, with how many there are and how many break what, and
/// `changes`, each with `rule`, `breaks` (a list of `clients`, `servers` and `source`), `message`,
/// `subject` (`kind`, and `name` unless it is the document), `operations` where several may share what changed, and, where there is such a
/// place, `old` and `new` (`file`, `line` and `column`, both counted from 1).
struct JSONReport {
  let text: String

  init(_ changes: [Change]) {
    let counts = ChangeCounts(changes)
    let numbers =
      ["\"differences\": \(counts.total)"]
      + counts.counts.map { "\(HarmlessText.json($0.name)): \($0.count)" }
      + ["\"harmless\": \(counts.harmless)"]
    let objects = changes.map { "    \(Self.object($0))" }.joined(separator: ",\n")
    text = """
      {
        "summary": {\(numbers.joined(separator: ", "))},
        "changes": [\(changes.isEmpty ? "" : "\n\(objects)\n  ")]
      }

      """
  }

  private static func object(_ change: Change) -> String {
    var fields = [
      "\"rule\": \(HarmlessText.json(change.rule))",
      "\"breaks\": \(list(change.breakage.names))",
      "\"message\": \(HarmlessText.json(change.message))",
      "\"subject\": \(subject(change.subject))",
    ]
    if !change.operations.isEmpty { fields.append("\"operations\": \(list(change.operations))") }
    if let old = change.old { fields.append("\"old\": \(place(old))") }
    if let new = change.new { fields.append("\"new\": \(place(new))") }
    return "{\(fields.joined(separator: ", "))}"
  }

  private static func subject(_ subject: Change.Subject) -> String {
    switch subject {
    case .document: "{\"kind\": \"document\"}"
    case .operation(let name): "{\"kind\": \"operation\", \"name\": \(HarmlessText.json(name))}"
    case .component(let kind, let name):
      "{\"kind\": \(HarmlessText.json(kind)), \"name\": \(HarmlessText.json(name))}"
    }
  }

  private static func place(_ span: SourceSpan) -> String {
    let start = span.start
    return "{\"file\": \(HarmlessText.json(span.file.name)), \"line\": \(start.line), "
      + "\"column\": \(start.column)}"
  }

  private static func list(_ texts: [String]) -> String {
    "[\(texts.map(HarmlessText.json).joined(separator: ", "))]"
  }
}
