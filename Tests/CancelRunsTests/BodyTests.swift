import ApusRuntime
import CancelRuns
import Foundation
import Testing

@Suite("The body of a cancellation")
struct BodyTests {
  @Test("is accepted by both ways alike, and written without loss", arguments: acceptedBodies)
  func isAccepted(body: String) throws {
    let direct = try RunsCancel(json: body)
    let coded = try JSONDecoder().decode(RunsCancel.self, from: Data(body.utf8))
    #expect(direct == coded)
    let original = try JSON(json: body)
    #expect(try JSON(json: direct.json) == original)
    #expect(try JSON(json: Array(JSONEncoder().encode(direct))) == original)
    #expect(RunsCancel.schema.violations(in: Array(body.utf8)).isEmpty)
  }

  @Test("is refused by both ways alike, with every reason", arguments: refusedBodies)
  func isRefused(refused: RefusedBody) throws {
    let direct = #expect(throws: InvalidValue.self) { try RunsCancel(json: refused.body) }
    let violations = try #require(direct?.violations)
    #expect(violations.flatMap(Reason.all) == refused.reasons)
    #expect(RunsCancel.schema.violations(in: Array(refused.body.utf8)) == violations)

    let coded = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(RunsCancel.self, from: Data(refused.body.utf8))
    }
    #expect(coded?.invalidValue?.violations == violations)
  }

  @Test("is refused where it is not JSON", arguments: malformedBodies)
  func isNotJSON(body: String) throws {
    let error = #expect(throws: InvalidValue.self) { try RunsCancel(json: body) }
    #expect(error?.violations.map(\.expected) == ["JSON text (RFC 8259)"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(RunsCancel.self, from: Data(body.utf8))
    }
  }

  @Test("shows which alternative it is")
  func alternatives() throws {
    let thread = try #require(UUID(uuidString: uuid))
    #expect(
      try RunsCancel(json: #"{"status":"pending"}"#) == .status(.init(status: .pending)))
    #expect(
      try RunsCancel(json: #"{"thread_id":"\#(uuid)","run_ids":[]}"#)
        == .threadIDAndRunIDs(.init(threadID: thread, runIDs: [])))
    #expect(
      try RunsCancel(json: #"{"status":"all","thread_id":"\#(uuid)","note":1}"#)
        == .status(
          .init(status: .all, threadID: thread, additionalProperties: ["note": 1])))
  }

  @Test("has its UUIDs in lower case")
  func lowerCase() throws {
    let body = try RunsCancel(json: #"{"thread_id":"\#(upperUUID)","run_ids":["\#(upperUUID)"]}"#)
    let text = #"{"thread_id":"\#(uuid)","run_ids":["\#(uuid)"]}"#
    #expect(body.jsonText == text)
    let coded = try JSON(json: Array(JSONEncoder().encode(body)))
    #expect(try coded == JSON(json: text))
  }
}

extension Reason {
  /// What a violation says, and what its causes say.
  static func all(of violation: Violation) -> [Reason] {
    [Reason(violation, isCause: false)]
      + violation.causes.map { Reason($0, isCause: true) }
  }

  private init(_ violation: Violation, isCause: Bool) {
    let root = "/components/schemas/RunsCancel/"
    self.init(
      line: violation.file == "cancel-runs.yaml" ? violation.line : nil,
      keyword: violation.schema.hasPrefix(root)
        ? String(violation.schema.dropFirst(root.count)) : violation.schema,
      place: violation.instance, expected: violation.expected, found: violation.found,
      isCause: isCause)
  }
}

extension DecodingError {
  /// The broken rules that the error tells of.
  fileprivate var invalidValue: InvalidValue? {
    guard case .dataCorrupted(let context) = self else { return nil }
    return context.underlyingError as? InvalidValue
  }
}
