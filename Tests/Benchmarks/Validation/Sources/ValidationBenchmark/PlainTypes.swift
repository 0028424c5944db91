import Foundation

// What one would write for Foundation's coders by hand, the conformances synthesized but for JSON of any form.
// Moments stay texts: no strategy reads all of them.

struct PlainRun: Codable {
  var runID: UUID
  var threadID: UUID
  var assistantID: UUID
  var createdAt: String
  var updatedAt: String
  var status: Status
  var metadata: [String: PlainJSON]
  var kwargs: [String: PlainJSON]
  var multitaskStrategy: Strategy
  var langsmithSessionName: String?

  enum CodingKeys: String, CodingKey {
    case status, metadata, kwargs
    case runID = "run_id"
    case threadID = "thread_id"
    case assistantID = "assistant_id"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case multitaskStrategy = "multitask_strategy"
    case langsmithSessionName = "langsmith_session_name"
  }

  enum Status: String, Codable { case pending, running, error, success, timeout, interrupted }
  enum Strategy: String, Codable { case reject, rollback, interrupt, enqueue }
}

struct PlainRunsCancel: Codable {
  var status: Status?
  var threadID: UUID?
  var runIDs: [UUID]?

  enum CodingKeys: String, CodingKey {
    case status
    case threadID = "thread_id"
    case runIDs = "run_ids"
  }

  enum Status: String, Codable { case pending, running, all }
}

enum PlainJSON: Codable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([PlainJSON])
  case object([String: PlainJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([String: PlainJSON].self) {
      self = .object(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else {
      self = .array(try container.decode([PlainJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
