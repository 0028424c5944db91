import ApusCore
import ApusSource
import ApusYAML

/// What is known while a document is read: where references lead, and what was found wrong.
///
/// It lives for one reading only; nothing of it is kept in the document.
final class ReadingContext {
  /// The documents that references may lead to.
  let documents: DocumentSet
  /// What was found wrong so far.
  var diagnostics: Diagnostics
  /// The requirements of operations that name none themselves.
  var security: [SecurityRequirement] = []
  /// The operations that links lead to by name, and where each says so.
  var linkedOperations: [(name: String, span: SourceSpan)] = []
  /// What is known of security schemes by their names, once one was asked for.
  private(set) lazy var securitySchemes = documents.entry.descendant([
    "components", "securitySchemes",
  ])
  /// Where each operation's name was first given.
  var operationIDs: [String: SourceSpan] = [:]

  /// The fields of all objects that were read, if they are to be kept.
  var fieldUses: [FieldUse]?

  /// Reads the document's schemas.
  var schemaReader: SchemaReader
  /// The document of the schemas.
  let schemaDocument: SchemaDocument
  /// How many of the schemas that were read are in the registry.
  var registeredSchemaCount = 0
  /// What is known of the schemas of each document, by what its places start with.
  var schemaFiles: [String: SchemaFile] = [:]
  /// The one of these that was asked for last.
  var lastSchemaFile: (document: String, file: SchemaFile)?
  /// The schemas of other files that stand for one of the document's own names.
  var adoptedSchemas: Set<Place> = []
  /// The examples that schemas describe.
  var describedExamples: [DescribedExample] = []
  /// The way that the message goes whose content is being read; nil if it may be either, or none is.
  var direction: Direction?
  /// What references in schemas lead to.
  let schemaTargets: SchemaTargets
  /// The dialect of schemas that name none.
  let commonDialect: Dialect
  /// The dialects that schemas name, by their URIs; nothing for those that are read as the common one.
  var namedDialects: [String: Dialect?] = [:]

  /// What references lead to in the end, by their files and texts.
  var ends: [ReferenceKey: Place] = [:]
  /// Where chains of references end, by their links; nothing for those without end.
  var chainEnds: [Node.ID: Place?] = [:]

  /// What was read at places that references lead to; nothing where reading failed.
  private var shared: [SharedKey: AnyObject] = [:]
  /// The places that are being read right now.
  private var underway: Set<SharedKey> = []
  private var depth = 0
  /// How many objects were read.
  private var objectCount = 0
  /// How many values there are in the document, with all that aliases and overlays made of it; not
  /// known before it is asked for.
  private var entryNodeCount: Int?

  /// More nesting than any document needs, and little enough for every thread's stack.
  private static let depthLimit = 64

  init(documents: DocumentSet, dialect: Dialect, diagnostics: Diagnostics) {
    self.documents = documents
    commonDialect = dialect
    self.diagnostics = diagnostics
    let targets = SchemaTargets(in: documents)
    schemaTargets = targets
    schemaDocument = SchemaDocument(file: documents.entry.file)
    schemaReader = SchemaReader(
      document: schemaDocument, dialect: dialect,
      resolve: { targets.reference($0, at: $1) })
  }

  /// Reads an object, or what a reference in its place leads to.
  func read<Object: DocumentObject>(_: Object.Type, at place: Place) -> Object? {
    guard let reference = Reference(at: place) else {
      return readFields(at: place, title: Object.title, Object.init(reading:))
    }
    keepUse(ofReferenceAt: place)
    if !Object.mayBeReference { reportMisplaced(reference, title: Object.title) }
    guard let target = target(of: reference) else { return nil }
    var object = readShared(Object.self, at: target, from: reference.span)
    if Object.mayBeReference {
      let siblings = referenceSiblings(at: place)
      object?.override(summary: siblings.summary, description: siblings.description)
    }
    return object
  }

  /// Reads an object that several references may lead to, once.
  func readShared<Object: DocumentObject>(
    _: Object.Type, at place: Place, from span: SourceSpan
  ) -> Object? {
    let key = SharedKey(type: ObjectIdentifier(Object.self), place: place)
    if let known = shared[key] as? SharedObject<Object> { return known.object }
    let object: Object? = once(key, title: Object.title, from: span) {
      readFields(at: place, title: Object.title, Object.init(reading:))
    }
    if !underway.contains(key) { shared[key] = SharedObject(object) }
    return object
  }

  /// Reads what may not contain itself; a second reading inside of the first is reported.
  func once<Value>(
    _ key: SharedKey, title: String, from span: SourceSpan, _ read: () -> Value?
  ) -> Value? {
    guard underway.insert(key).inserted else {
      diagnostics.error("\(title) can't contain itself", at: span)
      return nil
    }
    defer { underway.remove(key) }
    return read()
  }

  /// Reads an object's fields and reports those that nothing asked for.
  func readFields<Value>(
    at place: Place, title: String, _ read: (inout ObjectFields) -> Value?
  ) -> Value? {
    guard place.node.kind == .mapping else {
      reportKind(of: place, expected: "\(title) is a mapping")
      return nil
    }
    guard depth < Self.depthLimit else {
      diagnostics.error("nested too deeply to be read", at: place.nameSpan)
      return nil
    }
    guard !hasTooManyObjects else {
      diagnostics.error("references make more of this document than can be read", at: nil)
      return nil
    }
    objectCount += 1
    depth += 1
    defer { depth -= 1 }
    var fields = ObjectFields(place: place, title: title, context: self)
    let value = read(&fields)
    fields.reportUnknown()
    if fieldUses != nil { fieldUses?.append(contentsOf: fields.uses) }
    return value
  }

  /// Keeps in mind that a reference stands at a place, if the uses of fields are kept.
  func keepUse(ofReferenceAt place: Place) {
    guard fieldUses != nil, let span = place.node.member("$ref")?.keySpan else { return }
    let use = FieldUse(object: "a Reference Object", name: "$ref", treatment: .typed, span: span)
    fieldUses?.append(use)
  }

  /// Whether more objects are read than there are in all files: references have multiplied them.
  private var hasTooManyObjects: Bool {
    guard objectCount >= 10_000 else { return false }
    let known = entryNodeCount ?? Composition(documents.entry.node).extent.nodeCount
    entryNodeCount = known
    return objectCount >= 10_000 + known + documents.byteCount
  }
}

/// What was read at a place that several references may lead to; nothing where reading failed.
private final class SharedObject<Object> {
  let object: Object?

  init(_ object: Object?) {
    self.object = object
  }
}

/// Names a place and what is read there.
struct SharedKey: Hashable {
  let type: ObjectIdentifier
  let node: Node.ID

  init(type: ObjectIdentifier, place: Place) {
    self.type = type
    node = place.node.id
  }
}

extension ReadingContext {
  func warn(_ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = []) {
    diagnostics.warning(message, at: span, notes: notes)
  }

  func fail(_ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = []) {
    diagnostics.error(message, at: span, notes: notes)
  }

  /// Reports a value of the wrong kind, which is then left out.
  ///
  /// Nothing is lost with an empty list or mapping: some languages write both in one way.
  func reportKind(of place: Place, expected: String) {
    let message = "\(expected), not \(place.node.kind.withArticle)"
    let isEmpty = place.node.members.isEmpty && place.node.elements.isEmpty
    if place.node.kind.isCollection && isEmpty {
      warn(message, at: place.span)
    } else {
      fail(message, at: place.span)
    }
  }

  private func reportMisplaced(_ reference: Reference, title: String) {
    warn("the standard allows no reference in place of \(title)", at: reference.span)
  }
}

extension Node.Kind {
  /// Whether values of the kind hold others.
  var isCollection: Bool { self == .mapping || self == .sequence }

  /// The kind as messages name it.
  var withArticle: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    }
  }
}
