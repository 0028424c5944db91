import ApusCore
import ApusModel

/// Writes how a router serves services: `Server.swift`.
struct ServerEmitter {
  let operations: OperationsEmitter

  /// The registration of one service's operations.
  func registration(of service: SwiftService) -> Code {
    """
    extension Router {
      /// Serves the operations of ``\(service.protocolName)``.
      \(.access)mutating func serve(_ api: some \(service.protocolName)) {
        \(Code.paragraphs(service.operations.map(route)))
      }
    }
    """
  }

  private func route(_ operation: SwiftOperation) -> Code {
    let endpoint = operation.endpoint
    let failure = operations.failure(of: operation)
    let place = Code.list([
      endpoint.methodCode, .string(endpoint.path),
    ])
    let arguments = operation.inputs.map { input -> Code in
      input.isBody ? .name(input.name) : "\(input.name.afterDot): \(input.name)"
    }
    let call = "try await api.\(operation.functionName)\(Code.list(arguments))" as Code
    return """
      on\(place) { request throws(\(failure)) in
        \(Code.lines(operation.inputs.map { "let \($0.name) = \(read($0))" }))
        \(check(operation.inputs))
        \(answer(operation, call))
      }
      """
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
        let typed = "default: \(typed(value, input))" as Code
        return "request.\(entryPoint)\(Code.list(name + [typed] + rest))"
      }
      let optional: Code = input.isRequired ? .empty : "IfPresent"
      return "request.\(entryPoint)\(optional)\(Code.list(name + ["as: \(type)"] + rest))"
    }
  }

  /// A default with its type, which nothing else tells where it stands.
  private func typed(_ value: Code, _ input: SwiftInput) -> Code {
    let type = operations.spelling.type(of: input.shape)
    if case .reference = input.shape { return "\(type)\(value)" }
    return "\(type)(\(value))"
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

extension Endpoint {
  /// The method as the runtime names it.
  var methodCode: Code {
    let isKnown = HTTPMethod.standard.contains { $0.name == method }
    return isKnown ? ".\(Code.word(method.lowercased()))" : Code.string(method)
  }
}
