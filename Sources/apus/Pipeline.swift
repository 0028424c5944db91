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
    guard let node = read(source, diagnostics: &diagnostics),
      let document = Document.read(node, diagnostics: &diagnostics)
    else { return [] }
    let api = API(lowering: document, diagnostics: &diagnostics)
    return SwiftGenerator.files(
      for: api, adapters: ServerEngine.allCases.filter(settings.servers.contains))
  }

  /// One document with all that belongs to it; nil, with diagnostics, if there is none that can be
  /// used.
  static func bundle(_ source: SourceFile, diagnostics: inout Diagnostics) -> Node? {
    guard let node = read(source, diagnostics: &diagnostics),
      Document.read(node, diagnostics: &diagnostics) != nil
    else { return nil }
    return node
  }

  /// The document's tree.
  private static func read(_ source: SourceFile, diagnostics: inout Diagnostics) -> Node? {
    DocumentReader.read(source, diagnostics: &diagnostics)
  }
}
