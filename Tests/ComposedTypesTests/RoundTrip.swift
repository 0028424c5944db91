import ApusRuntime
import Foundation
import Testing

/// A JSON text, and the type that it is to be a value of.
struct Sample<Value: JSONCodable & Validated>: CustomTestStringConvertible {
  let text: String

  init(_: Value.Type, _ text: String) {
    self.text = text
  }

  var testDescription: String { "\(Value.self): \(text)" }

  /// Decodes and encodes the text, both ways, and compares the results with it.
  func expectRoundTrip() throws {
    let original = try JSON(json: text)
    let direct = try Value(json: text)
    #expect(try JSON(json: direct.json) == original)
    let coded = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    #expect(coded == direct)
    #expect(try JSON(json: Array(JSONEncoder().encode(coded))) == original)
  }

  /// Expects that the text breaks the document's rules.
  func expectRefusal() {
    #expect(throws: InvalidValue.self) { try Value(json: text) }
  }
}
