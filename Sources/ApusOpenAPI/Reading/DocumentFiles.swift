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

  private let provider: FileProvider?
  private let entryAddress: String
  private var sources: [String: Result<SourceFile, ReferenceFailure>] = [:]
  /// Under which address each file was read first, by its name.
  private var addresses: [String: String] = [:]
  private var read: [String: Result<Place, ReferenceFailure>] = [:]

  /// More files than any document is made of.
  private static let fileLimit = 20_000

  init(entry: Place, provider: FileProvider?) {
    self.provider = provider
    entryAddress = FileAddress.normalised(entry.file)
    sources[entryAddress] = .success(entry.span.file)
    addresses[entry.file] = entryAddress
    read[entryAddress] = .success(entry)
    roots[""] = entry
  }

  /// The file that a reference names.
  mutating func source(of reference: Reference) -> Result<SourceFile, ReferenceFailure> {
    source(at: address(of: reference))
  }

  /// The root of the file that a reference names.
  mutating func root(of reference: Reference) -> Result<Place, ReferenceFailure> {
    let address = address(of: reference)
    if let known = read[address] { return known }
    let root = source(at: address).flatMap { parse($0, at: address) }
    read[address] = root
    return root
  }

  private func address(of reference: Reference) -> String {
    let base = addresses[reference.span.file.name] ?? entryAddress
    return FileAddress.resolved(reference.resource, in: base)
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
    guard let provider else { return .failure(.outside) }
    guard sources.count < Self.fileLimit else { return .failure(.tooManyFiles) }
    return provider(address).mapError { .unavailable($0.reason) }
  }

  private mutating func parse(
    _ file: SourceFile, at address: String
  ) -> Result<Place, ReferenceFailure> {
    // Two addresses may stand for one file.
    if let first = addresses[file.name], first != address, let known = read[first] { return known }
    guard let node = DocumentReader.read(file, diagnostics: &diagnostics) else {
      return .failure(.unreadable)
    }
    let name = FileAddress.relative(address, to: entryAddress)
    let root = Place(root: node, file: name)
    roots[root.document] = root
    return .success(root)
  }
}
