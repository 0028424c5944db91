/// A request on its way to becoming the arguments of an operation.
///
/// Each read gives a value, or `nil` and keeps what is wrong; when all has been read,
/// ``rejection`` is the failure that tells the client everything at once. What the document doesn't
/// name is ignored.
public struct RequestReader<Failure: OperationFailure> {
  var contents: Boxed<RequestContents>

  init(_ contents: RequestContents) {
    self.contents = Boxed(contents)
  }

  /// The request as it came.
  public var request: Request { contents.value.request }

  /// The failure that answers what was wrong, in all parts that were read.
  public var rejection: Failure {
    if let refusal = contents.value.refusal { return .undocumented(refusal) }
    return .rejecting(InvalidRequest(problems: contents.value.problems))
  }

  /// The response for a failure, with what a refusal asks for.
  func answer(to failure: Failure) -> Response {
    var response = failure.response
    if let cause = response.cause, let failure = Self.failure(by: cause) {
      response = failure.response
    }
    if let challenge = contents.value.challenge, response.headers[.wwwAuthenticate] == nil {
      response.headers[.wwwAuthenticate] = challenge
    }
    return response
  }

  /// The failure that answers what a handler threw on because the request is at fault: what it met
  /// while it read a stream. Nil where nobody knows that.
  private static func failure(by cause: any Error) -> Failure? {
    switch cause {
    case let error as InvalidRequest: .rejecting(error)
    case let error as MultipartError where error.isOfMessage:
      .rejecting(InvalidRequest([error.violation], in: .body))
    case let error as BodyTooLarge where error.isOfRequest:
      .undocumented(.contentTooLarge(limit: error.limit))
    default: nil
    }
  }
}
