import ApusCore
import Foundation
import Testing

struct ScalarTests {
  @Test(
    arguments: [("127", 127), ("-128", -128), ("1.0", 1), ("1e2", 100), ("-0", 0)]
      as [(String, Int8)])
  func integers(_ text: String, value: Int8) throws { #expect(try Int8(json: text) == value) }

  @Test(arguments: ["128", "-129", "1.5", "1e3", "1e1000000000", "null", "true", #""1""#, "[1]"])
  func noIntegers(_ text: String) { #expect(throws: InvalidValue.self) { try Int8(json: text) } }

  @Test func bounds() throws {
    func check<Value: FixedWidthInteger & JSONCodable>(_ type: Value.Type) throws {
      for value in [Value.min, 0, 1, Value.max] {
        #expect(try Value(json: "\(value)") == value)
        #expect(value.jsonText == "\(value)")
        #expect(try JSONDecoder().decode(Value.self, from: Data(value.json)) == value)
      }
      #expect(throws: InvalidValue.self) { try Value(json: "\(Value.max)0") }
    }
    try check(Int.self)
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(UInt.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  @Test func floats() throws {
    #expect(try Float(json: "0.1") == 0.1)
    #expect(Float(0.1).jsonText == "0.1")
    #expect(Float.infinity.jsonText == "null")
    #expect(throws: InvalidValue.self) { try Float(json: "1e39") }
    #expect(throws: InvalidValue.self) { try Double(json: #""1""#) }
  }

  @Test func otherScalars() throws {
    #expect(try Bool(json: "true") && !Bool(json: "false"))
    #expect(throws: InvalidValue.self) { try Bool(json: "1") }
    #expect(try String(json: #""\u0041""#) == "A")
    #expect(throws: InvalidValue.self) { try String(json: "1") }
    #expect(try Int?(json: "null") == nil)
    #expect(Int?.none.jsonText == "null")
    #expect(try [String: [Bool?]](json: #"{"a":[true,null]}"#) == ["a": [true, nil]])
    #expect(try Nullable<Int>(json: "null").value == nil)
    #expect(
      try JSONDecoder().decode([Nullable<Int>].self, from: Data("[1,null]".utf8)) == [
        .value(1), .null,
      ])
    #expect(try JSONEncoder().encode([Nullable<Int>.value(1), .null]) == Data("[1,null]".utf8))
  }

  @Test(arguments: [
    "00000000-0000-0000-0000-000000000000", "0F9C3D7E-9a4b-4d53-8f6f-2f1a6c1e9a01",
    "ffffffff-FFFF-ffff-FFFF-ffffffffffff",
  ])
  func identifiers(_ text: String) throws {
    let value = try UUID(json: "\"\(text)\"")
    #expect(value == UUID(uuidString: text))
    #expect(value.jsonText == "\"\(text.lowercased())\"")
  }

  @Test(arguments: [
    "", "0f9c3d7e9a4b4d538f6f2f1a6c1e9a01", "0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a0",
    "0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a011", "0f9c3d7g-9a4b-4d53-8f6f-2f1a6c1e9a01",
    "0f9c3d7e-9a4b-4d53-8f6f2-f1a6c1e9a01", "{f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a0}",
    "0f9c3d7e-9a4b-4d53-8f6f-2f1a6c1e9a0é",
  ])
  func noIdentifiers(_ text: String) {
    #expect(throws: InvalidValue.self) { try UUID(json: text.json) }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 2), ("𝄞", 1), ("👩‍👩‍👧", 5), ("\n\"", 2),
    ("a longer text of 𝄞 and é", 24),
  ])
  func codePointCounts(_ text: String, count: Int) throws {
    let escaped =
      "\""
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + "\""
    for literal in [text.jsonText, escaped] {
      try withJSON(literal) { view in
        #expect(view.codePointCount == count)
        #expect(view.string == text)
        #expect(view == JSON.string(text))
      }
    }
  }

  @Test func subscripts() {
    var value: JSON = ["a": [1, ["b": "x"]], "n": nil]
    #expect(value["a"]?[1]?["b"] == "x")
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value["n"] == JSON.null)
    #expect(value["z"] == nil)
    value["z"] = true
    value["a"] = nil
    #expect(value == ["n": nil, "z": true])
    #expect(value.object?.count == 2 && value.array == nil && value.string == nil)
    #expect(value["z"]?.boolean == true && value["n"]?.isNull == true && value.number == nil)
  }
}

/// A decoder whose every value is an array of one more.
struct NestedDecoder: Decoder, UnkeyedDecodingContainer {
  var codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var count: Int? { 1 }
  var isAtEnd: Bool { currentIndex > 0 }
  var currentIndex = 0

  private var mismatch: DecodingError {
    .typeMismatch(Self.self, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
  }

  private struct Index: CodingKey {
    var stringValue: String { "0" }
    var intValue: Int? { 0 }
    init() {}
    init?(stringValue: String) {}
    init?(intValue: Int) {}
  }

  init(codingPath: [any CodingKey]) { self.codingPath = codingPath }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw mismatch
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { self }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw mismatch }
  func decodeNil() -> Bool { false }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    currentIndex += 1
    return try Value(from: NestedDecoder(codingPath: codingPath + [Index()]))
  }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key>
  {
    throw mismatch
  }

  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch }
  func superDecoder() throws -> any Decoder { self }
}
