import ApusOpenAPI
import ApusSource
import ApusYAML

/// A document in which marks say what must be reported, and where.
///
/// A mark is a line of its own that consists of `^` under the column the diagnostic points to, its
/// severity and its message. Marks aren't part of the document:
///
///     info:
///       titel: Runs
///       ^ warning: an Info Object has no field 'titel'; did you mean 'title'?
struct MarkedSource {
  /// The document without its marks.
  let text: String
  /// What must be reported, as `line:column: severity: message`, in order.
  let expected: [String]

  init(_ marked: String) {
    var lines: [Substring] = []
    var expected: [String] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      guard trimmed.hasPrefix("^ ") else {
        lines.append(line)
        continue
      }
      let column = line.count - trimmed.count + 1
      expected.append("\(lines.count):\(column): \(trimmed.dropFirst(2))")
    }
    text = lines.joined(separator: "\n")
    self.expected = expected.sorted()
  }

  /// Reads the document, and what is reported in the form of `expected`.
  func read(name: String = "api.yaml") -> (document: Document?, reported: [String]) {
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    let node = DocumentReader.read(file, diagnostics: &diagnostics)
    let document = node.flatMap { Document.read($0, diagnostics: &diagnostics) }
    let reported = diagnostics.all.map { diagnostic in
      let place = diagnostic.span.map { "\($0.start)" } ?? "-"
      return "\(place): \(diagnostic.severity): \(diagnostic.message)"
    }
    return (document, Set(reported).sorted())
  }

  /// What the document says against itself, with the other end of each contradiction as a note.
  func check() -> [String] {
    let file = SourceFile(name: "api.yaml", bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    let document = DocumentReader.read(file, diagnostics: &diagnostics).flatMap {
      Document.read($0, diagnostics: &diagnostics)
    }
    document?.check(diagnostics: &diagnostics)
    let reported = diagnostics.all.flatMap { diagnostic in
      let place = diagnostic.span.map { "\($0.start)" } ?? "-"
      let notes = diagnostic.notes.map { note in
        "\(note.span.map { "\($0.start)" } ?? "-"): note: \(note.message)"
      }
      return ["\(place): \(diagnostic.severity): \(diagnostic.message)"] + notes
    }
    return Set(reported).sorted()
  }
}
