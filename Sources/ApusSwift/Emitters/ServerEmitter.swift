import ApusCore
import ApusModel

/// Writes how a router serves services: `Server.swift`.
struct ServerEmitter {
  let operations: OperationsEmitter

  /// The registration of one service's operations.
  func registration(of service: SwiftService) -> Code {
    if service.hasCredentials, let security = operations.security {
      return registration(of: service, by: security)
    }
    let parameters = Code.list(["_ api: some \(service.protocolName)"] + paths(of: service))
    return """
      extension Router {
        \(documentation(of: service, parameters: []))
        \(.access)mutating func serve\(parameters)\(Code.space()){
          \(Code.paragraphs(service.operations.map { route($0, on: "api") }))
        }
      }
      """
  }

  private func documentation(
    of service: SwiftService, parameters: [(name: String, text: String)]
  ) -> Code {
    var parameters = parameters
    if service.isReceived {
      let text = "The path at which each is received, by its name in the document."
      parameters.append((name: "path", text: text))
    }
    let summary = "Serves the operations of ``\(service.protocolName.text)``."
    guard parameters.count != 1 else {
      return .documentation(
        "\(summary)\n\n- Parameter \(parameters[0].name): \(parameters[0].text)")
    }
    let items = parameters.map { "  - \($0.name): \($0.text)" }
    let list = items.isEmpty ? [] : ["", "- Parameters:"] + items
    return .documentation(([summary] + list).joined(separator: "\n"))
  }

  /// The registration of a service that needs to know who sends requests, of some operations at
  /// least.
  private func registration(of service: SwiftService, by security: SwiftSecurity) -> Code {
    let isKnown = service.operations.allSatisfy(\.endpoint.isSecured)
    let factory = "@escaping @Sendable (\(isKnown ? "Principal" : "Principal?" as Code))" as Code
    let parameters = Code.list(
      [
        "authenticatedBy authenticator: some \(security.authenticatorName)<Principal>",
        "_ api: \(factory) -> any \(service.protocolName)",
      ] + paths(of: service))
    let rest = isKnown ? "." : "; nil for requests without credentials."
    let documentation = documentation(
      of: service,
      parameters: [
        (name: "authenticator", text: "Finds out who a request comes from."),
        (name: "api", text: "The service as a principal may use it\(rest)"),
      ])
    return """
      extension Router {
        \(documentation)
        \(.access)mutating func serve<Principal>\(parameters)\(Code.space()){
          \(Code.paragraphs(service.operations.map { route($0, on: caller(of: $0)) }))
        }
      }
      """
  }

  /// The service for whoever sends a request of an operation.
  private func caller(of operation: SwiftOperation) -> Code {
    operation.endpoint.hasCredentials ? "api(principal)" : "api(nil)"
  }

  /// - Parameter api: What carries the operation out.
  private func route(_ operation: SwiftOperation, on api: Code) -> Code {
    let endpoint = operation.endpoint
    let failure = operations.failure(of: operation)
    var place: [Code] = [endpoint.methodCode, path(of: endpoint)]
    place += answers(of: endpoint)
    var request: Code = "request"
    if endpoint.hasCredentials {
      let label: Code = endpoint.isSecured ? "authenticatedBy" : "recognizedBy"
      place += ["security: \(operations.security(of: operation))", "\(label): authenticator"]
      request = "request, principal"
    }
    let arguments = operation.inputs.map { input -> Code in
      input.isBody ? .name(input.name) : "\(input.name.label): \(input.name)"
    }
    let call = "try await \(api).\(operation.functionName)\(Code.list(arguments))" as Code
    return """
      on\(Code.list(place)) { \(request) throws(\(failure)) in
        \(Code.lines(operation.inputs.map { "let \($0.name) = \(read($0))" }))
        \(check(operation.inputs))
        \(answer(operation, call))
      }
      """
  }

  /// The media types that an operation answers in, unless it may answer without content.
  private func answers(of endpoint: Endpoint) -> [Code] {
    guard endpoint.successes.allSatisfy({ !$0.contents.isEmpty }) else { return [] }
    var lists: [[String]] = []
    for types in endpoint.successes.flatMap(\.contents).map(\.mediaTypes)
    where !lists.contains(types) { lists.append(types) }
    guard !lists.isEmpty else { return [] }
    return ["answering: \(Code.array(lists.map { Code.array($0.map(Code.string)) }))"]
  }

  private func path(of endpoint: Endpoint) -> Code {
    guard let name = endpoint.receiver else { return .string(endpoint.path) }
    return "path\(Code.list([.string(name)]))"
  }

  /// The parameter that says where requests are received that have no path in the document.
  private func paths(of service: SwiftService) -> [Code] {
    service.isReceived ? ["at path: (String) -> String = Router.path"] : []
  }

  private func read(_ input: SwiftInput) -> Code {
    let schema = input.schema.map { ["schema: \($0)"] as [Code] } ?? []
    let type = "\(operations.spelling.type(of: input.shape)).self" as Code
    switch input.location {
    case .body(let payload):
      return operations.payloads.receiving(input, payload)
    case .parameter(let parameter):
      let name = parameter.nameArgument
      let rest = parameter.readingStyle(beside: input.neighbours) + schema
      let entryPoint = parameter.entryPoint
      if let value = input.defaultValue {
        // Nothing else tells its type where it stands.
        let typed = "default: \(value) as \(operations.spelling.type(of: input.shape))" as Code
        return "request.\(entryPoint)\(Code.list(name + [typed] + rest))"
      }
      let optional: Code = input.isRequired ? .empty : "IfPresent"
      return "request.\(entryPoint)\(optional)\(Code.list(name + ["as: \(type)"] + rest))"
    }
  }

  private func check(_ inputs: [SwiftInput]) -> Code {
    guard !inputs.isEmpty else { return .empty }
    return .guard(inputs.map { "let \($0.name)" }, else: "throw request.rejection")
  }

  private func answer(_ operation: SwiftOperation, _ call: Code) -> Code {
    guard let plain = operation.plainSuccess else {
      guard !operation.successes.isEmpty else {
        return """
          \(call)
          return Response(200)
          """
      }
      return "return \(call).response"
    }
    let status = plain.response.status.code ?? 200
    let payloads = operations.payloads
    guard payloads.type(of: plain.payload) != nil else {
      return """
        \(call)
        return Response(\(status))
        """
    }
    return """
      let result = \(call)
      return \(payloads.writing(plain.payload, "\(status)", "result"))
      """
  }
}

extension SwiftService {
  /// Whether credentials mean something to one of its operations.
  fileprivate var hasCredentials: Bool { operations.contains(where: \.endpoint.hasCredentials) }
}

extension Endpoint {
  /// Whether credentials mean something to it.
  fileprivate var hasCredentials: Bool { isSecured || mayBeAnonymous }

  /// The method as the runtime names it.
  var methodCode: Code {
    let isKnown = HTTPMethod.standard.contains { $0.name == method }
    return isKnown ? ".\(Code.word(method.lowercased()))" : Code.string(method)
  }
}
