import ApusSource

/// Why a parser can't go on as it should: it becomes an error at `range`.
struct SyntaxFailure: Error {
  var message: String
  var range: Range<Int>
  /// A second place and what is to be seen there.
  var note: (message: String, range: Range<Int>)?
  /// Whether reading on makes no sense: the document is too much.
  var isFinal = false

  /// A failure at a range of bytes.
  init(
    _ message: String, at range: Range<Int>,
    note: (message: String, range: Range<Int>)? = nil, isFinal: Bool = false
  ) {
    self.message = message
    self.range = range
    self.note = note
    self.isFinal = isFinal
  }

  /// The failure as a diagnostic about a file: an error, unless the parser goes on.
  func diagnostic(
    _ severity: Diagnostic.Severity = .error, in file: SourceFile
  ) -> Diagnostic {
    let notes = note.map { [Diagnostic.Note($0.message, at: file.span($0.range))] } ?? []
    return Diagnostic(severity, message, at: file.span(range), notes: notes)
  }
}

extension SourceFile {
  /// The span of a range of bytes.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      file: self,
      range: SourceRange(lowerBound: range.lowerBound, upperBound: range.upperBound)
    )
  }

  /// The span of a node.
  func span(_ record: Tree.Record) -> SourceSpan { span(Int(record.start)..<Int(record.end)) }
}
