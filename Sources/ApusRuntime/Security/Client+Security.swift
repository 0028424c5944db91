extension Client {
  /// Sends a request with the credentials that it needs. Where the server refuses a token, another
  /// one is asked for, once; a body that can't be sent twice is not.
  func send(_ request: Request, _ authorization: RequestAuthorization) async throws -> Response {
    var signed = request
    let tokens = try await authorization.apply(to: &signed)
    let response = try await transport.send(signed)
    guard response.status == 401, !tokens.isEmpty, request.body.bytes != nil else {
      return response
    }
    signed = request
    let others = try await authorization.apply(to: &signed, replacing: tokens)
    return others == tokens ? response : try await transport.send(signed)
  }
}
