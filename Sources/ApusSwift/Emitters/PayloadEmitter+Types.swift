import ApusModel

// The types of payloads.
extension PayloadEmitter {
  /// The declarations of the types that a payload needs, inside the operation's namespace.
  func declarations(for payload: SwiftPayload) -> [Code] {
    let parts = payload.alternatives.compactMap(\.parts).flatMap(\.withInner)
    return (parts.flatMap(partsDeclarations) + [choice(payload), structure(payload)]).filter {
      !$0.isEmpty
    }
  }

  private func choice(_ payload: SwiftPayload) -> Code {
    guard let name = payload.choice else { return .empty }
    let cases = payload.alternatives.map { alternative -> Code in
      let types = alternative.content.mediaTypes.map { "`\($0)`" }.joined(separator: ", ")
      return """
        \(Code.documentation("As \(types)."))
        case \(alternative.name)(\(type(of: alternative)))
        """
    }
    return """
      /// What the body may be.
      \(.access)nonisolated enum \(name.name): Sendable {
        \(Code.lines(cases))
      }
      """
  }

  private func structure(_ payload: SwiftPayload) -> Code {
    guard let name = payload.structure else { return .empty }
    return declaration(of: members(of: payload), named: name, description: payload.description)
  }

  /// The declaration of a type that holds a body and header fields.
  func declaration(
    of members: [PayloadMember], named name: NestedName, description: String
  ) -> Code {
    let properties = members.map { member -> Code in
      """
      \(Code.documentation(member.description))
      \(.access)var \(member.name): \(member.type)
      """
    }
    let parameters = members.map {
      "\($0.name): \($0.type)\($0.isOptional ? " = nil" : "")" as Code
    }
    let assignments = members.map { "self.\($0.name) = \($0.name)" as Code }
    return """
      \(Code.documentation(description))
      \(.access)nonisolated struct \(name.name): Sendable {
        \(Code.lines(properties))

        \(.access)init\(Code.list(parameters)) {
          \(Code.lines(assignments))
        }
      }
      """
  }

  private func members(of payload: SwiftPayload) -> [PayloadMember] {
    let body = bodyType(of: payload).map {
      [PayloadMember(name: "body", type: $0, description: "The body.", isOptional: false)]
    }
    return (body ?? []) + members(of: payload.headers)
  }

  /// Header fields as members: first those that are always there.
  func members(of headers: [SwiftHeader]) -> [PayloadMember] {
    let members = headers.map { header in
      PayloadMember(
        name: .name(header.name), type: type(of: header.header),
        description: header.header.description ?? "", isOptional: !header.header.isRequired)
    }
    return members.filter { !$0.isOptional } + members.filter(\.isOptional)
  }
}

/// A property of a type that holds a body and header fields.
struct PayloadMember {
  var name: Code
  var type: Code
  var description: String
  var isOptional: Bool
}

/// The failures that the functions of a payload's types speak of.
struct FailureType {
  let name: Code
  /// What stands behind a function's name where its callers say which failures these are.
  let parameters: Code

  /// Those of one operation.
  init(_ name: Code) {
    self.name = name
    parameters = .empty
  }

  private init(name: Code, parameters: Code) {
    self.name = name
    self.parameters = parameters
  }

  /// Those of any operation.
  static let any = FailureType(name: "Failure", parameters: "<Failure: OperationFailure>")
}

// How these types are read and written.
extension PayloadEmitter {
  /// The functions of the types that a response needs.
  func wireForms(for payload: SwiftPayload, failure: FailureType) -> [Code] {
    [choiceForm(payload, failure), structureForm(payload, failure)].filter { !$0.isEmpty }
  }

  private func choiceForm(_ payload: SwiftPayload, _ failure: FailureType) -> Code {
    guard let name = payload.choice else { return .empty }
    let lists = Self.lists(payload)
    let reads = payload.alternatives.enumerated().map { index, alternative -> Code in
      .switchCase(
        "case \(index)",
        "self = .\(alternative.name.afterDot)(\(Self.readingContent(alternative.content)))",
        isLong: false)
    }
    let writes = payload.alternatives.map { alternative -> Code in
      .switchCase(
        "case .\(alternative.name.afterDot)(let value)",
        Self.writingContent(alternative.content, "status", "value"), isLong: true)
    }
    return """
      nonisolated extension \(name.qualified) {
        init\(Self.reader(failure))\(Code.space(indenting: 2))throws(\(failure.name))\(Code.space()){
          switch response.content\(lists) {
          \(Code.lines(reads))
          default: throw .undocumented(response.response)
          }
        }

        func response(_ status: Int) -> Response {
          switch self {
          \(Code.lines(writes))
          }
        }
      }
      """
  }

  private func structureForm(_ payload: SwiftPayload, _ failure: FailureType) -> Code {
    guard let name = payload.structure else { return .empty }
    let body = readingBody(payload).map { ["body = \($0)"] as [Code] } ?? []
    let reads = payload.headers.map { header -> Code in
      let function: Code = header.header.isRequired ? "header" : "headerIfPresent"
      let arguments = Code.list(header.arguments + header.schemaArgument)
      return "\(header.name) =\(Code.space(indenting: 2))try response.\(function)\(arguments)"
    }
    let writes = payload.headers.map { header -> Code in
      let name = Array(header.arguments.prefix(1))
      let rest = Array(header.arguments.dropFirst())
      return "response.setHeader\(Code.list(name + [.name(header.name)] + rest))"
    }
    return """
      nonisolated extension \(name.qualified) {
        init\(Self.reader(failure))\(Code.space(indenting: 2))throws(\(failure.name))\(Code.space()){
          \(Code.lines(body + reads))
        }

        func response(_ status: Int) -> Response {
          var response = \(writingBody(payload, "status", "body"))
          \(Code.lines(writes))
          return response
        }
      }
      """
  }

  private static func reader(_ failure: FailureType) -> Code {
    let reader = Code.list(["reading response: ResponseReader<\(failure.name)>"])
    return "\(failure.parameters)\(reader)"
  }

  private static func request(_ failure: FailureType) -> Code {
    let reader = Code.list(["from request: inout RequestReader<\(failure.name)>"])
    return "\(failure.parameters)\(reader)"
  }

  /// The functions of the type that a request needs.
  func wireForm(ofRequest payload: SwiftPayload, _ failure: FailureType) -> Code {
    guard let name = payload.choice else { return .empty }
    let lists = Self.lists(payload)
    let writes = payload.alternatives.map { alternative -> Code in
      .switchCase(
        "case .\(alternative.name.afterDot)(let value)",
        Self.sendingAlternative(alternative, "value"), isLong: true)
    }
    let reads = payload.alternatives.enumerated().map { index, alternative -> Code in
      .switchCase(
        "case \(index)",
        "\(receiving(alternative, isRequired: true)).map(Self.\(alternative.name.afterDot))",
        isLong: true)
    }
    let optional: Code =
      !payload.mayBeAbsent
      ? .empty
      : """
      static func readIfPresent\(Self.request(failure))\(Code.space(indenting: 2))async -> Self??\(Code.space()){
        guard request.hasBody else { return .some(nil) }
        return await read(from: &request).map(Optional.some)
      }
      """
    let functions = Code.paragraphs([
      """
      func write\(failure.parameters)(to call: inout ClientCall<\(failure.name)>) {
        switch self {
        \(Code.lines(writes))
        }
      }
      """,
      """
      static func read\(Self.request(failure))\(Code.space(indenting: 2))async -> Self?\(Code.space()){
        switch request.content\(lists) {
        \(Code.lines(reads))
        default: nil
        }
      }
      """, optional,
    ])
    return """
      nonisolated extension \(name.qualified) {
        \(functions)
      }
      """
  }
}

extension SwiftHeader {
  /// The name and the style as arguments.
  var arguments: [Code] {
    let isCommon = header.notation.style == .simple && !header.notation.isExploded
    return [.string(header.name)] + (isCommon ? [] : ["style: \(header.notation.code)"])
  }

  /// The schema as an argument, where one is needed.
  var schemaArgument: [Code] { schema.map { ["schema: \($0)"] } ?? [] }
}
