import ApusCore
import Foundation
import Testing

struct DateTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2001-01-01T00:00:00Z", 978_307_200),
    ("2025-03-04T12:34:56.789012+00:00", 1_741_091_696.789012),
    ("2025-03-04t14:04:56.5+01:30", 1_741_091_696.5), ("2025-03-04T00:34:56-12:00", 1_741_091_696),
    ("1969-12-31T23:59:59.75z", -0.25), ("2016-12-31T23:59:60Z", 1_483_228_800),
    ("2017-01-01T00:59:60+01:00", 1_483_228_800), ("2024-02-29T00:00:00Z", 1_709_164_800),
    ("2000-02-29T00:00:00.000Z", 951_782_400), ("0000-01-01T00:00:00Z", -62_167_219_200),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func read(_ text: String, seconds: Double) throws {
    let date = try Date(json: text.json)
    #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    #expect(try Date(json: date.json) == date)
  }

  @Test(arguments: [
    "", "2025-03-04", "2025-03-04T12:34:56", "2025-03-04 12:34:56Z", "2025-3-4T12:34:56Z",
    "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2025-04-31T00:00:00Z", "2025-01-00T00:00:00Z", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z",
    "2025-01-01T00:00:60Z", "2025-01-01T00:00:61Z", "2025-01-01T00:00:00.Z",
    "2025-01-01T00:00:00,5Z",
    "2025-01-01T00:00:00+1:00", "2025-01-01T00:00:00+0100", "2025-01-01T00:00:00+24:00",
    "2025-01-01T00:00:00Z ", "2025-01-01T00:00Z", "-025-01-01T00:00:00Z", "２025-01-01T00:00:00Z",
  ])
  func refused(_ text: String) { #expect(throws: InvalidValue.self) { try Date(json: text.json) } }

  @Test(
    arguments: [
      (0, #""1970-01-01T00:00:00Z""#), (0.5, #""1970-01-01T00:00:00.5Z""#),
      (-0.001, #""1969-12-31T23:59:59.999Z""#),
      (1_741_091_696.789012, #""2025-03-04T12:34:56.789012Z""#),
      (1_741_091_696.1234567, #""2025-03-04T12:34:56.1234567Z""#),
      (253_402_300_800, #""9999-12-31T00:01:00-23:59""#),
      (-62_167_219_200.5, #""0000-01-01T23:58:59.5+23:59""#),
      (253_402_387_140, "null"), (-62_167_305_541, "null"), (1e300, "null"), (.infinity, "null"),
      (.nan, "null"),
    ] as [(Double, String)])
  func written(_ seconds: Double, text: String) {
    #expect(Date(timeIntervalSince1970: seconds).jsonText == text)
  }

  @Test func foundationAgrees() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let second = Int.random(in: -11_000_000_000...253_402_300_799, using: &random)
      let date = Date(timeIntervalSince1970: Double(second))
      #expect(date.jsonText == "\"\(date.formatted(.iso8601))\"")
      #expect(try Date(json: date.json) == date)
    }
  }
}
