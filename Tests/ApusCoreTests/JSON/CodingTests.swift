import ApusCore
import CancelRuns
import Foundation
import Testing

struct CodingTests {
  static let identifier = "0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a01"

  @Test(arguments: [
    #"{"status":"pending"}"#,
    #"{"status":"all","thread_id":"\#(identifier)","x":[1,{"y":null}]}"#,
    #"{"status":"all","run_ids":["\#(identifier)","\#(identifier)"]}"#,
    #"{"thread_id":"\#(identifier)","run_ids":[]}"#,
  ])
  func readAndWritten(_ text: String) throws {
    let value = try RunsCancel(json: text)
    #expect(value.jsonText == text)
    #expect(try RunsCancel(json: value.json) == value)

    let decoded = try JSONDecoder().decode(RunsCancel.self, from: Data(text.utf8))
    #expect(decoded == value)
    #expect(decoded.hashValue == value.hashValue)
    let encoded = try JSONEncoder().encode(value)
    #expect(try RunsCancel(json: [UInt8](encoded)) == value)
  }

  @Test(arguments: [PropertyListSerialization.PropertyListFormat.xml, .binary])
  func propertyLists(_ format: PropertyListSerialization.PropertyListFormat) throws {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = format
    let value: [String: JSON] = [
      "status": "all", "n": [1, 2.5, -3, true], "large": .number(JSONNumber(UInt64.max)), "o": [:],
    ]
    let read = try PropertyListDecoder().decode(JSON.self, from: encoder.encode(value))
    #expect(read == .object(value))
    let run = try RunsCancel(json: #"{"status":"all","n":1}"#)
    #expect(try PropertyListDecoder().decode(RunsCancel.self, from: encoder.encode(run)) == run)
  }

  @Test func numbersThroughCoders() throws {
    let text = "[0.1,12345678901234567890,-5,1e+300,1234567890.12345678901234567]"
    let value = try JSON(json: text)
    #expect(try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) == value)
    #expect(try JSON(json: [UInt8](JSONEncoder().encode(value))) == value)
    let bare = try JSONDecoder().decode([JSONNumber].self, from: Data(text.utf8))
    #expect(bare.map(JSON.number) == value.array)
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(try JSON(json: "1e400")) }
  }

  /// The document decides how values are written, so that what coders are told about dates and data
  /// has no effect; what they are told about keys and layout has.
  @Test func strategies() throws {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .secondsSince1970
    encoder.dataEncodingStrategy = .deferredToData
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    decoder.dataDecodingStrategy = .deferredToData
    let text = #"{"bytes":"AP8/","time":"2026-11-29T07:00:00.5Z"}"#
    let value = try Stamped(json: text)
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
    #expect(try decoder.decode(Stamped.self, from: Data(text.utf8)) == value)

    encoder.keyEncodingStrategy = .custom { Key("a \($0.last?.stringValue ?? "")") }
    let renamed = #"{"a bytes":"AP8/","a time":"2026-11-29T07:00:00.5Z"}"#
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == renamed)
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  // MARK: Errors

  @Test(arguments: [
    (#"{"status":"paused"}"#, ["/status"]),
    (
      #"{"status":"paused","thread_id":"x","run_ids":["\#(identifier)",4]}"#,
      ["/status", "/thread_id", "/run_ids/1", ""]
    ),
    ("{}", [""]), ("[]", [""]), ("{", [""]), ("", [""]),
  ])
  func everyViolationIsTold(_ text: String, places: [String]) throws {
    let error = #expect(throws: InvalidValue.self) { try RunsCancel(json: text) }
    let found = Set((error?.violations ?? []).map(\.instance))
    #expect(found.isSuperset(of: places))
    #expect(RunsCancel.reading(json: Array(text.utf8)).violations == error?.violations)
  }

  @Test func readAsFarAsPossible() throws {
    let reading = [Int?].reading(json: Array("[1,null]".utf8))
    #expect(reading.value == [1, nil])
    #expect(reading.violations.isEmpty)

    let text = #"{"status":"all","thread_id":"\#(Self.identifier)","run_ids":[]}"#
    let both = RunsCancel.WithStatus.reading(json: Array(text.utf8))
    #expect(both.value?.status == .all)
    #expect(both.violations.count == 1)
  }

  @Test func decodingErrors() throws {
    let text = #"{"runs":[{"status":"all"},{"status":"paused"}]}"#
    do {
      _ = try JSONDecoder().decode([String: [RunsCancel]].self, from: Data(text.utf8))
      Issue.record("decoded")
    } catch DecodingError.dataCorrupted(let context) {
      #expect(context.codingPath.map(\.stringValue) == ["runs", "Index 1"])
      let violations = try #require(context.underlyingError as? InvalidValue).violations
      #expect(violations.map(\.instance) == ["/status"])
      #expect(context.debugDescription.contains("paused"))
    }
  }

  @Test(arguments: [
    (#"{"a":[0,{"b/~":"x"}]}"#, "/a/1/b~1~0", "an integer", #""x""#),
    (#"{"a":[0],"b":[{"":null}]}"#, "/b/0/", "an integer", "null"),
    (#"{"a":{}}"#, "/a", "an array", "an empty object"),
    (#"{"a":[[1]]}"#, "/a/0", "an integer", "an array"),
    (#"{"a":[1e400]}"#, "/a/0", "an integer from -128 to 127", "1e400"),
    ("[1]", "", "an object", "an array"),
  ])
  func places(_ text: String, path: String, expected: String, found: String) throws {
    let error = #expect(throws: JSONDecodingError.self) {
      try withJSON(text) { try [String: [Either]](from: $0) }
    }
    #expect(error == JSONDecodingError(path: path, expected: expected, found: found))
    #expect(
      error?.description == (path.isEmpty ? "" : "\(path): ")
        + "expected \(expected), found \(found)")
  }

  /// A small number, or a dictionary of them.
  enum Either: JSONUnion {
    case number(Int8)
    case members([String: Int8])

    static let schema = Schema()

    init(from json: JSONView) throws {
      self = json.kind == .object ? .members(try .init(from: json)) : .number(try Int8(from: json))
    }

    func write(to json: inout JSONWriter) {
      switch self {
      case .number(let value): value.write(to: &json)
      case .members(let value): value.write(to: &json)
      }
    }
  }

  @Test func missingMember() {
    let error = #expect(throws: JSONDecodingError.self) {
      try withJSON(#"[{"thread_id":"\#(Self.identifier)"}]"#) {
        try [RunsCancel.WithThreadIDAndRunIDs](from: $0)
      }
    }
    #expect(error?.description == #"/0: expected the member "run_ids", found an object without it"#)
  }

  /// A chain of decoders deeper than any text may be.
  @Test func deepDecoders() {
    let decoder = NestedDecoder(codingPath: [])
    #expect(throws: DecodingError.self) { try JSON(from: decoder) }
  }
}
