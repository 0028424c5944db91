import ApusRuntime
import Foundation

nonisolated(unsafe) private var tried = 0
nonisolated(unsafe) private var refused: [String] = []
nonisolated(unsafe) private var lost: [String] = []

/// A value of the document.
private struct Sample: Decodable {
  /// The number of its type.
  var type: Int
  /// The JSON Pointer of its schema.
  var place: String
  /// The JSON text of an object with the value as a property.
  var json: String
}

/// Tries the values in the file that the program is told, and prints what was lost, what is not valid,
/// and how many there were.
///
/// - Parameter checks: What tries the values of each type.
func trySamples(_ checks: [(String, String) -> Void]) throws {
  let file = URL(fileURLWithPath: CommandLine.arguments[1])
  for sample in try JSONDecoder().decode([Sample].self, from: Data(contentsOf: file)) {
    checks[sample.type](sample.place, sample.json)
  }
  for loss in lost { print("lost", loss) }
  for refusal in refused { print("refused", refusal) }
  print(tried, lost.count, refused.count)
}

/// Reads and writes a value in both ways, and notes what is lost.
func check<Value: JSONCodable & Validated>(_ type: Value.Type, _ place: String, _ text: String) {
  let bytes = Array(text.utf8)
  let violations = Value.schema.violations(in: bytes)
  if let violation = violations.first {
    refused.append("\(place): \(violation): \(text.prefix(200))")
    return
  }
  tried += 1
  do {
    let given = try JSON(json: text)
    let value = try withJSON(bytes) { try Value(from: $0) }
    let written = try JSON(json: value.json)
    if let path = loss(of: given, in: written, at: "") {
      lost.append(
        "\(place): lost at '\(path)': \(text.prefix(200)) is \(value.jsonText.prefix(200))")
    }
    let decoded = try JSONDecoder().decode(Value.self, from: Data(bytes))
    let encoded = try JSON(json: [UInt8](JSONEncoder().encode(value)))
    if decoded != value || encoded != written {
      lost.append("\(place): Foundation's coders disagree: \(text.prefix(200))")
    }
  } catch {
    lost.append("\(place): \(error): \(text.prefix(200))")
  }
}

/// Where something is not as it was given; nil if nothing is lost. Defaults may have been filled in.
private func loss(of given: JSON, in written: JSON, at path: String) -> String? {
  switch (given, written) {
  case (.object(let members), .object(let others)):
    for (name, member) in members {
      guard let other = others[name] else { return "\(path)/\(name)" }
      if let path = loss(of: member, in: other, at: "\(path)/\(name)") { return path }
    }
    return nil
  case (.array(let elements), .array(let others)) where elements.count == others.count:
    for (index, (element, other)) in zip(elements, others).enumerated() {
      if let path = loss(of: element, in: other, at: "\(path)/\(index)") { return path }
    }
    return nil
  case (.string(let text), .string(let other)):
    return meanTheSame(text, other) ? nil : path
  case (.number(let number), .number(let other)) where number != other:
    // `format: float` asks for no more than this.
    return Float(number.text) == Float(other.text) ? nil : path
  default: return given == written ? nil : path
  }
}

/// Whether two texts are equal, or other spellings of a moment or an identifier.
private func meanTheSame(_ text: String, _ other: String) -> Bool {
  if text == other || UUID(uuidString: text)?.uuidString.lowercased() == other { return true }
  guard let moment = try? Date(json: text.jsonText), let second = try? Date(json: other.jsonText)
  else { return false }
  return moment == second
}
