import ApusCore
import Foundation
import Testing

/// Reading and writing undo each other, and agree with Foundation.
struct RoundTripTests {
  static func value(_ depth: Int, _ random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &random))
    case 2: .number(JSONNumber(Int.random(in: -1_000...1_000, using: &random)))
    case 3: .number(JSONNumber(Double.random(in: -1e9...1e9, using: &random)) ?? 0)
    case 4: .string(text(&random))
    case 5, 6:
      .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(depth - 1, &random) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            (text(&random), value(depth - 1, &random))
          }, uniquingKeysWith: { first, _ in first }))
    }
  }

  static func text(_ random: inout SeededGenerator) -> String {
    let alphabet: [Character] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\u{1}", "é", "€", "𝄞", "\u{7F}",
    ]
    return String(
      (0..<Int.random(in: 0..<20, using: &random)).compactMap { _ in
        alphabet.randomElement(using: &random)
      })
  }

  @Test func valuesAtRandom() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let value = Self.value(5, &random)
      let text = value.json
      #expect(try JSON(json: text) == value)
      #expect(try JSON(json: text).json == text)
      #expect(try withJSON(text) { $0 == value && $0.hashValue == $0.hashValue })
    }
  }

  @Test func foundationReadsWhatIsWritten() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let value = Self.value(4, &random)
      let object = try JSONSerialization.jsonObject(
        with: Data(value.json), options: .fragmentsAllowed)
      let written = try JSONSerialization.data(withJSONObject: object, options: .fragmentsAllowed)
      #expect(try JSON(json: [UInt8](written)) == value)
    }
  }

  @Test func foundationsCodersAgree() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let value = Self.value(4, &random)
      #expect(try JSONDecoder().decode(JSON.self, from: Data(value.json)) == value)
      #expect(try JSON(json: [UInt8](try JSONEncoder().encode(value))) == value)
    }
  }
}
