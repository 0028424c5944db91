import ApusSource

/// One thing that a client can ask a server to do (OpenAPI 3.2.0, section 4.10).
public struct Operation: Located {
  /// The HTTP method.
  public let method: Method
  /// What the operation is reached by.
  public let address: PathItem.Address
  /// The unique name that the document gives the operation.
  public let operationID: String?
  /// The names of the groups that the operation belongs to.
  public let tags: [String]
  /// A short summary.
  public let summary: String?
  /// A description, in CommonMark.
  public let description: String?
  /// More documentation elsewhere.
  public let externalDocumentation: ExternalDocumentation?
  /// The parameters: the path item's, unless the operation replaces them, and then its own.
  public let parameters: [Parameter]
  /// What the request carries.
  public let requestBody: RequestBody?
  /// What may be answered, in document order.
  public let responses: Entries<StatusKey, DocumentedResponse>
  /// The requests that the server may make in turn, by name.
  public let callbacks: Entries<String, Callback>
  /// Whether the operation should no longer be used.
  public let isDeprecated: Bool
  /// The alternatives of which a request needs one, the document's unless the operation has its
  /// own. A request needs none where the list is empty.
  public let security: [SecurityRequirement]
  /// Where the operation is served, or nothing if neither it nor its path item says: then it is
  /// where the document's servers are.
  public let servers: [Server]?
  public let place: Place

  /// The path; nothing unless the operation is reached by a path of the API.
  public var path: PathTemplate? {
    guard case .path(let template) = address else { return nil }
    return template
  }

  static let title = "an Operation Object"

  /// What an operation takes from its path item.
  struct Surroundings {
    let address: PathItem.Address
    let parameters: [Parameter]
    let servers: [Server]?
  }

  init(reading fields: inout ObjectFields, _ method: Method, _ surroundings: Surroundings) {
    self.method = method
    address = surroundings.address
    place = fields.place
    operationID = fields.operationID()
    tags = fields.strings("tags")
    summary = fields.string("summary")
    description = fields.string("description")
    externalDocumentation = fields.object("externalDocs")
    let own = fields.parameters()
    parameters = fields.context.settled(
      Parameter.merged(surroundings.parameters, with: own), at: address, place)
    requestBody = fields.object("requestBody")
    responses = fields.responses()
    callbacks = fields.map("callbacks")
    isDeprecated = fields.boolean("deprecated") ?? false
    security = fields.securityRequirements() ?? fields.context.security
    servers = fields.optionalList("servers") ?? surroundings.servers
  }
}

extension ReadingContext {
  func operation(
    at place: Place, _ method: Operation.Method, _ surroundings: Operation.Surroundings
  ) -> Operation? {
    var target = place
    if let reference = Reference(at: place) {
      warn("the standard allows no reference in place of \(Operation.title)", at: reference.span)
      guard let end = self.target(of: reference) else { return nil }
      target = end
    }
    return readFields(at: target, title: Operation.title) {
      Operation(reading: &$0, method, surroundings)
    }
  }
}

extension ObjectFields {
  /// The operation's name. A name that was given before is reported, and stays what it is.
  fileprivate mutating func operationID() -> String? {
    guard let name = string("operationId") else { return nil }
    let span = place.member("operationId")?.span ?? place.nameSpan
    guard let first = context.operationIDs[name] else {
      context.operationIDs[name] = span
      return name
    }
    guard first != span else { return name }
    let note = Diagnostic.Note("its first use", at: first)
    context.warn("another operation is named '\(name)' too", at: span, notes: [note])
    return name
  }
}
