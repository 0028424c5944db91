import ApusModel

// What operations share.
extension SwiftAPI {
  /// Decides the names of the types of messages that operations refer to.
  mutating func nameShared(in endpoints: [Endpoint], _ namer: Namer) {
    let requests = endpoints.compactMap { endpoint in
      endpoint.body.flatMap { body in body.sharedWithTypes.map { (part: $0, message: body) } }
    }
    if let namespace = sharedRequests.namespace {
      let shapes = requests.flatMap(\.message.contents).flatMap(\.shapes)
      let table = namer.table(inside: namespace, mentioning: shapes.flatMap(\.references))
      sharedRequests.name(
        requests, payloadNamer(namespace, table), &renames, hasStructure: { _ in false },
        payload: { $0.payload(of: $1, named: $2) })
    }
    let responses = endpoints.flatMap(\.responses).compactMap { response in
      response.sharedWithTypes.map { (part: $0, message: response) }
    }
    if let namespace = sharedResponses.namespace {
      let shapes = responses.flatMap(\.message.shapes)
      let table = namer.table(inside: namespace, mentioning: shapes.flatMap(\.references))
      sharedResponses.name(
        responses, payloadNamer(namespace, table), &renames,
        hasStructure: { !$0.headers.isEmpty }, payload: { $0.payload(of: $1, named: $2) })
    }
  }
}
