import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift
import ApusYAML

/// The whole way from a document to the files made of it.
enum Pipeline {
  /// The files for a document; what is wrong with it is told in `diagnostics`.
  static func generate(
    _ source: SourceFile, settings: Settings, diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    guard let node = DocumentReader.read(source, diagnostics: &diagnostics),
      let document = Document.read(node, diagnostics: &diagnostics)
    else { return [] }
    let api = API(lowering: document, diagnostics: &diagnostics)
    return SwiftGenerator.files(
      for: api, adapters: ServerEngine.allCases.filter(settings.servers.contains))
  }
}
