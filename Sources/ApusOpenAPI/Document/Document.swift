import ApusCore
import ApusSource
import ApusYAML

/// An OpenAPI document of any version, read into one model (OpenAPI 3.2.0, section 4.1).
public struct Document: Located {
  /// The line of the standard that the document follows.
  public let version: OpenAPIVersion
  /// What the document says about the API as a whole.
  public let info: Info
  /// The URI that the document gives itself.
  public let selfURI: String?
  /// The dialect of schemas that name none (OpenAPI 3.1).
  public let schemaDialect: String?
  /// Where the API is served. An empty list means where the document is.
  public let servers: [Server]
  /// The groups of operations. Operations may name others too.
  public let tags: [Tag]
  /// The API's paths, in document order.
  public let paths: [PathItem]
  /// The requests that the API's provider sends, by name.
  public let webhooks: Entries<String, PathItem>
  /// What is kept for reuse.
  public let components: Components
  /// The alternatives of which a request needs one, where its operation names none.
  public let security: [SecurityRequirement]
  /// More documentation elsewhere.
  public let externalDocumentation: ExternalDocumentation?
  public let place: Place
  /// The schemas with names of their own, which may refer to each other: the document's, and those
  /// of other files that it refers to.
  public let namedSchemas: [(name: String, schema: Schema)]
  /// The names of those schemas by their pointers.
  let schemaNames: [String: String]
  /// The roots of the document and of the files that it refers to, by what pointers start with.
  let roots: [String: Place]
  /// All schemas, by their places.
  let schemas: SchemaRegistry
  /// How often each dynamic name is given.
  let dynamicAnchorCounts: [String: Int]
  /// Where the schemas stand that stand in no other, in the order in which they were read.
  let schemaRoots: [Place]

  /// The fields of all objects that were read, if that was asked for.
  private(set) var fieldUses: [FieldUse] = []

  /// The examples that schemas describe.
  let describedExamples: [DescribedExample]

  /// All operations of the API's paths, in document order.
  public var operations: [Operation] { paths.flatMap(\.operations) }

  /// Reads a document.
  ///
  /// What breaks the standard in a way that leaves its meaning plain is a warning. Whatever can't
  /// be used is an error and is left out. Never fails otherwise, whatever the document holds.
  /// - Parameters:
  ///   - files: Gives the other files that the document refers to. Without it none is read.
  ///   - dialect: The keywords that schemas may use, and what they mean.
  ///   - keepsFieldUses: Whether ``keywordUses`` has the fields of the document's objects, too.
  /// - Returns: The document, or nothing if it isn't an OpenAPI document that can be read.
  public static func read(
    _ node: Node, files: FileProvider? = nil, dialect: Dialect = .jsonSchema2020,
    keepsFieldUses: Bool = false, diagnostics: inout Diagnostics
  ) -> Document? {
    DocumentSet(entry: node, provider: files, diagnostics: &diagnostics).flatMap {
      read($0, dialect: dialect, keepsFieldUses: keepsFieldUses, diagnostics: &diagnostics)
    }
  }

  static func read(
    _ documents: DocumentSet, dialect: Dialect, keepsFieldUses: Bool = false,
    diagnostics: inout Diagnostics
  ) -> Document? {
    let context = ReadingContext(documents: documents, dialect: dialect, diagnostics: diagnostics)
    if keepsFieldUses { context.fieldUses = [] }
    var document = context.readFields(at: documents.entry, title: "an OpenAPI Object") {
      Document(reading: &$0)
    }
    document?.fieldUses = context.fieldUses ?? []
    diagnostics = context.diagnostics
    diagnostics.append(contentsOf: documents.diagnostics)
    return document
  }

  private init?(reading fields: inout ObjectFields) {
    let context = fields.context
    place = fields.place
    version = context.documents.version
    schemas = context.schemaTargets.registry
    _ = fields.any("openapi")
    selfURI = fields.string("$self", since: .v32)
    schemaDialect = fields.string("jsonSchemaDialect", since: .v31)
    let info: Info? = fields.required("info").flatMap { context.read(Info.self, at: $0) }
    self.info = info ?? Info(missingIn: place)
    servers = fields.list("servers")
    security = fields.securityRequirements() ?? []
    context.security = security
    components =
      fields.value("components").flatMap { place in
        context.readFields(at: place, title: Components.title) { Components(reading: &$0) }
      } ?? Components()
    tags = fields.tags()
    paths = fields.value("paths").map { context.paths(at: $0) } ?? []
    webhooks = fields.entries("webhooks", since: .v31) { context, name, place in
      context.pathItem(at: place, .webhook(name))
    }
    externalDocumentation = fields.object("externalDocs")
    context.reportUnknownOperations()
    context.finishSchemas()
    schemaRoots = schemas.roots.map(\.place)
    dynamicAnchorCounts = context.documents.dynamicAnchorCounts()
    describedExamples = context.describedExamples
    roots = context.documents.roots
    namedSchemas = components.schemas.map { ($0.key, $0.value) } + context.externalSchemas()
    schemaNames = Dictionary(
      namedSchemas.compactMap { name, schema in schema.location.map { ($0.pointer, name) } },
      uniquingKeysWith: { first, _ in first })
    if version == .v30, place.member("paths") == nil { fields.reportMissing("paths") }
  }
}

extension ReadingContext {
  /// Reports links to operations that no operation is named as.
  fileprivate func reportUnknownOperations() {
    for (name, span) in linkedOperations where operationIDs[name] == nil {
      let hint = SpellingSuggestion.hint(for: name, among: operationIDs.keys.sorted())
      warn("no operation is named '\(name)'\(hint)", at: span)
    }
  }
}

extension ObjectFields {
  /// The tags, each name once.
  fileprivate mutating func tags() -> [Tag] {
    var first: [String: Tag] = [:]
    return list("tags", Tag.self).filter { tag in
      guard let other = first[tag.name] else {
        first[tag.name] = tag
        return true
      }
      let note = Diagnostic.Note("the first one", at: other.span)
      context.warn("a second tag '\(tag.name)' is left out", at: tag.span, notes: [note])
      return false
    }
  }
}
