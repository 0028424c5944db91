import ApusModel

/// Writes the protocols of services and the types of their operations: `API.swift`.
struct OperationsEmitter {
  let spelling: TypeSpelling
  /// What the declarations stand in; nil for the top level.
  let scope: Identifier?
  /// How requests show who sends them; nil if none has to.
  var security: SwiftSecurity?

  /// Writes what messages carry.
  var payloads: PayloadEmitter { PayloadEmitter(spelling: spelling) }

  /// The same for what is declared inside the scope, and not in extensions beside it.
  var inside: OperationsEmitter {
    OperationsEmitter(
      spelling: scope.map(spelling.inside) ?? spelling, scope: scope, security: security)
  }

  /// A service's protocol and what belongs to its operations.
  func declarations(of service: SwiftService) -> Code {
    .paragraphs(
      [inside.requirements(of: service).inside(scope), defaults(of: service)]
        + service.operations.flatMap {
          [inside.namespace(of: $0).inside(scope), wireForm(of: $0)]
        })
  }

  /// What holds the types of messages that operations share, and how these are read and written.
  ///
  /// - Parameter form: How the types of one message are read and written.
  private func declarations(
    of shared: SharedPayloads, form: (SwiftPayload) -> [Code]
  ) -> Code {
    guard let name = shared.namespace else { return .empty }
    let types = shared.payloads.flatMap(inside.payloads.declarations)
    let declaration = """
      \(Code.documentation(shared.description))
      \(.access)enum \(inside.spelling.short(name)) {
        \(Code.paragraphs(types))
      }
      """ as Code
    let forms = shared.payloads.flatMap { payloads.partsForms(of: $0) + form($0) }
    return .paragraphs([declaration.inside(scope)] + forms)
  }

  /// What holds the types of requests that operations share.
  func declarations(ofRequests requests: SharedPayloads) -> Code {
    declarations(of: requests) { payload in
      [payloads.wireForm(ofRequest: payload, .any)]
    }
  }

  /// What holds the types of responses that operations share.
  func declarations(ofResponses responses: SharedPayloads) -> Code {
    declarations(of: responses) { payloads.wireForms(for: $0, failure: .any) }
  }

  /// The type of how an operation fails.
  func failure(of operation: SwiftOperation) -> Code {
    "\(spelling.short(operation.namespace)).Failure"
  }

  /// The type of how an operation succeeds, where there are several ways.
  func success(of operation: SwiftOperation) -> Code {
    "\(spelling.short(operation.namespace)).Success"
  }

  /// The constant of what an operation needs of those who send its requests.
  func security(of operation: SwiftOperation) -> Code {
    "\(spelling.short(operation.namespace)).security"
  }

  private func requirements(of service: SwiftService) -> Code {
    let functions = Code.paragraphs(
      service.operations.map { operation in
        """
        \(documentation(of: operation))
        func \(signature(of: operation))
        """
      })
    return """
      \(Code.documentation(service.service.description ?? ""))
      \(.access)protocol \(spelling.short(service.protocolName)): Sendable {
        \(functions)
      }
      """
  }

  /// The functions without the parameters that the document has defaults for: a protocol can't
  /// have default arguments.
  private func defaults(of service: SwiftService) -> Code {
    let functions = service.operations.compactMap(withoutDefaults)
    guard !functions.isEmpty else { return .empty }
    return """
      extension \(service.protocolName) {
        \(Code.paragraphs(functions))
      }
      """
  }

  private func withoutDefaults(_ operation: SwiftOperation) -> Code? {
    guard operation.inputs.contains(where: { !$0.isRequired }) else { return nil }
    var short = operation
    short.inputs.removeAll { !$0.isRequired }
    let arguments = operation.inputs.map { input -> Code in
      let value: Code =
        input.isRequired ? .name(input.name) : input.defaultValue ?? "nil"
      return input.isBody ? value : "\(input.name.label): \(value)"
    }
    let parameters = short.inputs.map(\.name.afterDot.text)
    let function = Code.member(operation.functionName, besides: parameters)
    return """
      \(documentation(of: short))
      \(short.endpoint.isDeprecated ? Code.deprecation : .empty)
      \(.access)func \(signature(of: short))\(Code.space()){
        try await \(function)\(Code.list(arguments))
      }
      """
  }
}

// The function of an operation.
extension OperationsEmitter {
  /// The function's name, parameters, effects and result.
  ///
  /// - Parameter hasDefaults: Whether parameters have default arguments.
  func signature(of operation: SwiftOperation, hasDefaults: Bool = false) -> Code {
    let parameters = operation.inputs.map { input -> Code in
      let label: Code = input.isBody ? "_ \(input.name)" : .name(input.name)
      let argument = hasDefaults ? defaultArgument(of: input) : .empty
      return "\(label): \(type(of: input))\(argument)"
    }
    let failure = "throws(\(failure(of: operation)))" as Code
    return """
      \(operation.functionName)\(Code.list(parameters))\(Code.space(indenting: 2))async \(failure)\(result(of: operation))
      """
  }

  private func result(of operation: SwiftOperation) -> Code {
    let type: Code? =
      if let plain = operation.plainSuccess {
        payloads.type(of: plain.payload)
      } else {
        operation.successes.isEmpty ? nil : success(of: operation)
      }
    return type.map { "\(Code.space(indenting: 2))-> \($0)" } ?? .empty
  }

  /// The type of a parameter.
  func type(of input: SwiftInput) -> Code {
    let type = input.payload.flatMap(payloads.type) ?? spelling.type(of: input.shape)
    return input.isOptional ? "\(type)?" : type
  }

  private func defaultArgument(of input: SwiftInput) -> Code {
    if let value = input.defaultValue { return " = \(value)" }
    return input.isOptional ? " = nil" : .empty
  }

  /// What the document says of an operation, and what it calls it.
  func documentation(of operation: SwiftOperation) -> Code {
    let endpoint = operation.endpoint
    var paragraphs = [endpoint.summary, endpoint.description].compactMap(\.self)
    if paragraphs.count == 2, paragraphs[0] == paragraphs[1] { paragraphs.removeLast() }
    paragraphs.append(endpoint.title)
    paragraphs += [requirements(of: operation).documentation].compactMap(\.self)
    if endpoint.isDeprecated { paragraphs.append(Code.deprecationText) }
    let inputs = operation.inputs.compactMap { input in
      input.documentation.map { "  - \(input.name.afterDot.text): \(Self.indented($0))" }
    }
    if !inputs.isEmpty {
      paragraphs.append((["- Parameters:"] + inputs).joined(separator: "\n"))
    }
    return .documentation(paragraphs.joined(separator: "\n\n"))
  }

  /// A text as an item of a list: its further lines stand below its first.
  private static func indented(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: "\n    ")
  }
}

// The types of an operation.
extension OperationsEmitter {
  private func requirements(of operation: SwiftOperation) -> SecurityRequirements {
    SecurityRequirements(
      alternatives: operation.endpoint.security, security: security, spelling: spelling)
  }

  private func namespace(of operation: SwiftOperation) -> Code {
    let types = TypesEmitter(spelling: spelling.inside(operation.namespace))
    let outcomes = OutcomesEmitter(operation: operation, payloads: payloads)
    let body = Code.paragraphs(
      [requirements(of: operation).constant]
        + CallbacksEmitter(operation: operation, operations: self).functions
        + operation.types.map(types.declaration)
        + operation.payloads.flatMap(payloads.declarations)
        + [outcomes.success, outcomes.failure])
    return """
      \(Code.documentation("What belongs to \(operation.endpoint.title)."))
      \(.access)enum \(spelling.short(operation.namespace)) {
        \(body)
      }
      """
  }

  /// How what belongs to an operation is read and written.
  private func wireForm(of operation: SwiftOperation) -> Code {
    let failure = FailureType(failure(of: operation))
    let outcomes = OutcomesEmitter(operation: operation, payloads: payloads)
    let requests = operation.inputs.compactMap { input -> Code? in
      guard let payload = input.payload, !payload.isShared else { return nil }
      return payloads.wireForm(ofRequest: payload, failure)
    }
    let responses = operation.responsePayloads.flatMap {
      payloads.wireForms(for: $0, failure: failure)
    }
    return .paragraphs(
      operation.payloads.flatMap(payloads.partsForms) + requests + responses
        + [
          outcomes.successForm,
          outcomes.failureForm(rejections: [
            rejection(of: operation), refusal(of: operation),
          ]),
        ])
  }

  /// How bad input is answered, where the operation documents a way.
  private func rejection(of operation: SwiftOperation) -> Code {
    guard let rejection = operation.endpoint.rejection,
      let failure = failure(of: operation, as: rejection, saying: "problem")
    else { return .empty }
    return """
      \(.access)static func rejecting(_ problem: InvalidRequest) -> Self {
        \(failure)
      }
      """
  }

  /// How a request that isn't allowed is answered, where the operation documents a way.
  private func refusal(of operation: SwiftOperation) -> Code {
    guard operation.endpoint.security.contains(where: { !$0.uses.isEmpty }) else { return .empty }
    let cases = operation.endpoint.refusals.compactMap { refusal in
      failure(of: operation, as: refusal, saying: "refusal").map {
        "case \(refusal.status): \($0)" as Code
      }
    }
    guard !cases.isEmpty else { return .empty }
    return """
      \(.access)static func refusing(_ refusal: AccessRefusal) -> Self {
        switch refusal.status {
        \(Code.lines(cases))
        default: .undocumented(refusal.response)
        }
      }
      """
  }

  /// A documented failure that says why a request is refused.
  private func failure(
    of operation: SwiftOperation, as rejection: Rejection, saying reason: Code
  ) -> Code? {
    guard
      let outcome = operation.failures.first(where: {
        $0.response.status == .code(rejection.status)
      }),
      let body = spelling.name(of: rejection.body),
      let property = operation.reasonProperties[rejection.status]
    else { return nil }
    return ".\(outcome.name.afterDot)(\(body)(\(property.label): \(reason).description))"
  }
}

extension Endpoint {
  /// What requests of it are, in words.
  fileprivate var title: String {
    guard let receiver else { return "`\(method) \(path)`" }
    if receiver == path { return "`\(method)` for the webhook `\(receiver)`" }
    return "`\(method)` for the callback `\(receiver)` at `\(path)`"
  }
}
