import ApusSource

/// Changes as a page of Markdown (CommonMark, with GitHub's collapsible sections).
struct MarkdownReport {
  let text: String

  init(_ changes: [Change]) {
    let telling = changes.filter { !$0.breakage.isEmpty }
    let harmless = changes.filter(\.breakage.isEmpty)
    var text = "## API changes\n\n\(ChangeCounts(changes).sentence.capitalisedFirst).\n"
    text += Self.sections(telling)
    if !harmless.isEmpty {
      text += "\n<details><summary>\(harmless.count) harmless</summary>\n"
      text += Self.sections(harmless)
      text += "\n</details>\n"
    }
    self.text = text
  }

  private static func sections(_ changes: [Change]) -> String {
    changes.bySubject.map { subject, changes in
      let users = changes.concerned
      let list = users.prefix(5).map(code).joined(separator: ", ")
      let more = users.count > 5 ? " and \(users.count - 5) more" : ""
      let note = users.isEmpty ? "" : "Used by \(list)\(more).\n\n"
      let lines = changes.map(line).joined()
      return "\n### \(heading(subject))\n\n\(note)\(lines)"
    }.joined()
  }

  private static func heading(_ subject: Change.Subject) -> String {
    switch subject {
    case .document: "The document"
    case .operation(let name): code(name)
    case .component(let kind, let name): "\(escaped(kind).capitalisedFirst) \(code(name))"
    }
  }

  private static func line(about change: Change) -> String {
    let places = [change.old.map { "was \(place($0))" }, change.new.map { "now \(place($0))" }]
      .compactMap(\.self).joined(separator: ", ")
    let source = places.isEmpty ? "" : " — \(places)"
    return "- **\(change.consequence)**: \(escaped(change.message)) (`\(change.rule)`)\(source)\n"
  }

  private static func place(_ span: SourceSpan) -> String {
    code("\(span.file.name):\(span.start)")
  }

  /// A text as code, whatever it holds.
  private static func code(_ text: String) -> String {
    let line = HarmlessText.line(text.unicodeScalars)
    guard line.contains("`") else { return "`\(line)`" }
    return escaped(text)
  }

  /// A text as itself: nothing in it means anything to Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in HarmlessText.line(text.unicodeScalars).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // Nobody is to be mentioned by a document.
      case "@": result += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The text with its first letter as at the start of a sentence.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
