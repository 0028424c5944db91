/// What a client may ask next, with values from an answer (OpenAPI 3.2.0, section 4.20).
public struct Link: DocumentObject {
  /// The operation, as a reference.
  public let operationReference: String?
  /// The operation, by its name.
  public let operationID: String?
  /// The operation's parameters, by name: runtime expressions or values.
  public let parameters: Entries<String, Place>
  /// The request's body: a runtime expression or a value.
  public let requestBody: Place?
  /// A description, in CommonMark.
  public private(set) var description: String?
  /// Where the operation is served.
  public let server: Server?
  public let place: Place

  static let title = "a Link Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    operationReference = fields.string("operationRef")
    fields.reportUnknownOperation(operationReference)
    operationID = fields.string("operationId")
    if let operationID, let span = place.member("operationId")?.span {
      fields.context.linkedOperations.append((operationID, span))
    }
    parameters = fields.entries("parameters") { _, _, place in place }
    requestBody = fields.any("requestBody")
    description = fields.string("description")
    server = fields.object("server")
  }

  mutating func override(summary: String?, description: String?) {
    self.description = description ?? self.description
  }
}

extension ObjectFields {
  /// Reports a reference to an operation that isn't there. It documents only, and stops nothing.
  fileprivate func reportUnknownOperation(_ text: String?) {
    guard let text, let span = place.member("operationRef")?.span else { return }
    let reference = Reference(text, at: span, in: .place(place))
    guard case .failure(let failure) = context.documents.lookUp(reference) else { return }
    context.warn(failure.message(for: reference), at: span)
  }
}
