/// How generated code is written, whatever the document says.
public struct SwiftStyle: Hashable, Sendable {
  /// Who may use it.
  public var access = AccessLevel.public
  /// How the document's names become Swift's.
  public var names = NamingStyle.idiomatic
  /// The names that are asked for in place of these.
  public var renames: [Rename] = []
  /// What all of it stands in; nil for the top level. Several documents in one module need one each.
  public var namespace: Namespace?
  /// How it is parted into files.
  public var files = FileDivision.parts
  /// The server engines for which the router's adapters are wanted.
  public var adapters: Set<ServerEngine> = []
  /// The client engines for which transports are wanted.
  public var transports: Set<ClientEngine> = []

  /// The names of types that the runtime takes where its sources stand in the same module; nil where
  /// it is imported.
  public var embeddedTypes: Set<String>?

  /// Public code at the top level, in several files.
  public init() {}
}

extension SwiftStyle {
  /// The places of all files below the output folder, whatever the document.
  public var paths: [String] {
    let parts = files == .one ? [FilePart.api] : FilePart.allCases
    return parts.map { path(of: $0.rawValue) }
      + adapterNames.map(path)
  }

  /// The names of the files with adapters for engines.
  private var adapterNames: [String] {
    ServerEngine.allCases.filter(adapters.contains).map(\.fileName)
      + ClientEngine.allCases.filter(transports.contains).map(\.fileName)
  }

  /// What stands before the names of the runtime's types where an engine has types of such names.
  var runtimePrefix: Code { embeddedTypes == nil ? "ApusRuntime." : .empty }

  /// The place of a file. SwiftPM allows no two of one name in a target, so that the namespace is
  /// part of it.
  func path(of name: String) -> String {
    (namespace.map { "\($0.name.text)+" } ?? "") + name + ".swift"
  }
}

/// What the files are for, in the order in which they follow each other in one.
enum FilePart: String, CaseIterable {
  case api = "API"
  case types = "Types"
  case client = "Client"
  case server = "Server"
  case coding = "Coding"
  case schemas = "Schemas"
  case locations = "Locations"
}

/// How generated code is parted into files.
public enum FileDivision: String, CaseIterable, Sendable {
  /// A file for each purpose.
  case parts
  /// All in one.
  case one
}

/// A server engine that the generator writes an adapter for.
public enum ServerEngine: String, CaseIterable, Sendable {
  case hummingbird, nio

  /// The name of the adapter's file.
  var fileName: String {
    switch self {
    case .hummingbird: "Hummingbird"
    case .nio: "NIO"
    }
  }
}

/// A client engine that the generator writes a transport for.
public enum ClientEngine: String, CaseIterable, Sendable {
  case asyncHTTPClient = "async-http-client"

  /// The name of the transport's file.
  var fileName: String {
    switch self {
    case .asyncHTTPClient: "AsyncHTTPClient"
    }
  }
}

/// The name of a type that holds all generated types.
public struct Namespace: Hashable, Sendable {
  let name: Identifier

  /// The namespace of a name; nil if the name can't be one: it has to be an identifier that begins
  /// with a capital letter and that generated code does not use itself.
  public init?(_ text: String) {
    guard let name = Identifier(exactly: text, as: .types),
      !ReservedNames.modules.contains(text), !ReservedNames.keywords.contains(text)
    else { return nil }
    self.name = name
  }

  /// The namespace for a document of a name: never fails, whatever the name is.
  public init(of document: String) {
    var names = NameTable(.types, reserved: Array(ReservedNames.modules))
    name = names.name(for: Words(of: document))
  }
}
