import ApusSource
import ApusYAML

/// The files that references led to so far, each asked for and read once.
struct DocumentFiles: Sendable {
  /// What reading the files reported.
  private(set) var diagnostics = Diagnostics()
  /// The roots of the files that were read, by what their places start with.
  private(set) var roots: [String: Place] = [:]
  /// How many bytes the files have.
  private(set) var byteCount = 0
  /// The schemas with URIs and names in the files, by what their places start with.
  private(set) var resources: [String: SchemaResources] = [:]

  private let provider: FileProvider?
  private let entryAddress: String
  private var sources: [String: Result<SourceFile, ReferenceFailure>] = [:]
  /// Under which address each file was read first, by its name.
  private var addresses: [String: String] = [:]
  private var read: [String: Result<Place, ReferenceFailure>] = [:]
  /// Where the schema resources start, by their URIs.
  private var identified: [String: Place] = [:]
  private let entryResources: SchemaResources

  /// More files than any document is made of.
  private static let fileLimit = 20_000

  init(entry: Place, provider: FileProvider?) {
    self.provider = provider
    entryAddress = FileAddress.normalised(entry.file)
    entryResources = SchemaResources(in: entry, at: entryAddress)
    sources[entryAddress] = .success(entry.span.file)
    addresses[entry.file] = entryAddress
    read[entryAddress] = .success(entry)
    adopt(entry, with: entryResources)
  }

  /// Whether references led to other files than those of the standard itself.
  var hasOtherFiles: Bool {
    sources.keys.contains { $0 != entryAddress && !Metaschema.isAddress($0) }
  }

  /// The file that a reference names.
  mutating func source(of reference: Reference) -> Result<SourceFile, ReferenceFailure> {
    var result = Result<SourceFile, ReferenceFailure>.failure(.outside)
    for base in bases(of: reference) {
      let source = source(at: FileAddress.resolved(reference.resource, in: base))
      if case .success = source { return source }
      if base == bases(of: reference).first { result = source }
    }
    return result
  }

  /// Where the document or schema starts that a reference names.
  ///
  /// What is given under its URI counts first. Documents that name themselves after where they are
  /// published refer to the files beside them all the same: that is tried then.
  mutating func root(of reference: Reference) -> Result<Place, ReferenceFailure> {
    if reference.resource.isEmpty, let origin = reference.origin {
      return .success(resourceRoot(around: origin))
    }
    let bases = bases(of: reference)
    let meant = FileAddress.resolved(reference.resource, in: bases.first ?? entryAddress)
    let root = root(at: meant)
    if case .success = root { return root }
    for base in bases.dropFirst() {
      let address = FileAddress.resolved(reference.resource, in: base)
      guard case .success(let place) = self.root(at: address) else { continue }
      let advice = "'\(meant)' isn't given: the file '\(address)' is taken for it"
      return .failure(.plain(place, advice: advice))
    }
    return root
  }

  /// What a reference may be relative to: the URI of the schema or document around it, and else the
  /// address of its file.
  private func bases(of reference: Reference) -> [String] {
    guard let origin = reference.origin, let known = resources[origin.document] else {
      return [addresses[reference.span.file.name] ?? entryAddress]
    }
    let base = known.resource(around: origin).address
    return base == known.fileAddress ? [base] : [base, known.fileAddress]
  }

  /// The document or schema with a URI that something stands in.
  func resource(around origin: Reference.Origin) -> SchemaResources.Resource {
    (resources[origin.document] ?? entryResources).resource(around: origin)
  }

  /// Where that document or schema starts.
  func resourceRoot(around origin: Reference.Origin) -> Place {
    let document = origin.document
    guard !document.isEmpty else { return entryResources.resourceRoot(around: origin) }
    return (resources[document] ?? entryResources).resourceRoot(around: origin)
  }

  private mutating func root(at address: String) -> Result<Place, ReferenceFailure> {
    if let known = identified[address].map(Result<Place, ReferenceFailure>.success) ?? read[address]
    {
      return known
    }
    let root = source(at: address).flatMap { parse($0, at: address) }
    read[address] = root
    return root
  }

  private mutating func source(at address: String) -> Result<SourceFile, ReferenceFailure> {
    if let known = sources[address] { return known }
    let source = load(address)
    sources[address] = source
    if case .success(let file) = source, addresses[file.name] == nil {
      addresses[file.name] = address
      byteCount += file.bytes.count
    }
    return source
  }

  private func load(_ address: String) -> Result<SourceFile, ReferenceFailure> {
    guard sources.count < Self.fileLimit else { return .failure(.tooManyFiles) }
    let given = provider?(address).mapError { ReferenceFailure.unavailable($0.reason) }
    if case .success(let file) = given { return .success(file) }
    return Metaschema.file(at: address).map(Result.success) ?? given ?? .failure(.outside)
  }

  private mutating func parse(
    _ file: SourceFile, at address: String
  ) -> Result<Place, ReferenceFailure> {
    // Two addresses may stand for one file.
    if let first = addresses[file.name], first != address, let known = read[first] { return known }
    guard let node = DocumentReader.read(file, diagnostics: &diagnostics) else {
      return .failure(.unreadable)
    }
    let root = Place(root: node, file: FileAddress.relative(address, to: entryAddress))
    adopt(root, with: SchemaResources(in: root, at: address))
    return .success(root)
  }

  /// Takes a file in, with what its schemas call themselves.
  private mutating func adopt(_ root: Place, with found: SchemaResources) {
    roots[root.document] = root
    resources[root.document] = found
    for repetition in found.repetitions { report(repetition) }
    for resource in found.resources where resource.address != found.fileAddress {
      guard let first = identified[resource.address] else {
        identified[resource.address] = resource.root
        continue
      }
      let message =
        "a second schema has the URI '\(resource.address)': references lead to the first"
      report(SchemaResources.Repetition(message: message, place: resource.root, first: first))
    }
  }

  private mutating func report(_ repetition: SchemaResources.Repetition) {
    diagnostics.warning(
      repetition.message, at: repetition.place.nameSpan,
      notes: [Diagnostic.Note("the first one", at: repetition.first.nameSpan)])
  }
}
