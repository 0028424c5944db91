import ApusCore
import ApusOpenAPI

// Operations become endpoints, gathered by their first tags.
extension Lowering {
  /// One service for each tag that has an operation: first those that the document lists, in its
  /// order, then the others, and last the operations that have none.
  mutating func services() -> [Service] {
    let operations = document.operations.filter { selection.includes($0) }.map { operation in
      let path = operation.path.map(Self.template) ?? ""
      let name = "\(operation.method.description.lowercased()) \(path)"
      return ReceivedOperation(operation: operation, name: name)
    }
    return services(of: operations, as: .operations) + webhookServices() + callbackServices()
  }

  /// Some operations by their first tags.
  mutating func services(of operations: [ReceivedOperation], as role: Service.Role) -> [Service] {
    var endpoints: [String?: [Endpoint]] = [:]
    var tags: [String?] = document.tags.map(\.name)
    for received in operations {
      let tag = received.operation.tags.first
      if !tags.contains(tag) { tags.append(tag) }
      endpoints[tag, default: []].append(endpoint(received.operation, receivedAs: received))
    }
    if let untagged = tags.firstIndex(of: nil) { tags.append(tags.remove(at: untagged)) }
    return tags.compactMap { tag in
      endpoints[tag].map { endpoints in
        Service(
          tag: tag,
          description: document.tags.first { $0.name == tag }?.description,
          role: role,
          endpoints: endpoints)
      }
    }
  }

  mutating func endpoint(
    _ operation: Operation, receivedAs received: ReceivedOperation
  ) -> Endpoint {
    operationFile = document.parts(of: operation.pointer).file
    var types: [TypeDeclaration] = []
    let parameters = self.parameters(of: operation, nested: &types)
    let body = operation.requestBody.flatMap { self.body($0, nested: &types) }
    let responses = self.responses(of: operation, nested: &types)
    let successes = Self.successes(among: responses)
    let failures = responses.filter { response in
      response.status == .other || !successes.contains { $0.status == response.status }
    }
    return Endpoint(
      name: operation.operationID ?? received.name,
      method: operation.method.description,
      path: Self.path(of: operation),
      pointer: operation.pointer,
      server: received.receiver == nil ? server(of: operation) : nil,
      receiver: received.receiver,
      summary: operation.summary,
      description: operation.description,
      isDeprecated: operation.isDeprecated,
      parameters: parameters,
      body: body,
      successes: successes,
      failures: failures,
      rejection: rejection(with: [422, 400], among: responses),
      security: security(of: operation),
      refusals: [401, 403].compactMap { rejection(with: [$0], among: responses) },
      callbacks: callbacks(of: operation),
      types: types)
  }

  /// Where an operation is, as its documentation says it.
  private static func path(of operation: Operation) -> String {
    switch operation.address {
    case .path(let path): template(path)
    case .webhook(let name), .callback(let name), .component(let name): name
    }
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

  /// The responses that an operation returns: the documented successes; where there are none,
  /// redirects; and where there are none of these either, what is documented for all statuses.
  private static func successes(among responses: [EndpointResponse]) -> [EndpointResponse] {
    let classes = [2, 3].map { digit in responses.filter { $0.isOfClass(digit) } }
    return classes.first { !$0.isEmpty } ?? responses.filter { $0.status == .other }
  }
}
