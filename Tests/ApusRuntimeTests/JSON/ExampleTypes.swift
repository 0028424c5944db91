import ApusRuntime

import struct Foundation.UUID

// Types written just as the generator writes them.

enum RunsCancel: JSONUnion {
  case status(WithStatus)
  case threadIDAndRunIDs(WithThreadIDAndRunIDs)

  struct WithStatus: JSONObject {
    var status: Status
    var threadID: UUID?
    var runIDs: [UUID]?
    var additionalProperties: [String: JSON] = [:]
  }

  struct WithThreadIDAndRunIDs: JSONObject {
    var threadID: UUID
    var runIDs: [UUID]
    var additionalProperties: [String: JSON] = [:]
  }

  enum Status: String, JSONEnumeration { case pending, running, all }
}

extension RunsCancel {
  init(from json: JSONView) throws {
    self =
      json.member("status") == nil
      ? .threadIDAndRunIDs(try WithThreadIDAndRunIDs(from: json))
      : .status(try WithStatus(from: json))
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .status(let value): value.write(to: &json)
    case .threadIDAndRunIDs(let value): value.write(to: &json)
    }
  }
}

extension RunsCancel.WithStatus {
  init(from object: inout JSONObjectReader) throws {
    status = try object.required("status")
    threadID = try object.optional("thread_id")
    runIDs = try object.optional("run_ids")
    additionalProperties = try object.additionalProperties()
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("status", status)
    object.write("thread_id", threadID)
    object.write("run_ids", runIDs)
    object.write(additionalProperties)
  }
}

extension RunsCancel.WithThreadIDAndRunIDs {
  init(from object: inout JSONObjectReader) throws {
    threadID = try object.required("thread_id")
    runIDs = try object.required("run_ids")
    additionalProperties = try object.additionalProperties()
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("thread_id", threadID)
    object.write("run_ids", runIDs)
    object.write(additionalProperties)
  }
}

enum Priority: Int, JSONEnumeration {
  case low = 1
  case high = 2
}

// The schema of `RunsCancel` itself stands among the tests of HTTP.

extension RunsCancel.WithStatus {
  static var schema: Schema { RunsCancel.schema }
}

extension RunsCancel.WithThreadIDAndRunIDs {
  static var schema: Schema { RunsCancel.schema }
}

extension RunsCancel.Status {
  static let schema = Schema(.type(.string), .enum("pending", "running", "all"))
}

extension Priority {
  static let schema = Schema(.type(.integer), .enum(1, 2))
}
