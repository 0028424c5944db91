/// What carries a request to a server and brings the response back: a network, a router in the
/// same process, or one transport around another.
public protocol Transport: Sendable {
  /// Sends the request.
  ///
  /// - Returns: The response, whatever its status; its body may still be on its way.
  /// - Throws: What kept a response from coming. A cancelled task throws `CancellationError`
  ///   promptly.
  func send(_ request: Request) async throws -> Response
}
