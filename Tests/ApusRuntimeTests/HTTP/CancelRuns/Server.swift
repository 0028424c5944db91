import ApusRuntime

extension Router {
  /// Serves the operations tagged “Thread Runs”.
  mutating func serve(_ api: some ThreadRunsAPI) {
    on(.post, "/runs/cancel") { request throws(CancelRunsPost.Failure) in
      let body = await request.json(RunsCancel.self)
      let action = request.query("action", default: CancelRunsPost.Action.interrupt)
      guard let body, let action else { throw request.rejection }
      try await api.cancelRunsPost(body, action: action)
      return Response(204)
    }
  }
}
