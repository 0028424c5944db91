import ApusRuntime

/// What the ways to start a run have in common.
struct RunOrder: Sendable {
  let assistant: String
  let input: [String: JSON]
  let metadata: [String: JSON]
  /// Whether events have identifiers, so that whoever follows can go on behind one.
  let isResumable: Bool

  /// The order that a body is.
  init(_ body: some JSONCodable) throws {
    let body = try JSON(json: body.json)
    assistant = body["assistant_id"]?.string ?? ""
    input = body["input"]?.object ?? [:]
    metadata = body["metadata"]?.object ?? [:]
    isResumable = body["stream_resumable"]?.boolean ?? false
  }

  var duration: Duration { .seconds(input["seconds"]?.number?.double ?? 0) }
  /// Whether the first stream of the events is to end too early.
  var cutsStream: Bool { input["cut"] == true }
}
