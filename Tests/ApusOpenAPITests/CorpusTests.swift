import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

/// Every document that vendors publish is read, whatever is wrong with it.
@Suite(.enabled(if: Corpus.shared != nil)) struct CorpusTests {
  /// What became of all documents.
  private struct Counts: Equatable {
    var documents = 0
    var withErrors = 0
    var operations = 0
    var schemas = 0
  }

  @Test func everyDocumentIsRead() throws {
    let corpus = try #require(Corpus.shared)
    var counts = Counts()
    var warnings = 0
    for entry in corpus.entries {
      let (document, diagnostics) = try read(entry, of: corpus)
      #expect(document != nil, "\(entry.local)")
      counts.documents += 1
      counts.withErrors += diagnostics.hasErrors ? 1 : 0
      counts.operations += document?.operations.count ?? 0
      counts.schemas += document?.components.schemas.count ?? 0
      warnings += diagnostics.all.count { $0.severity == .warning }
      if entry.validity == "valid", entry.externalRefs == 0 {
        let errors = diagnostics.all.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [], "\(entry.local)")
        #expect(document?.components.schemas.count == entry.componentSchemas, "\(entry.local)")
      }
    }
    print("Corpus: \(counts), \(warnings) warnings")
    #expect(counts == Counts(documents: 84, withErrors: 2, operations: 3_954, schemas: 6_754))
  }

  private func read(
    _ entry: Corpus.Entry, of corpus: Corpus
  ) throws -> (Document?, Diagnostics) {
    var diagnostics = Diagnostics()
    let node = DocumentReader.read(try corpus.file(entry), diagnostics: &diagnostics)
    let document = node.flatMap {
      Document.read($0, files: corpus.files, diagnostics: &diagnostics)
    }
    return (document, diagnostics)
  }
}
