import ApusOpenAPI

/// An address that operations are served at.
public struct EndpointServer: Sendable {
  /// One piece of the address.
  public enum Part: Sendable {
    /// Text that stands for itself.
    case literal(String)
    /// What stands for one of the variables, by its name.
    case variable(String)
  }

  /// A part of the address that is chosen when it is used.
  public struct Variable: Sendable {
    /// The name in the document.
    public var name: String
    public var description: String?
    /// The value when none is chosen.
    public var defaultValue: String
    /// The values that may be chosen; any if there are none.
    public var values: [String]
  }

  /// The document's name for it.
  public var name: String?
  public var description: String?
  public var parts: [Part]
  /// The variables in the address, each once.
  public var variables: [Variable]
}

extension EndpointServer {
  /// The address with the variables' defaults.
  public var defaultAddress: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .variable(let name):
        variables.first { $0.name == name }?.defaultValue ?? "{\(name)}"
      }
    }.joined()
  }
}

extension Lowering {
  /// The servers of the whole document.
  func servers() -> [EndpointServer] { document.servers.map(EndpointServer.init) }

  /// Where an operation is served, if not where all others are. Of several servers it is the first.
  mutating func server(of operation: Operation) -> EndpointServer? {
    guard let servers = operation.servers, let first = servers.first else { return nil }
    let server = EndpointServer(first)
    let others = document.servers.map { EndpointServer($0).defaultAddress }
    if others.first == server.defaultAddress { return nil }
    if servers.count > 1 {
      warn("of the servers of an operation, the first is called", at: servers[1].pointer)
    }
    return server
  }
}

extension EndpointServer {
  fileprivate init(_ server: Server) {
    var variables: [Variable] = []
    parts = PathTemplate(server.url).parts.map { part in
      switch part {
      case .literal(let text): return .literal(text)
      case .variable(let name):
        guard let declared = server.variables.first(where: { $0.key == name })?.value else {
          return .literal("{\(name)}")
        }
        if !variables.contains(where: { $0.name == name }) {
          variables.append(
            Variable(
              name: name, description: declared.description,
              defaultValue: declared.defaultValue, values: declared.values))
        }
        return .variable(name)
      }
    }
    self.variables = variables
    name = server.name
    description = server.description
  }
}
