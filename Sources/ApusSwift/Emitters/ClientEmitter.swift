import ApusModel

/// Writes the types that call services: `Client.swift`.
struct ClientEmitter {
  let operations: OperationsEmitter

  /// The client of one service.
  func client(of service: SwiftService) -> Code {
    """
    /// Calls the operations of ``\(service.protocolName)`` on a server.
    public struct \(service.clientName): \(service.protocolName) {
      /// Where the server is, and how it is reached.
      public let client: Client

      /// Calls that `client` carries out.
      public init(_ client: Client) {
        self.client = client
      }

      \(Code.paragraphs(service.operations.map(function)))
    }
    """
  }

  private func function(_ operation: SwiftOperation) -> Code {
    let endpoint = operation.endpoint
    return """
      \(operations.documentation(of: operation))
      \(endpoint.isDeprecated ? Code.deprecation : .empty)
      public func \(operations.signature(of: operation, hasDefaults: true))\(Code.space()){
        \(operation.inputs.isEmpty ? "let" : "var") call = client.call\(Code.list([
          method(endpoint.method), .string(endpoint.path),
          "failure: \(operation.namespace).Failure.self",
        ]))
        \(Code.lines(operation.inputs.map(write)))
        let response = try await call.send()
        switch response.status {
        \(Code.lines(endpoint.successes.map(success)))
        default:\(Code.space(indenting: 2))throw \(operation.namespace).Failure(reading: response)
        }
      }
      """
  }

  private func write(_ input: SwiftInput) -> Code {
    let schema = input.schema.map { ["schema: \($0)"] as [Code] } ?? []
    switch input.location {
    case .body:
      return "call.json\(Code.list([.name(input.name)] + schema))"
    case .parameter(let parameter):
      let value = parameter.nameArgument + [.name(input.name)]
      return "call.\(parameter.entryPoint)\(Code.list(value + parameter.writingStyle + schema))"
    }
  }

  private func success(_ response: EndpointResponse) -> Code {
    response.shape == nil
      ? "case \(response.status): return" : "case \(response.status): return try response.json()"
  }

  /// An HTTP method as the runtime names it.
  private func method(_ name: String) -> Code {
    ".\(Code.word(name.lowercased()))"
  }
}
