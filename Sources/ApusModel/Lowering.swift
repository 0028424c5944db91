import ApusCore
import ApusOpenAPI
import ApusSource

/// Turns a document into services, endpoints and types.
///
/// What has no counterpart in the model is told in a diagnostic at its place, and becomes free-form
/// JSON, which is still checked by its schema.
struct Lowering {
  let document: Document
  /// Which of its operations and schemas are wanted.
  let selection: Selection
  var diagnostics: Diagnostics
  /// What is known of the schemas.
  let facts = SchemaFacts()
  /// What became of alternatives.
  var accounts = UnionAccounts()
  /// The types that are needed elsewhere than where their schemas stand.
  var strays = Strays()
  /// The types of several schemas together that the type which is being made has, by these.
  var joinedTypes = KnownShapes<[ObjectIdentifier]>()
  /// The schemes that requests need, by their names.
  var securitySchemes: [String: SecuritySchemeDeclaration] = [:]
  /// The file of the operation that is being looked at, as seen from the document; empty in it.
  var operationFile = ""
  /// The names of shared parts, by their places.
  let componentNames: [String: String]

  init(_ document: Document, _ selection: Selection = Selection(), diagnostics: Diagnostics) {
    self.document = document
    self.selection = selection
    self.diagnostics = diagnostics
    componentNames = Self.componentNames(in: document)
  }

  /// The types without names that have no end.
  fileprivate mutating func breakingAliasCircles(in types: [TypeDeclaration]) -> [TypeDeclaration] {
    let circles = AliasCircles(in: types)
    for type in types where circles.contain(type.identifier) {
      warnOfCircle(at: type.identifier.pointer)
    }
    return types.map(circles.broken)
  }

  /// Notes that a value holds others of its own type, which has no name that could be mentioned.
  mutating func warnOfCircle(at pointer: String) {
    warn(
      "values that hold others of the same kind with no object between them are free-form JSON, "
        + "checked by their schema",
      at: pointer)
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
    let named = document.namedSchemas.flatMap { name, schema in
      lowering.declaration(of: schema, called: .name(name)).withoutNull.withoutTypesInAliases
    }
    servers = lowering.servers()
    services = lowering.services()
    securitySchemes = lowering.neededSchemes()
    types = lowering.breakingAliasCircles(in: lowering.housing(strayTypesIn: named))
    unions = lowering.accounts.all
    outlines = lowering.outlines()
    let path = document.place.file
    documentName = path.split(separator: "/").last.map(String.init) ?? path
    self.document = document
    diagnostics = lowering.diagnostics
    breakRecursion()
    keepTypes(reachedBy: selection, diagnostics: &diagnostics)
    self = directed
  }

  /// Breaks every circle of types that hold each other in place.
  private mutating func breakRecursion() {
    var all = types + services.flatMap(\.endpoints).flatMap(\.types)
    all = Recursion.broken(in: all)
    types = Array(all.prefix(types.count))
    var rest = all.dropFirst(types.count)
    for service in services.indices {
      for endpoint in services[service].endpoints.indices {
        let count = services[service].endpoints[endpoint].types.count
        services[service].endpoints[endpoint].types = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }
}
