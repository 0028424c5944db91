import ApusChanges
import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift
import ApusYAML

/// The texts that everything is made from.
struct DocumentSources {
  /// The OpenAPI document.
  var document: SourceFile
  /// The overlays that correct it, in order.
  var overlays: [SourceFile] = []
  /// Gives the files that the document refers to; nil if none is to be read.
  var files: FileProvider?
}

/// The whole way from a document to the files made of it.
enum Pipeline {
  /// The files for a document; what is wrong with it is told in `diagnostics`.
  static func generate(
    _ sources: DocumentSources, settings: Settings, stages: Stages = Stages(),
    diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    guard let document = document(sources, settings.formats, stages, diagnostics: &diagnostics)
    else { return [] }
    stages.begin(.model)
    let api = checkedModel(of: document, settings, diagnostics: &diagnostics)
    stages.begin(.generate)
    return api.map {
      SwiftGenerator.files(for: $0, style: settings.style, diagnostics: &diagnostics)
    } ?? []
  }

  /// What a document describes. What it says against itself is looked for at the same time: these are
  /// warnings, which nothing waits for.
  private static func checkedModel(
    of document: Document, _ settings: Settings, diagnostics: inout Diagnostics
  ) -> API? {
    let works: [@Sendable (inout Diagnostics) -> API?] = [
      { found in
        document.check(diagnostics: &found)
        return nil
      },
      { API(lowering: document, selection: settings.selection, diagnostics: &$0) },
    ]
    let results = works.concurrentMap { work in
      var found = Diagnostics()
      return (api: work(&found), found: found)
    }
    for result in results { diagnostics.append(contentsOf: result.found) }
    return results.compactMap(\.api).first
  }

  /// What a document describes, to be compared with another one; nil, with diagnostics, if it can't
  /// be used.
  static func edition(
    _ sources: DocumentSources, settings: Settings, diagnostics: inout Diagnostics
  ) -> Edition? {
    guard let document = document(sources, settings.formats, Stages(), diagnostics: &diagnostics)
    else { return nil }
    let api = API(lowering: document, selection: settings.selection, diagnostics: &diagnostics)
    return Edition(api, style: settings.style)
  }

  /// How a document's schemas become types; nil, with diagnostics, if it can't be used.
  static func explanation(
    of sources: DocumentSources, settings: Settings, stages: Stages = Stages(),
    diagnostics: inout Diagnostics
  ) -> Explanation? {
    guard let document = document(sources, settings.formats, stages, diagnostics: &diagnostics)
    else { return nil }
    stages.begin(.model)
    let api = API(lowering: document, selection: settings.selection, diagnostics: &diagnostics)
    return Explanation(of: api, style: settings.style)
  }

  /// What a document says, word by word, and what becomes of it; nil, with diagnostics, if it can't be
  /// used.
  static func keywordUses(
    of sources: DocumentSources, formats: Settings.Formats, stages: Stages = Stages(),
    diagnostics: inout Diagnostics
  ) -> [FieldUse]? {
    document(sources, formats, stages, keepsFieldUses: true, diagnostics: &diagnostics)?.keywordUses
  }

  /// One document with all that belongs to it; nil, with diagnostics, if there is none that can be
  /// used.
  static func bundle(
    _ sources: DocumentSources, stages: Stages = Stages(), diagnostics: inout Diagnostics
  ) -> Node? {
    read(sources, stages, diagnostics: &diagnostics).flatMap {
      Document.bundle($0, files: sources.files, diagnostics: &diagnostics)
    }
  }

  /// The document with all that it refers to; nil, with diagnostics, if it can't be used.
  private static func document(
    _ sources: DocumentSources, _ formats: Settings.Formats, _ stages: Stages,
    keepsFieldUses: Bool = false, diagnostics: inout Diagnostics
  ) -> Document? {
    read(sources, stages, diagnostics: &diagnostics).flatMap {
      Document.read(
        $0, files: sources.files, dialect: formats.dialect, keepsFieldUses: keepsFieldUses,
        diagnostics: &diagnostics)
    }
  }

  /// The document's tree, with what the overlays make of it. Nil if an overlay is none: what it was
  /// to correct would only be reported.
  private static func read(
    _ sources: DocumentSources, _ stages: Stages, diagnostics: inout Diagnostics
  ) -> Node? {
    stages.begin(.parse)
    defer { stages.begin(.resolve) }
    let document = DocumentReader.read(sources.document, diagnostics: &diagnostics)
    let overlays = sources.overlays.map { file in
      DocumentReader.read(file, diagnostics: &diagnostics).flatMap {
        Overlay.read($0, diagnostics: &diagnostics)
      }
    }
    guard let document, !overlays.contains(where: { $0 == nil }) else { return nil }
    return Overlay.apply(overlays.compactMap(\.self), to: document, diagnostics: &diagnostics)
  }
}
