// What the generator is to make of the document, written by hand: the tests of the HTTP layer need
// something to carry. `RunsCancel` itself stands among the tests of JSON.

import ApusRuntime

/// Error response returned from the server
struct ErrorResponse: JSONObject {
  /// Human-readable error message
  var detail: String
}

extension ErrorResponse {
  init(from object: inout JSONObjectReader) throws {
    detail = try object.required("detail")
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("detail", detail)
  }
}

nonisolated private let document = SchemaDocument(file: "cancel-runs.yaml")

extension RunsCancel {
  static let schema = Schema(
    at: SchemaLocation(document, "/components/schemas/RunsCancel"),
    .type(.object),
    .properties(
      Property("status", .type(.string), .enum("pending", "running", "all")),
      Property("thread_id", .type(.string), .format(.uuid)),
      Property("run_ids", .type(.array), .items(Schema(.type(.string), .format(.uuid))))
    ),
    .oneOf(Schema(.required("status")), Schema(.required("thread_id", "run_ids")))
  )
}

extension ErrorResponse {
  static let schema = Schema(
    at: SchemaLocation(document, "/components/schemas/ErrorResponse"),
    .type(.object),
    .required("detail"),
    .properties(Property("detail", .type(.string)))
  )
}

extension CancelRunsPost.Action {
  static let schema = Schema(
    at: SchemaLocation(document, "/paths/~1runs~1cancel/post/parameters/0/schema"),
    .type(.string),
    .enum("interrupt", "rollback")
  )
}
