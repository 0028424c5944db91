import ApusCore
import ApusOpenAPI
import ApusSource

/// Turns a document into services, endpoints and types.
///
/// What has no counterpart in the model as yet is told in a diagnostic at its place, and becomes
/// free-form JSON, which is still checked by its schema.
struct Lowering {
  let document: Document
  var diagnostics: Diagnostics

  init(_ document: Document, diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
  }

  /// Notes what the model has no room for.
  mutating func warn(_ message: String, at pointer: String) {
    diagnostics.warning(message, at: document.nameSpan(at: pointer))
  }
}

extension API {
  /// What a document describes.
  public init(lowering document: Document, diagnostics: inout Diagnostics) {
    var lowering = Lowering(document, diagnostics: diagnostics)
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
  }
}
