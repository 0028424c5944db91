import ApusRuntime

struct ThreadRunsClient: ThreadRunsAPI {
  let client: Client

  init(_ client: Client) {
    self.client = client
  }

  /// Cancel Runs
  func cancelRunsPost(
    _ body: RunsCancel, action: CancelRunsPost.Action = .interrupt
  ) async throws(CancelRunsPost.Failure) {
    var call = client.call(.post, "/runs/cancel", failure: CancelRunsPost.Failure.self)
    call.query("action", action)
    call.json(body)
    let response = try await call.send()
    switch response.status {
    case 204: return
    default: throw CancelRunsPost.Failure(reading: response)
    }
  }
}
