import ApusCore
import CancelRuns
import Testing

private let uuid = "8a0c9e5e-1d2f-4b3a-9c4d-5e6f70818293"

@Suite("A schema with a oneOf of required groups")
struct OneOfTests {
  @Test(
    "accepts a value that matches exactly one",
    arguments: [
      #"{"status":"pending"}"#,
      #"{"thread_id":"\#(uuid)","run_ids":["\#(uuid)"]}"#,
      #"{"thread_id":"\#(uuid)","run_ids":[]}"#,
      #"{"status":"all","thread_id":"\#(uuid)"}"#,
      #"{"status":"all","extra":{"a":[1]}}"#,
    ])
  func accepts(text: String) {
    #expect(runsCancelSchema.violations(in: Array(text.utf8)) == [])
  }

  @Test(
    "refuses every other value, with all reasons",
    arguments: [
      (
        "{}",
        [
          """
          cancel-runs.yaml:116: expected exactly one of 2 alternatives to match, found that none \
          does (#/components/schemas/RunsCancel/oneOf)
          """,
          """
            cancel-runs.yaml:117: expected a member "status", found none of that name \
          (#/components/schemas/RunsCancel/oneOf/0/required)
          """,
          """
            cancel-runs.yaml:119: expected a member "thread_id", found none of that name \
          (#/components/schemas/RunsCancel/oneOf/1/required)
          """,
          """
            cancel-runs.yaml:119: expected a member "run_ids", found none of that name \
          (#/components/schemas/RunsCancel/oneOf/1/required)
          """,
        ]
      ),
      (
        #"{"status":"all","thread_id":"\#(uuid)","run_ids":[]}"#,
        [
          """
          cancel-runs.yaml:116: expected exactly one of 2 alternatives to match, found that \
          alternative 0 (requiring "status") and alternative 1 (requiring "thread_id" and \
          "run_ids") match (#/components/schemas/RunsCancel/oneOf)
          """
        ]
      ),
      (
        #"{"status":"paused","thread_id":"x"}"#,
        [
          """
          cancel-runs.yaml:90: /status: expected one of "pending", "running" or "all", found \
          "paused" (#/components/schemas/RunsCancel/properties/status/enum)
          """,
          """
          cancel-runs.yaml:101: /thread_id: expected a UUID, found "x" \
          (#/components/schemas/RunsCancel/properties/thread_id/format)
          """,
        ]
      ),
    ])
  func refuses(text: String, reasons: [String]) {
    let violations = runsCancelSchema.violations(in: Array(text.utf8))
    let lines = violations.flatMap { $0.description.split(separator: "\n").map(String.init) }
    #expect(lines == reasons)
  }

  @Test("refuses text that is not JSON, as one violation", arguments: ["", "{", "[1,]", "nul"])
  func refusesText(text: String) {
    let violations = runsCancelSchema.violations(in: Array(text.utf8))
    #expect(violations.count == 1)
    #expect(violations.first?.expected == "JSON text (RFC 8259)")
  }
}
