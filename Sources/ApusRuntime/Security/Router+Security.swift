extension Router {
  /// Adds an operation that nobody may use whom the authenticator doesn't know. Nothing else is read
  /// of a request before that is settled.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path as the document has it, such as `/threads/{thread_id}`.
  ///   - answers: The media types that it answers in where it succeeds, as lists of those that mean
  ///     the same.
  ///   - security: The alternatives, of which a request must satisfy one. Without any, or with one
  ///     that needs nothing, nobody is let in by that.
  ///   - authenticator: Finds out who requests come from.
  ///   - handler: Reads the request, which comes from that principal, and answers it.
  public mutating func on<Failure: OperationFailure, Authenticator: RequestAuthenticator>(
    _ method: HTTPMethod,
    _ path: String,
    answering answers: [[MediaType]] = [],
    security: [SecurityRequirement],
    authenticatedBy authenticator: Authenticator,
    handler:
      @escaping @Sendable (inout RequestReader<Failure>, Authenticator.Principal)
      async throws(Failure) -> Response
  ) {
    secrets.insert(security)
    on(method, path, answering: answers) { request throws(Failure) in
      let principal = try await request.principal(security, authenticator)
      return try await handler(&request, principal)
    }
  }

  /// Adds an operation that may be used without credentials. Those that a request shows are proved
  /// all the same: bad ones are refused.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path as the document has it, such as `/threads/{thread_id}`.
  ///   - answers: The media types that it answers in where it succeeds, as lists of those that mean
  ///     the same.
  ///   - security: The alternatives.
  ///   - authenticator: Finds out who requests come from.
  ///   - handler: Reads the request, which comes from that principal, and answers it; nil for a
  ///     request that shows nothing.
  public mutating func on<Failure: OperationFailure, Authenticator: RequestAuthenticator>(
    _ method: HTTPMethod,
    _ path: String,
    answering answers: [[MediaType]] = [],
    security: [SecurityRequirement],
    recognizedBy authenticator: Authenticator,
    handler:
      @escaping @Sendable (inout RequestReader<Failure>, Authenticator.Principal?)
      async throws(Failure) -> Response
  ) {
    secrets.insert(security)
    on(method, path, answering: answers) { request throws(Failure) in
      let principal = try await request.principalIfAny(security, authenticator)
      return try await handler(&request, principal)
    }
  }
}
