import ApusCore
import Foundation
import Testing

/// What a format accepts has a place in its type, and comes out of it with the same meaning.
@Suite("The types of formats")
struct FormatTypeTests {
  /// Reads a value that a format accepts, and writes it again.
  private func rewritten<Value: JSONCodable>(
    _ text: String, _ format: Format, as type: Value.Type
  ) throws -> String {
    let schema = Schema(.type(.string), .format(format))
    try #require(schema.violations(in: text.json).isEmpty, "\(text)")
    let value = try Value(json: text.json)
    #expect(schema.violations(in: value.json).isEmpty, "\(value.jsonText)")
    // Any coder says the same.
    let encoded = try JSONEncoder().encode(Holder(value: value))
    #expect(try JSON(json: Array(encoded)) == ["value": JSON(json: value.json)])
    #expect(try JSONDecoder().decode(Holder<Value>.self, from: encoded).value == value)
    return try String(json: value.json)
  }

  @Test("keep the moment of a date and time, as exactly as a Date can")
  func dateTime() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let parts = DateTimeParts(using: &random)
      let text = try rewritten(parts.text, .dateTime, as: Date.self)
      let (read, again) = (try Date(json: parts.text.json), try Date(json: text.json))
      #expect(read == again, "\(parts.text) \(text)")
      // Foundation counts the days before 1583 by another calendar.
      guard parts.date > "1583" else { continue }
      #expect(abs(again.timeIntervalSince1970 - parts.seconds) < 1e-4, "\(parts.text) \(text)")
    }
  }

  @Test(
    "keep every digit that a Date can tell",
    arguments: [
      ("2025-01-31T12:00:00.123Z", "2025-01-31T12:00:00.123Z"),
      ("2025-01-31T12:00:00.123456Z", "2025-01-31T12:00:00.123456Z"),
      ("2025-01-31T12:00:00.10Z", "2025-01-31T12:00:00.1Z"),
      ("2025-01-31T13:00:00+01:00", "2025-01-31T12:00:00Z"),
      ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
      ("2025-01-31t12:00:00.999999999999z", "2025-01-31T12:00:01Z"),
      ("2001-01-01T00:00:00.123456789Z", "2001-01-01T00:00:00.123456789Z"),
      ("0000-01-01T00:00:00+00:01", "0000-01-01T23:58:00+23:59"),
      ("9999-12-31T23:59:60.5Z", "9999-12-31T00:01:00.5-23:59"),
    ])
  func digits(_ text: String, again: String) throws {
    #expect(try rewritten(text, .dateTime, as: Date.self) == again)
  }

  @Test("keep a date as it is written") func date() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      let parts = DateTimeParts(using: &random)
      #expect(try rewritten(parts.date, .date, as: CalendarDate.self) == parts.date)
    }
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate("2024-02-29")?.day == 29)
    let dates = ["2024-02-29", "0999-12-31", "2024-01-31"].compactMap { CalendarDate($0) }
    #expect(dates.sorted().map(\.description) == ["0999-12-31", "2024-01-31", "2024-02-29"])
  }

  @Test("keep bytes as Foundation reads them from base64") func byte() throws {
    var random = SeededGenerator(seed: 13)
    for count in 0..<100 {
      let data = Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      let text = data.base64EncodedString()
      #expect(try rewritten(text, .byte, as: Data.self) == text)
      #expect(try Data(json: text.json) == data)
      let other = String(text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
      #expect(try Data(json: other.json) == data)
    }
    for text in ["A", "AA=A", "é", "AAAAA", "===", " "] {
      #expect(throws: InvalidValue.self, "\(text)") { try Data(json: text.json) }
    }
  }

  @Test(
    "keep a URI as it is written",
    arguments: [
      "http://[V1.fe]", "urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "a:",
      "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "http://a/%c3%A9/../b/./c?x=%5b#",
      "http://[::1]:/x", "http://EXAMPLE.com:080", "http://a//b///", "file:///a", "x:?#",
    ])
  func uri(_ text: String) throws {
    #expect(try rewritten(text, .uri, as: URL.self) == text)
  }

  @Test(
    "keep every URI of the suite as it is written",
    .enabled(if: SuiteFile.folder != nil, "the suite is not there"))
  func uris() throws {
    for group in try SuiteFile("optional/format/uri.json").groups {
      for test in group.tests where test.isValid {
        guard let text = test.data.string else { continue }
        #expect(try rewritten(text, .uri, as: URL.self) == text)
      }
    }
  }
}

/// An object with a value of some type.
private struct Holder<Value: JSONCodable>: JSONObject {
  static var schema: Schema { Schema() }

  var value: Value

  init(value: Value) { self.value = value }

  init(from object: inout JSONObjectReader) throws { value = try object.required("value") }

  func write(to object: inout JSONObjectWriter) { object.write("value", value) }
}

/// The parts of some date and time.
private struct DateTimeParts {
  var date: String
  var text: String
  /// Since the beginning of 1970.
  var seconds: Double

  init(using random: inout SeededGenerator) {
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: count - text.count) + text
    }
    let year = Int.random(in: 0...9_999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let minutes = Int.random(in: 0..<1_440, using: &random)
    let second = Int.random(in: 0...59, using: &random)
    let fraction = Int.random(in: 0...999_999_999, using: &random)
    let offset = Int.random(in: -1_439...1_439, using: &random)
    date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    let zone =
      "\(offset < 0 ? "-" : "+")\(digits(abs(offset) / 60, 2)):\(digits(abs(offset) % 60, 2))"
    text =
      "\(date)T\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2)):\(digits(second, 2))"
      + ".\(digits(fraction, 9))\(zone)"
    let midnight =
      (try? Date.ISO8601FormatStyle().year().month().day().parse(date))?.timeIntervalSince1970 ?? 0
    seconds = midnight + Double((minutes - offset) * 60 + second) + Double(fraction) / 1e9
  }
}
