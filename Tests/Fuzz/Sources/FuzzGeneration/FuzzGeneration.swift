import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift
import ApusYAML
import Fuzzing

@main struct FuzzGeneration {
  static func main() {
    fuzz { start, count in
      generate(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }
}

/// Goes the whole way from an input to Swift files; every other file that it refers to is the same
/// input.
private func generate(_ bytes: [UInt8]) {
  let file = SourceFile(name: "a.yaml", bytes: bytes)
  var diagnostics = Diagnostics()
  guard let node = DocumentReader.read(file, diagnostics: &diagnostics),
    let document = Document.read(
      node, files: { .success(SourceFile(name: $0, bytes: bytes)) }, diagnostics: &diagnostics)
  else { return }
  document.check(diagnostics: &diagnostics)
  let api = API(lowering: document, diagnostics: &diagnostics)
  var style = SwiftStyle()
  style.adapters = Set(ServerEngine.allCases)
  let files = SwiftGenerator.files(for: api, style: style, diagnostics: &diagnostics)
  show(diagnostics)
  for file in files {
    // Each is marked, whole, and nothing in it hides from its reader.
    precondition(GenerationMarker(startOf: file.contents) != nil)
    precondition(file.contents.last == UInt8(ascii: "\n"))
    precondition(!file.contents.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F })
    let text = String(decoding: file.contents, as: UTF8.self)
    precondition(Array(text.utf8) == file.contents)
  }
}
