/// The requests that a server makes in turn (OpenAPI 3.2.0, section 4.18).
public struct Callback: DocumentObject {
  /// The requests, by the runtime expression that gives their address.
  public let pathItems: [PathItem]
  public let place: Place

  static let title = "a Callback Object"
  static let mayBeReference = true

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    let expressions = place.members.map(\.key).filter { !$0.hasPrefix("x-") }
    let context = fields.context
    pathItems = expressions.compactMap { expression in
      fields.value(expression).flatMap { context.pathItem(at: $0, .callback(expression)) }
    }
  }
}
