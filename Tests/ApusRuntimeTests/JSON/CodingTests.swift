import ApusRuntime
import Foundation
import Testing

struct CodingTests {
  @Test(arguments: [
    #"{"status":"pending"}"#,
    #"{"status":"all","thread_id":"0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a01","x":[1,{"y":null}]}"#,
    #"{"thread_id":"0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a01","run_ids":[]}"#,
  ])
  func readAndWritten(_ text: String) throws {
    let value = try withJSON(text) { try RunsCancel(from: $0) }
    #expect(value.jsonText == text)
    let decoded = try JSONDecoder().decode(RunsCancel.self, from: Data(text.utf8))
    #expect(decoded == value)
    #expect(decoded.hashValue == value.hashValue)
    let encoded = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(RunsCancel.self, from: encoded) == value)
    let properties = try PropertyListEncoder().encode(["a": RunsCancel.Status.all])
    #expect(
      try PropertyListDecoder().decode([String: RunsCancel.Status].self, from: properties) == [
        "a": .all
      ])
  }

  @Test func enumerations() throws {
    let text = #"[1,2,1]"#
    let value = try JSONDecoder().decode([Priority].self, from: Data(text.utf8))
    #expect(value == [.low, .high, .low])
    #expect(value.jsonText == text)
  }
}
