import ApusRuntime

/// What is generated of a group's schema.
struct Subject {
  private let schema: Schema
  private let type: any JSONCodable.Type

  /// What a module has by a name; nil if there is nothing.
  init?(_ name: String, of module: CompiledModule) {
    guard let schema = module.schema(name), let type = module.types[name] else { return nil }
    self.schema = schema
    self.type = type
  }

  /// Which validators don't say of a value what they must.
  func disagreements(on test: SuiteFile.Test) -> [String] {
    var verdicts: [(validator: String, violations: [Violation])] = [
      ("the schema, of the text", schema.violations(in: test.data))
    ]
    let isAccepted = try? withJSON(test.data) { schema.accepts($0) }
    if let own = (type as? any Validated.Type)?.schema, own === schema {
      verdicts.append(("the type, of the text", own.violations(in: test.data)))
    }
    var complaints = verdicts.filter { $0.violations.isEmpty != test.isValid }.map {
      "\($0.validator): \(test.isValid ? "\($0.violations)" : "valid")"
    }
    if isAccepted != test.isValid { complaints.append("the schema, of the value") }
    return complaints
  }

  /// What becomes of a valid value that is decoded and encoded again, where that is not the same.
  func losses(of test: SuiteFile.Test) -> [String] { type.losses(of: test.data) }
}

extension JSONCodable {
  /// What becomes of a text that is decoded and encoded again, where that is not the same.
  fileprivate static func losses(of text: [UInt8]) -> [String] {
    let shown = String(decoding: text, as: UTF8.self)
    do {
      let value = try withJSON(text) { try Self(from: $0) }
      if try JSON(json: value.json) == JSON(json: text) { return [] }
      return ["\(shown) becomes \(value.jsonText), as \(self)"]
    } catch {
      return ["\(shown) is not decoded as \(self): \(error)"]
    }
  }
}
