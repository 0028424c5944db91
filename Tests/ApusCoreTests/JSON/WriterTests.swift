import ApusCore
import Foundation
import Testing

struct WriterTests {
  @Test(arguments: [
    ("", #""""#), ("plain text of some length", #""plain text of some length""#),
    ("\"\\/", #""\"\\/""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
    ("\0\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""), ("é€𝄞", "\"é€𝄞\""),
    ("12345678\"12345678", #""12345678\"12345678""#), ("\n\n", #""\n\n""#),
    ("1234567\\", #""1234567\\""#),
  ])
  func strings(_ value: String, text: String) { #expect(value.jsonText == text) }

  /// Each character, at each distance from the start of a word of eight bytes.
  @Test func everyCharacter() throws {
    for scalar in (0..<0x180).compactMap(Unicode.Scalar.init) {
      for distance in 0..<10 {
        let value = String(repeating: "a", count: distance) + String(scalar) + "b"
        let text = value.json
        #expect(try String(json: text) == value)
        #expect(try JSONDecoder().decode(String.self, from: Data(text)) == value)
      }
    }
  }

  @Test(arguments: [
    (Int.min, "-9223372036854775808"), (.max, "9223372036854775807"), (0, "0"), (-1, "-1"),
    (10, "10"),
  ])
  func integers(_ value: Int, text: String) { #expect(value.jsonText == text) }

  @Test func largeIntegers() {
    #expect(UInt64.max.jsonText == "18446744073709551615")
    #expect(Int8.min.jsonText == "-128")
    #expect(JSON.number(JSONNumber(Int128.min)).jsonText == "\(Int128.min)")
  }

  @Test func namesAreSorted() {
    let value: JSON = ["b": 1, "a": [["d": nil, "c": true]], "é": "x", "Z": 2.5, "": 0]
    #expect(value.jsonText == #"{"":0,"Z":2.5,"a":[{"c":true,"d":null}],"b":1,"é":"x"}"#)
    #expect(value.description == value.jsonText)
  }

  struct Pair: JSONObject {
    var first: Int?
    var second: Int?
    var nullable: Int?
    var additionalProperties: [String: JSON] = [:]

    static let schema = Schema()
  }

  @Test(arguments: [
    (Pair(), #"{"nullable":null}"#), (Pair(first: 1), #"{"first":1,"nullable":null}"#),
    (Pair(second: 2, nullable: 3), #"{"second":2,"nullable":3}"#),
    (
      Pair(first: 1, additionalProperties: ["z": 1, "b": 2]),
      #"{"first":1,"nullable":null,"b":2,"z":1}"#
    ),
    (
      Pair(first: 1, additionalProperties: ["first": 9, "second": 8]),
      #"{"first":1,"nullable":null,"second":8}"#
    ),
  ])
  func members(_ pair: Pair, text: String) { #expect(pair.jsonText == text) }

  /// Values that are written alike are equal, and numbers are compared by value.
  @Test func equality() {
    #expect(Pair(first: 1) == Pair(first: 1))
    #expect(Pair(first: 1) != Pair(second: 1))
    let one = Pair(additionalProperties: ["x": 1])
    let alsoOne = Pair(additionalProperties: ["x": .number(JSONNumber("1.0") ?? 0)])
    #expect(one == alsoOne)
    #expect(one.hashValue == alsoOne.hashValue)
    #expect(one.jsonText != alsoOne.jsonText)
  }
}

extension WriterTests.Pair {
  init(from object: inout JSONObjectReader) throws {
    first = try object.optional("first")
    second = try object.optional("second")
    nullable = try object.required("nullable")
    additionalProperties = try object.additionalProperties()
  }

  func write(to object: inout JSONObjectWriter) {
    object.write("first", first)
    object.write("second", second)
    object.write("nullable", nullable: nullable)
    object.write(additionalProperties)
  }
}
