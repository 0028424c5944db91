import ApusModel

/// Writes where the document says that the API is served: a part of `Client.swift`.
enum ServersEmitter {
  /// The type that holds the addresses.
  static let typeName = "Servers"

  /// The addresses, each as a constant, or as a function of its variables; empty if there are none.
  static func declaration(of servers: [EndpointServer]) -> Code {
    guard !servers.isEmpty else { return .empty }
    return """
      /// Where the document says that the API is served: base URLs for a `Client`.
      \(.access)nonisolated enum \(Code.word(typeName)) {
        \(Code.paragraphs(zip(names(of: servers), servers).map(member)))
      }
      """
  }

  /// The address of the first server, unless it is relative to the document's own.
  static func firstAddress(of servers: [EndpointServer]) -> Code? {
    guard let first = servers.first, first.defaultAddress.contains("://"),
      let name = names(of: servers).first
    else { return nil }
    return "\(Code.word(typeName)).\(name.afterDot)\(first.variables.isEmpty ? "" : "()")"
  }

  /// What each address is called.
  static func names(of servers: [EndpointServer]) -> [Identifier] {
    var table = NameTable(.members)
    return table.names(for: servers.map { Words(of: $0.name ?? $0.fallbackName) })
  }

  private static func member(_ name: Identifier, _ server: EndpointServer) -> Code {
    guard !server.variables.isEmpty else {
      return """
        \(Code.documentation(server.description ?? ""))
        \(.access)static let \(name) = \(Code.string(server.parts.map(\.text).joined()))
        """
    }
    var table = NameTable(.members)
    let names = table.names(for: server.variables.map { Words(of: $0.name) })
    let identifiers = Dictionary(
      zip(server.variables.map(\.name), names), uniquingKeysWith: { first, _ in first })
    let parameters = zip(names, server.variables).map { name, variable -> Code in
      "\(name): String = \(Code.string(variable.defaultValue))"
    }
    let parts = server.parts.map { part -> Code in
      switch part {
      case .literal(let text): .string(text)
      case .variable(let name): identifiers[name].map(Code.name) ?? .string(name)
      }
    }
    return """
      \(documentation(of: server, names))
      \(.access)static func \(name)\(Code.list(parameters))\(Code.space(indenting: 2))-> String\(Code.space()){
        [\(Code.sequence(parts))].joined()
      }
      """
  }

  private static func documentation(of server: EndpointServer, _ names: [Identifier]) -> Code {
    let variables = zip(names, server.variables).map { name, variable in
      let values = variable.values.map { "`\($0)`" }.joined(separator: ", ")
      let texts = [variable.description, values.isEmpty ? nil : "One of \(values)."]
      let text = texts.compactMap(\.self).joined(separator: " ")
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      return "  - \(name.afterDot.text): \(text.isEmpty ? "`\(variable.name)`." : text)"
    }
    let parameters = (["- Parameters:"] + variables).joined(separator: "\n")
    return .documentation(
      [server.description, parameters].compactMap(\.self).joined(separator: "\n\n"))
  }
}

extension EndpointServer {
  /// What it is called if the document has no name for it: by its host, or its path.
  fileprivate var fallbackName: String {
    let address = parts.map(\.text).joined()
    let scheme = address.prefix { $0 != ":" }
    let rest = address.dropFirst(scheme.count)
    let text = rest.hasPrefix("://") ? rest.dropFirst(3) : address[...]
    return Words(of: String(text)).words.isEmpty ? "root" : String(text)
  }
}

extension EndpointServer.Part {
  /// The piece without knowing variables.
  fileprivate var text: String {
    switch self {
    case .literal(let text): text
    case .variable(let name): name
    }
  }
}
