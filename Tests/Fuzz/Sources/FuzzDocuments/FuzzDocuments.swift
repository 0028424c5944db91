import ApusOpenAPI
import ApusSource
import ApusYAML
import Fuzzing

@main struct FuzzDocuments {
  static func main() {
    fuzz { start, count in
      read(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }
}

/// Reads an input as a document; every other file that it refers to is the same input.
private func read(_ bytes: [UInt8]) {
  let file = SourceFile(name: "a.yaml", bytes: bytes)
  var diagnostics = Diagnostics()
  guard let node = DocumentReader.read(file, diagnostics: &diagnostics) else { return }
  let document = Document.read(
    node, files: { .success(SourceFile(name: $0, bytes: bytes)) }, diagnostics: &diagnostics)
  precondition(document != nil || diagnostics.hasErrors)
  show(diagnostics)
  guard let document else { return }
  for (_, schema) in document.namedSchemas {
    guard let pointer = schema.location?.pointer else { continue }
    precondition(document.place(at: pointer) != nil)
    precondition(document.schema(at: pointer) != nil)
  }
  for operation in document.operations { precondition(!operation.pointer.isEmpty) }
  _ = document.outlines
}
