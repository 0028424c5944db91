extension Operation {
  /// An HTTP method as it is sent, such as `POST`.
  public struct Method: Hashable, Sendable, CustomStringConvertible {
    /// The method's name. Methods differ by case (RFC 9110, section 9.1).
    public let description: String

    /// The method of that name.
    public init(_ name: String) {
      description = name
    }

    /// The fields of a Path Item Object that stand for methods, and the version each came with.
    static let fields: [(name: String, method: Method, since: OpenAPIVersion)] = [
      ("get", Method("GET"), .v30), ("put", Method("PUT"), .v30), ("post", Method("POST"), .v30),
      ("delete", Method("DELETE"), .v30), ("options", Method("OPTIONS"), .v30),
      ("head", Method("HEAD"), .v30), ("patch", Method("PATCH"), .v30),
      ("trace", Method("TRACE"), .v30), ("query", Method("QUERY"), .v32),
    ]
  }
}
