import ApusModel

/// Writes the types that call services: `Client.swift`.
struct ClientEmitter {
  let operations: OperationsEmitter
  /// The address of the document's first server, if it has one.
  let address: Code?

  /// The client of one service.
  func client(of service: SwiftService) -> Code {
    let protocolName = operations.spelling.short(service.protocolName)
    return """
      /// Calls the operations of ``\(protocolName)`` \(service.isReceived ? "where they are received" : "on a server" as Code).
      \(.access)struct \(operations.spelling.short(service.clientName)):\(Code.space(indenting: 2))\(protocolName)\(Code.space()){
        /// Where \(service.isReceived ? "they are received" : "the server is" as Code), and how it is reached.
        \(.access)let client: Client

        \(Code.paragraphs([initializer(of: service)] + service.operations.map(function)))
      }
      """
  }

  /// How clients of a service are made.
  private func initializer(of service: SwiftService) -> Code {
    guard !service.isReceived else {
      return """
        /// Calls that `client` carries out, of whoever receives them at that URL.
        \(.access)init(_ client: Client, to url: String) {
          self.client = client.addressed(to: url)
        }
        """
    }
    let plain: Code = """
      /// Calls that `client` carries out.
      \(.access)init(_ client: Client) {
        self.client = client
      }
      """
    return .paragraphs([plain, initializer])
  }

  /// An initialiser for those who want no more than a client of this service.
  private var initializer: Code {
    guard let address else { return .empty }
    let needsCredentials = !(operations.security?.carried.isEmpty ?? true)
    let parameters: [Code] = ["baseURL: String = \(address)", "transport: any Transport"]
    let credentials: [Code] = ["credentials: (any CredentialSource)? = nil"]
    let arguments: [Code] = ["baseURL: baseURL", "transport: transport"]
    let shown: [Code] = ["credentials: credentials"]
    return """
      /// Calls that `transport` carries to the document's first server, or to another.
      \(.access)init\(Code.list(parameters + (needsCredentials ? credentials : []))) {
        self.init(Client\(Code.list(arguments + (needsCredentials ? shown : []))))
      }
      """
  }

  private func function(_ operation: SwiftOperation) -> Code {
    let endpoint = operation.endpoint
    return """
      \(operations.documentation(of: operation))
      \(endpoint.isDeprecated ? Code.deprecation : .empty)
      \(.access)func \(operations.signature(of: operation, hasDefaults: true))\(Code.space()){
        \(operation.inputs.isEmpty ? "let" : "var") call = client.call\(Code.list(
          [endpoint.methodCode, .string(endpoint.receiver == nil ? endpoint.path : "")]
            + server(of: endpoint) + accept(endpoint)
            + security(of: operation) + ["failure: \(operations.failure(of: operation)).self"]))
        \(Code.lines(operation.inputs.map(write)))
        let response = try await call.send\(Code.list(streamed(endpoint)))
        \(outcome(of: operation))
      }
      """
  }

  /// Where the operation is served, if not where all others are.
  private func server(of endpoint: Endpoint) -> [Code] {
    endpoint.server.map { ["at: \(Code.string($0.defaultAddress))"] } ?? []
  }

  /// The media types that a response may have, where they are not the common one.
  private func accept(_ endpoint: Endpoint) -> [Code] {
    var types: [String] = []
    let contents = (endpoint.successes + endpoint.failures).flatMap(\.contents)
    for type in contents.flatMap(\.mediaTypes) where !types.contains(type) { types.append(type) }
    if types.isEmpty || types == ["application/json"] { return [] }
    return ["accept: \(Code.string(types.joined(separator: ", ")))"]
  }

  private func security(of operation: SwiftOperation) -> [Code] {
    operation.endpoint.security.isEmpty ? [] : ["security: \(operations.security(of: operation))"]
  }

  /// The media types of bodies that are taken as they come.
  private func streamed(_ endpoint: Endpoint) -> [Code] {
    let types = endpoint.successes.flatMap(\.contents).filter(\.isStreamed).flatMap(\.mediaTypes)
    let literals = types.map(Code.string)
    return literals.prefix(1).map { "streaming: \($0)" } + literals.dropFirst()
  }

  private func outcome(of operation: SwiftOperation) -> Code {
    let failure = "throw \(operations.failure(of: operation))(reading: response)" as Code
    if operation.successes.isEmpty {
      return """
        switch response.status {
        case 200..<300: return
        default:\(Code.space(indenting: 2))\(failure)
        }
        """
    }
    guard let plain = operation.plainSuccess else {
      return "return try \(operations.success(of: operation))(reading: response)"
    }
    let value: Code = operations.payloads.reading(plain.payload).map { " \($0)" } ?? .empty
    let pattern = plain.response.status == .other ? "case 200..<300" : plain.response.status.pattern
    return """
      switch response.status {
      \(pattern): return\(value)
      default:\(Code.space(indenting: 2))\(failure)
      }
      """
  }

  private func write(_ input: SwiftInput) -> Code {
    let schema = input.schema.map { ["schema: \($0)"] as [Code] } ?? []
    switch input.location {
    case .body(let payload):
      return operations.payloads.sending(input, payload)
    case .parameter(let parameter):
      let value = parameter.nameArgument + [.name(input.name)]
      return "call.\(parameter.entryPoint)\(Code.list(value + parameter.writingStyle + schema))"
    }
  }
}
