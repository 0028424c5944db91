import ApusRuntime
import Foundation

nonisolated(unsafe) private var tried = 0
nonisolated(unsafe) private var refused = 0
nonisolated(unsafe) private var lost: [String] = []

/// Reads and writes a value in both ways, and notes what is lost.
func check<Value: JSONCodable & Validated>(_ type: Value.Type, _ place: String, _ text: String) {
  let bytes = Array(text.utf8)
  guard Value.schema.violations(in: bytes).isEmpty else {
    refused += 1
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

/// Prints what was lost, and how many values were tried.
func report() {
  for loss in lost { print(loss) }
  print("\(tried) tried, \(lost.count) lost, \(refused) refused")
}
