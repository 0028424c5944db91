import ApusCore
import ApusSource
import ApusYAML
import Synchronization

/// The document that is read, and the files that its references lead to.
final class DocumentSet: Sendable {
  /// The document that reading started with.
  let entry: Place
  /// The line of the standard that it follows.
  let version: OpenAPIVersion

  private let files: Mutex<DocumentFiles>
  private let versions = Mutex<[String: OpenAPIVersion]>([:])

  /// The document that a node is the root of; an error, and nothing, if it is none that can be read.
  init?(entry node: Node, provider: FileProvider?, diagnostics: inout Diagnostics) {
    entry = Place(root: node)
    guard let version = OpenAPIVersion.read(at: entry, diagnostics: &diagnostics) else {
      return nil
    }
    self.version = version
    files = Mutex(DocumentFiles(entry: entry, provider: provider))
  }

  /// What reading the other files reported.
  var diagnostics: Diagnostics { files.withLock { $0.diagnostics } }
  /// The roots of all files, by what their places start with; empty for the entry document.
  var roots: [String: Place] { files.withLock { $0.roots } }
  /// How many bytes the other files have.
  var byteCount: Int { files.withLock { $0.byteCount } }

  /// Where the document or schema starts that a reference names.
  func root(of reference: Reference) -> Result<Place, ReferenceFailure> {
    files.withLock { $0.root(of: reference) }
  }

  /// The document or schema with a URI that something stands in.
  func resource(around origin: Reference.Origin) -> SchemaResources.Resource {
    files.withLock { $0.resource(around: origin) }
  }

  /// Where that document or schema starts.
  func resourceRoot(around origin: Reference.Origin) -> Place {
    files.withLock { $0.resourceRoot(around: origin) }
  }

  /// The URI of the dialect that a schema says it is written in.
  func dialect(of origin: Reference.Origin) -> String? {
    files.withLock { $0.resources[origin.document]?.dialect(of: origin) }
  }

  /// The URIs of the dialects that schemas in the file of a place say they are written in.
  func dialects(inFileOf place: Place) -> Set<String> {
    let document = place.document
    return Set(files.withLock { $0.resources[document]?.dialects.values.map(\.self) ?? [] })
  }

  /// The pointers of the schemas in the file of a place that say they are written in a dialect.
  func pointers(ofDialect uri: String, inFileOf place: Place) -> [String] {
    let document = place.document
    let dialects = files.withLock { $0.resources[document]?.dialects ?? [:] }
    return dialects.filter { $0.value == uri }.map(\.key)
  }

  /// Whether references to names in the file of a place may mean schemas elsewhere.
  func hasDynamicAnchors(inFileOf place: Place) -> Bool {
    let document = place.document
    return files.withLock { $0.resources[document]?.hasDynamicAnchors ?? false }
  }

  /// Whether references led to other files than those of the standard itself.
  var hasOtherFiles: Bool { files.withLock { $0.hasOtherFiles } }

  /// How often each dynamic name is given in some of the files.
  func dynamicAnchorCounts(in isCounted: (_ document: String) -> Bool = { _ in true }) -> [String:
    Int]
  {
    let all = files.withLock { $0.resources }
    let resources = all.filter { isCounted($0.key) }.values.flatMap(\.resources)
    let names = resources.flatMap { $0.anchors.filter(\.value.isDynamic).keys }
    return names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The text that a reference leads to: a string, or the whole of a file that isn't data.
  func text(of reference: Reference) -> Result<String, ReferenceFailure> {
    if !reference.resource.isEmpty, reference.fragment.isEmpty {
      let source = files.withLock { $0.source(of: reference) }
      return source.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    let result = lookUp(reference)
    if let place = result.meant {
      return place.node.string.map(Result.success) ?? .failure(.noText)
    }
    return result.flatMap { _ in .failure(.noText) }
  }

  /// The root of the document with a place's start; nothing if there is none.
  func root(named document: String) -> Place? {
    files.withLock { $0.roots[document] }
  }

  /// The place with that pointer, in whichever file it is.
  func place(at pointer: String) -> Place? {
    let parts = Place.parts(of: pointer)
    let tokens = JSONPointer.tokens(of: parts.pointer) ?? []
    return root(named: parts.document)?.descendant(tokens)
  }

  /// The line of the standard that a place's file follows: one that names none follows the line
  /// of the entry document.
  func version(at place: Place) -> OpenAPIVersion {
    guard !place.isInEntry else { return version }
    let document = place.document
    if let known = versions.withLock({ $0[document] }) { return known }
    let text = root(named: document)?.node["openapi"]?.text ?? ""
    let version = OpenAPIVersion(rawValue: String(text.prefix(3))) ?? version
    versions.withLock { $0[document] = version }
    return version
  }

  /// The end of a chain of references; nothing if there is none.
  func end(of reference: Reference) -> Place? {
    var next = reference
    for _ in 0..<Self.chainLimit {
      guard let place = lookUp(next).meant else { return nil }
      guard let further = Reference(at: place) else { return place }
      next = further
    }
    return nil
  }

  /// Whether schemas have URIs of their own, so that not every `#` means the document.
  var usesIdentifiers: Bool {
    files.withLock { $0.resources.values.contains { $0.resources.count > 1 || $0.isIdentified } }
  }

  /// The end of a chain of references that lead from file to file and say nothing else.
  func endAcrossFiles(from start: Place) -> Place {
    var place = start
    for _ in 0..<Self.chainLimit {
      guard place.node.members.count == 1, let reference = Reference(at: place) else { break }
      guard !reference.resource.isEmpty, let next = lookUp(reference).meant else { break }
      guard next.document != place.document else { break }
      place = next
    }
    return place
  }

  private static let chainLimit = 100
}
