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
    static let fields: [(name: String, since: OpenAPIVersion)] = [
      ("get", .v30), ("put", .v30), ("post", .v30), ("delete", .v30), ("options", .v30),
      ("head", .v30), ("patch", .v30), ("trace", .v30), ("query", .v32),
    ]
  }
}
