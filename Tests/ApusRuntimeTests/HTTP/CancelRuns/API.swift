import ApusRuntime

/// A run is an invocation of a graph / assistant on a thread. It updates the state of the thread.
protocol ThreadRunsAPI: Sendable {
  /// Cancel Runs
  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action
  ) async throws(CancelRunsPost.Failure)
}

extension ThreadRunsAPI {
  /// Cancel Runs
  func cancelRunsPost(_ body: RunsCancel) async throws(CancelRunsPost.Failure) {
    try await cancelRunsPost(body, action: .interrupt)
  }
}

/// Cancel Runs: `POST /runs/cancel`
enum CancelRunsPost {
  /// Action to take when cancelling the run.
  enum Action: String, JSONEnumeration {
    case interrupt, rollback
  }

  enum Failure: OperationFailure {
    /// 404: Not Found
    case notFound(ErrorResponse)
    /// 422: Validation Error
    case unprocessableContent(ErrorResponse)
    /// A response that the document does not describe.
    case undocumented(Response)
    /// No usable response, or a handler's error that is nobody's business.
    case unexpected(any Error)
  }
}

extension CancelRunsPost.Failure {
  init(reading response: ResponseReader<Self>) {
    switch response.status {
    case 404: self = response.json(Self.notFound)
    case 422: self = response.json(Self.unprocessableContent)
    default: self = .undocumented(response.response)
    }
  }

  var response: Response {
    switch self {
    case .notFound(let value): Response(404, json: value)
    case .unprocessableContent(let value): Response(422, json: value)
    case .undocumented(let response): response
    case .unexpected(let error): .unexpected(error)
    }
  }

  static func rejecting(_ problem: InvalidRequest) -> Self {
    .unprocessableContent(ErrorResponse(detail: problem.description))
  }
}
