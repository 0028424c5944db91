import ApusCore
import ApusSource
import ApusYAML

extension Document {
  /// Reports what the document says against itself: values that are not what their own schemas
  /// describe, and schemas that no value can satisfy, or that say less than their version asks for.
  public func check(diagnostics: inout Diagnostics) {
    var check = SelfCheck(of: self, diagnostics: diagnostics)
    for schema in schemas.all {
      check.checkValues(of: schema)
      check.checkBounds(of: schema)
      check.checkRequired(of: schema)
      check.checkTypes(of: schema)
      if version == .v30 { check.checkItems(of: schema) }
    }
    for example in describedExamples { check.check(example) }
    check.reportFindings()
    diagnostics = check.diagnostics
  }
}

/// One reading of a document for what it says against itself.
///
/// All that it finds is a warning: the document has a meaning, if one that nobody meant.
struct SelfCheck {
  let document: Document
  var diagnostics: Diagnostics

  /// The values found so far that are not what their own schemas describe.
  var findings: [Finding] = []

  /// A value that is not what its own schema describes.
  struct Finding {
    var message: String
    var span: SourceSpan?
    var notes: [Diagnostic.Note]
    /// What it has in common with others that break a rule in the same way.
    var kind: String
  }

  init(of document: Document, diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
  }

  /// Where a part of a schema stands.
  func span(of schema: Schema, _ tokens: [String] = []) -> SourceSpan? {
    guard let location = schema.location else { return nil }
    let path = tokens.map { "/" + JSONPointer.escape($0) }.joined()
    return document.span(at: location.pointer + path)
  }

  /// Says of two parts of schemas that they contradict each other.
  mutating func warn(
    _ message: String, at span: SourceSpan?, against note: String, at other: SourceSpan?
  ) {
    diagnostics.warning(message, at: span, notes: [Diagnostic.Note(note, at: other)])
  }
}
