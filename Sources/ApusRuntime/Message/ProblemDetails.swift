/// A problem as RFC 9457 writes it down, which is how errors are answered that no operation of the
/// document describes.
public struct ProblemDetails: Hashable, Sendable {
  /// The status code of the response.
  public var status: Int
  /// The kind of problem: the status's own name unless you know better.
  public var title: String
  /// What went wrong this time, for the people on the other side.
  public var detail: String?

  /// - Parameters:
  ///   - status: The status code of the response.
  ///   - title: The kind of problem; nil for the status's own name.
  ///   - detail: What went wrong this time.
  public init(status: Int, title: String? = nil, detail: String? = nil) {
    self.status = status
    self.title = title ?? ReasonPhrase.of(status) ?? "Error"
    self.detail = detail
  }

  /// The problem as a response.
  public var response: Response {
    var members: [String: JSON] = ["title": .string(title), "status": .number(JSONNumber(status))]
    members["detail"] = detail.map(JSON.string)
    return Response(status, json: JSON.object(members), mediaType: .problem)
  }
}
