/// A UUID, and the same in upper case.
let uuid = "8a0c9e5e-1d2f-4b3a-9c4d-5e6f70818293"
let upperUUID = "8A0C9E5E-1D2F-4B3A-9C4D-5E6F70818293"

/// Bodies that the document allows.
let acceptedBodies = [
  #"{"status":"pending"}"#,
  #"{"status":"running"}"#,
  #"{"thread_id":"\#(uuid)","run_ids":["\#(uuid)"]}"#,
  #"{"run_ids":[],"thread_id":"\#(uuid)"}"#,
  #"{"status":"all","thread_id":"\#(uuid)"}"#,
  #"{"status":"all","run_ids":["\#(uuid)","\#(uuid)"]}"#,
  #"{"status":"pending","extra":{"deep":[1,2.50,null,"x"]},"large":123456789012345678901234567890}"#,
  #" {"status" : "p\u0065nding"} "#,
]

/// A body that the document refuses, and every reason why.
struct RefusedBody: Sendable, CustomStringConvertible {
  var body: String
  var reasons: [Reason]

  var description: String { body }
}

/// What a violation says.
struct Reason: Hashable, Sendable {
  /// The line of the document.
  var line: Int?
  /// The keyword, below the schema of the body.
  var keyword: String
  /// The place in the body.
  var place = ""
  var expected: String
  var found: String
  /// Whether it tells why an alternative does not match.
  var isCause = false

  static func noAlternative(_ found: String) -> Reason {
    Reason(
      line: 114, keyword: "oneOf", expected: "exactly one of 2 alternatives to match", found: found)
  }

  static func missing(_ name: String, line: Int, alternative: Int) -> Reason {
    Reason(
      line: line, keyword: "oneOf/\(alternative)/required", expected: "a member \"\(name)\"",
      found: "none of that name", isCause: true)
  }

  static let noStatus = missing("status", line: 115, alternative: 0)
  static let noThread = missing("thread_id", line: 117, alternative: 1)
  static let noRuns = missing("run_ids", line: 117, alternative: 1)

  static func wrongStatus(_ found: String) -> Reason {
    Reason(
      line: 94, keyword: "properties/status/enum", place: "/status",
      expected: #"one of "pending", "running" or "all""#, found: found)
  }

  static func noString(_ property: String, line: Int, _ found: String) -> Reason {
    Reason(
      line: line, keyword: "properties/\(property)/type", place: "/\(property)",
      expected: "a string", found: found)
  }

  static func noObject(_ found: String) -> [Reason] {
    [Reason(line: 88, keyword: "type", expected: "an object", found: found)]
  }
}

private let none = "that none does"
private let both = """
  that alternative 0 (requiring "status") and alternative 1 (requiring "thread_id" and "run_ids") \
  match
  """

let refusedBodies = [
  RefusedBody(
    body: "{}", reasons: [.noAlternative(none), .noStatus, .noThread, .noRuns]),
  RefusedBody(
    body: #"{"thread_id":"\#(uuid)"}"#, reasons: [.noAlternative(none), .noStatus, .noRuns]),
  RefusedBody(
    body: #"{"run_ids":["\#(uuid)"]}"#, reasons: [.noAlternative(none), .noStatus, .noThread]),
  RefusedBody(
    body: #"{"status":"all","thread_id":"\#(uuid)","run_ids":[]}"#,
    reasons: [.noAlternative(both)]),
  RefusedBody(body: #"{"status":"paused"}"#, reasons: [.wrongStatus(#""paused""#)]),
  RefusedBody(body: #"{"status":"Pending"}"#, reasons: [.wrongStatus(#""Pending""#)]),
  RefusedBody(
    body: #"{"status":null}"#,
    reasons: [.noString("status", line: 93, "null"), .wrongStatus("null")]),
  RefusedBody(
    body: #"{"status":1,"thread_id":null}"#,
    reasons: [
      .noString("status", line: 93, "1"), .wrongStatus("1"),
      .noString("thread_id", line: 103, "null"),
    ]),
  RefusedBody(
    body: #"{"status":"all","thread_id":"not-a-uuid","run_ids":["\#(uuid)x",7]}"#,
    reasons: [
      Reason(
        line: 104, keyword: "properties/thread_id/format", place: "/thread_id",
        expected: "a UUID", found: #""not-a-uuid""#),
      Reason(
        line: 111, keyword: "properties/run_ids/items/format", place: "/run_ids/0",
        expected: "a UUID", found: #""\#(uuid)x""#),
      Reason(
        line: 110, keyword: "properties/run_ids/items/type", place: "/run_ids/1",
        expected: "a string", found: "7"),
      .noAlternative(both),
    ]),
  RefusedBody(
    body: #"{"thread_id":"\#(uuid)","run_ids":null}"#,
    reasons: [
      Reason(
        line: 108, keyword: "properties/run_ids/type", place: "/run_ids", expected: "an array",
        found: "null")
    ]),
  RefusedBody(body: "null", reasons: Reason.noObject("null")),
  RefusedBody(body: "[]", reasons: Reason.noObject("an empty array")),
  RefusedBody(body: "[1]", reasons: Reason.noObject("an array")),
  RefusedBody(body: #""pending""#, reasons: Reason.noObject(#""pending""#)),
  RefusedBody(body: "42", reasons: Reason.noObject("42")),
]

/// Texts that are not JSON. (`JSONDecoder` takes a comma before a closing bracket, so there is none
/// among them.)
let malformedBodies = [
  "", " ", "{", #"{"status":"all""#, #"{"status":"all"} x"#, "{'a':1}",
  #"{"status":NaN}"#, "\u{FEFF}{}", #"{"status":"\#u{1}"}"#, #"{"status":"\ud800"}"#, "nul",
]
