import ApusSource
import ApusSwift

/// The whole way from a document to the files made of it.
enum Pipeline {
  /// The files for a document; what is wrong with it is told in `diagnostics`.
  static func generate(
    _ source: SourceFile, settings: Settings, diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    [GeneratedFile(path: "Types.swift", document: source.name, body: "import ApusRuntime\n")]
  }
}
