import ApusCore
import ApusOpenAPI

// Operations become endpoints, gathered by their first tags.
extension Lowering {
  /// One service for each tag that has an operation: first those that the document lists, in its
  /// order, then the others, and last the operations that have none.
  mutating func services() -> [Service] {
    var endpoints: [String?: [Endpoint]] = [:]
    var tags: [String?] = document.tags.map(\.name)
    for operation in document.operations
    where selection.includes(operation) && isGenerated(operation) {
      let tag = operation.tags.first
      if !tags.contains(tag) { tags.append(tag) }
      endpoints[tag, default: []].append(endpoint(operation))
    }
    if let untagged = tags.firstIndex(of: nil) { tags.append(tags.remove(at: untagged)) }
    return tags.compactMap { tag in
      endpoints[tag].map { endpoints in
        Service(
          tag: tag,
          description: document.tags.first { $0.name == tag }?.description,
          endpoints: endpoints)
      }
    }
  }

  /// Whether the runtime has a name for the operation's method.
  private mutating func isGenerated(_ operation: Operation) -> Bool {
    let name = operation.method.description
    if HTTPMethod.standard.contains(where: { $0.name == name }) { return true }
    warn("the method '\(name)' is not generated: the operation is left out", at: operation.pointer)
    return false
  }

  private mutating func endpoint(_ operation: Operation) -> Endpoint {
    var types: [TypeDeclaration] = []
    let path = operation.path.map(Self.template) ?? ""
    let parameters = self.parameters(of: operation, nested: &types)
    let body = operation.requestBody.flatMap { self.body($0, nested: &types) }
    let responses = self.responses(of: operation, nested: &types)
    let isSuccess = { (response: EndpointResponse) in (200..<300).contains(response.status) }
    return Endpoint(
      name: operation.operationID ?? "\(operation.method.description.lowercased()) \(path)",
      method: operation.method.description,
      path: path,
      summary: operation.summary,
      description: operation.description,
      isDeprecated: operation.isDeprecated,
      parameters: parameters,
      body: body,
      successes: responses.filter(isSuccess),
      failures: responses.filter { !isSuccess($0) },
      rejection: rejection(among: responses),
      types: types)
  }

  /// A path with nothing but names in braces, and without a query.
  private static func template(_ path: PathTemplate) -> String {
    path.parts.map { part in
      switch part {
      case .literal(let text): text
      case .variable(let name): "{\(name)}"
      }
    }.joined()
  }

  private mutating func body(
    _ body: RequestBody, nested: inout [TypeDeclaration]
  ) -> EndpointBody? {
    guard let content = body.content.first(where: { $0.key.isJSON }) else {
      warn("no body but JSON is generated: this one is left out", at: body.pointer)
      return nil
    }
    let schema = content.value.schema ?? Schema()
    return EndpointBody(
      description: body.description ?? schema.documentation,
      isRequired: body.isRequired,
      shape: shape(of: schema, called: .name("request body"), nested: &nested),
      schema: schema)
  }
}

// Responses.
extension Lowering {
  private mutating func responses(
    of operation: Operation, nested: inout [TypeDeclaration]
  ) -> [EndpointResponse] {
    var responses: [EndpointResponse] = []
    var hasSuccess = false
    for entry in operation.responses {
      guard case .code(let status) = entry.key else {
        warn(
          "'\(entry.key)' has no case of its own: it arrives as undocumented",
          at: entry.value.pointer)
        continue
      }
      if (200..<300).contains(status) {
        if hasSuccess {
          warn("a second success has no type: it arrives as undocumented", at: entry.value.pointer)
          continue
        }
        hasSuccess = true
      }
      let label = Label.body(status: status)
      responses.append(
        EndpointResponse(
          status: status,
          description: entry.value.description,
          shape: content(of: entry.value, called: label, nested: &nested)))
    }
    return responses.sorted { $0.status < $1.status }
  }

  private mutating func content(
    of response: DocumentedResponse, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape? {
    guard !response.content.isEmpty else { return nil }
    guard let content = response.content.first(where: { $0.key.isJSON }) else {
      warn("no body but JSON is generated: this one is not read", at: response.pointer)
      return nil
    }
    let schema = content.value.schema ?? Schema()
    return shape(of: schema, called: label, nested: &nested)
  }

  /// The response that tells what is wrong with a request: the first of 422 and 400 whose body is
  /// an object of which one string is all that it requires.
  private func rejection(among responses: [EndpointResponse]) -> Rejection? {
    for status in [422, 400] {
      guard let response = responses.first(where: { $0.status == status }),
        case .reference(let identifier) = response.shape,
        let schema = document.schema(at: identifier.pointer),
        let names = schema[Required.self]?.names, names.count == 1,
        let property = schema[Properties.self]?.properties.first(where: { $0.name == names[0] }),
        property.schema.acceptsAnyString
      else { continue }
      return Rejection(status: status, body: identifier, property: property.name)
    }
    return nil
  }
}

extension Schema {
  /// What a schema, or the one that it refers to, says of itself.
  fileprivate var documentation: String? {
    self[Description.self]?.text ?? self[Reference.self]?.target.schema[Description.self]?.text
  }

  /// Whether nothing is asked but that the value is a string.
  fileprivate var acceptsAnyString: Bool {
    let rules = rules.filter(\.canBeBroken)
    return rules.count == 1 && self[Type.self]?.names == [.string]
  }
}

extension String {
  /// Whether a media type is JSON (RFC 6839, section 3.1, for `+json`).
  var isJSON: Bool {
    let type = prefix { $0 != ";" }.lowercased()
    return type == "application/json" || type.hasSuffix("+json")
  }
}
