import ApusRuntime
import Defaults
import Foundation
import Testing

@Suite("Values that stand in for absent ones")
struct DefaultTests {
  @Test("are those of the document")
  func values() throws {
    let report = try Report(json: "{}")
    #expect(report == Report())
    let written = try JSON(json: report.json)
    let documented: JSON = [
      "id": "00000000-0000-4000-8000-00000000abcd", "made": "2020-02-29T11:00:00.5Z",
      "day": "2020-02-29", "home": "https://example.com/?a=%20b", "mark": "aGVsbG8=",
      "sort": ["name"], "days": ["2020-02-29", "2021-03-01"], "scores": ["a": 1, "b": 0.5],
      "owner": ["name": "nobody", "rank": 1], "anyone": ["kind": "team", "size": 3],
      "size": [640, 480], "settings": ["plain": []],
      "anything": [
        "list": [1, nil, ["a": true]],
        "text": "a long text that will never fit on one line with what is beside it",
      ],
      "nullable": "2020-02-29", "nothing": nil, "either": "2020-02-29",
    ]
    #expect(written == documented)
  }

  @Test("give way to what is there")
  func present() throws {
    let report = try Report(json: #"{"sort":[],"either":3,"nullable":null,"owner":{"name":"a"}}"#)
    #expect(report.sort == [])
    #expect(report.either == .integer(3))
    #expect(report.nullable == nil)
    #expect(report.owner == Owner(name: "a"))
  }

  @Test("come to an end where types hold each other")
  func recursion() throws {
    #expect(try Settings(json: "{}").jsonText == #"{"plain":[]}"#)
    #expect(Others().jsonText == #"{"name":"other"}"#)
  }

  @Test("of texts that are none of their types are harmless")
  func texts() {
    #expect(CalendarDate(documented: "never") == CalendarDate(year: 0, month: 1, day: 1))
    #expect(Date(documented: "never") == Date(timeIntervalSinceReferenceDate: 0))
    #expect(UUID(documented: "none").uuidString.allSatisfy { $0 == "0" || $0 == "-" })
    #expect(Data(documented: "~").isEmpty)
  }
}
