import ApusCore
import ApusOpenAPI
import ApusSource

/// Turns a document into services, endpoints and types.
///
/// What has no counterpart in the model as yet is told in a diagnostic at its place, and becomes
/// free-form JSON, which is still checked by its schema.
struct Lowering {
  let document: Document
  /// Which of its operations and schemas are wanted.
  let selection: Selection
  var diagnostics: Diagnostics

  init(_ document: Document, _ selection: Selection = Selection(), diagnostics: Diagnostics) {
    self.document = document
    self.selection = selection
    self.diagnostics = diagnostics
  }

  /// Notes what the model has no room for.
  mutating func warn(_ message: String, at pointer: String) {
    diagnostics.warning(message, at: document.nameSpan(at: pointer))
  }
}

extension API {
  /// What a document describes, or as much of it as is wanted.
  public init(
    lowering document: Document, selection: Selection = Selection(),
    diagnostics: inout Diagnostics
  ) {
    var lowering = Lowering(document, selection, diagnostics: diagnostics)
    types = Recursion.broken(
      in: document.namedSchemas.flatMap { name, schema in
        lowering.declaration(of: schema, called: .name(name)).withoutNull.withoutTypesInAliases
      })
    services = lowering.services()
    outlines = lowering.outlines()
    let path = document.place.file
    documentName = path.split(separator: "/").last.map(String.init) ?? path
    self.document = document
    diagnostics = lowering.diagnostics
    keepTypes(reachedBy: selection, diagnostics: &diagnostics)
    self = directed
  }
}
