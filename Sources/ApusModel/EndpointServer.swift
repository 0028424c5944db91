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

extension Lowering {
  /// The servers of the whole document. Those of single operations are noted: these are called where
  /// all others are.
  mutating func servers() -> [EndpointServer] {
    for operation in document.operations where selection.includes(operation) {
      guard let own = operation.servers?.first else { continue }
      warn("the server of an operation is not generated: a client has one", at: own.pointer)
    }
    return document.servers.map(EndpointServer.init)
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
