import ApusRuntime
import Dictionaries
import Foundation
import Testing

@Suite("Types of objects whose members have no names of their own")
struct DictionaryTests {
  @Test("hold members that patterns find by their names")
  func patterns() throws {
    let text = #"{"a":{"id":1},"b":{"id":2,"x":null}}"#
    try Sample(ItemsByPattern.self, text).expectRoundTrip()
    try Sample(ItemsByPatterns.self, text).expectRoundTrip()
    try Sample(InlineByPattern.self, #"{"a":{"count":1}}"#).expectRoundTrip()
    let mixed = #"{"a":"x","b":1}"#
    #expect(try Mixed(json: mixed).jsonText == mixed)
    let beside = try Beside(json: #"{"name":"n","x-size":1,"x-more":2}"#)
    #expect(beside.xSize == 1)
    #expect(beside.additionalProperties == ["x-more": 2])
  }

  @Test("have the names that the document lists as keys")
  func keys() throws {
    let text = #"{"green":1.5,"red":2}"#
    let counts: [Colour: Double] = try ByColour(json: text)
    #expect(counts == [.red: 2, .green: 1.5])
    #expect(counts.jsonText == text)
    #expect(throws: (any Error).self) { try ByColour(json: #"{"blue":1}"#) }
    let coded = try JSONDecoder().decode(ByColour.self, from: Data(text.utf8))
    #expect(coded == counts)
    #expect(try JSON(json: Array(JSONEncoder().encode(counts))) == JSON(json: text))
  }

  @Test("refuse members that nothing speaks of")
  func unevaluated() throws {
    try Sample(Unevaluated.self, #"{"id":1,"name":"n"}"#).expectRoundTrip()
    Sample(Unevaluated.self, #"{"id":1,"other":2}"#).expectRefusal()
    try Sample(UnevaluatedTyped.self, #"{"id":1,"other":"x"}"#).expectRoundTrip()
    Sample(UnevaluatedTyped.self, #"{"id":1,"other":2}"#).expectRefusal()
    try Sample(UnevaluatedBranches.self, #"{"name":"n","b":"x"}"#).expectRoundTrip()
    Sample(UnevaluatedBranches.self, #"{"name":"n","b":"x","c":1}"#).expectRefusal()
  }

  @Test("keep members that schemas speak of which are no part of the type")
  func hidden() throws {
    try Sample(UnevaluatedAny.self, #"{"a":"x","b":"y"}"#).expectRoundTrip()
    try Sample(UnevaluatedLater.self, #"{"name":"n","more":1}"#).expectRoundTrip()
  }
}
