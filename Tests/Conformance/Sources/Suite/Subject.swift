import ApusRuntime

/// What is generated of a group's schema.
struct Subject {
  private let schema: Schema
  private let type: any JSONCodable.Type
  private let schemaText: String

  /// What a module has for a group; nil if there is nothing.
  init?(_ member: SuiteModule.Member, of module: CompiledModule) {
    guard let schema = module.schema(member.name), let type = module.types[member.name] else {
      return nil
    }
    schemaText = member.group.schema
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

  /// What becomes of a valid value that is decoded and encoded again.
  func fate(of test: SuiteFile.Test) -> Fate { type.fate(of: test.data, as: schema, schemaText) }
}

/// What becomes of a valid value that is decoded as its type and encoded again.
enum Fate {
  /// It is an equal value, but for defaults that are filled in, which the type's validator accepts.
  case kept
  /// The schema speaks of members or elements, without `type`: its type is one of objects or arrays,
  /// where the schema accepts every other value as well.
  case untyped
  /// Something else.
  case lost(String)
}

extension JSONCodable {
  fileprivate static func fate(
    of text: [UInt8], as schema: Schema, _ schemaText: String
  ) -> Fate {
    let shown = String(decoding: text, as: UTF8.self)
    do {
      let value = try withJSON(text) { try Self(from: $0) }
      guard try JSON(json: value.json).completes(JSON(json: text)) else {
        return .lost("\(shown) becomes \(value.jsonText), as \(self)")
      }
      let own = value as? any Validated & JSONCodable
      let isOwn = own.map { type(of: $0).schema === schema } ?? false
      let violations = isOwn ? own?.violations ?? [] : []
      return violations.isEmpty ? .kept : .lost("\(shown) is refused as \(self): \(violations)")
    } catch let error as JSONDecodingError where error.concerns(schemaWithoutType: schemaText) {
      return .untyped
    } catch {
      return .lost("\(shown) is not decoded as \(self): \(error)")
    }
  }
}

extension JSONDecodingError {
  /// Whether an object or an array was expected by a schema that nowhere says so.
  fileprivate func concerns(schemaWithoutType schema: String) -> Bool {
    for kind in ["object", "array"] where expected == "an \(kind)" {
      return !schema.contains("\"\(kind)\"")
    }
    return false
  }
}

extension JSON {
  /// Whether the value is another one, or that with more members.
  fileprivate func completes(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      others.allSatisfy { name, value in members[name]?.completes(value) ?? false }
        && members.allSatisfy { name, value in others[name] != nil || !value.isNull }
    case (.array(let elements), .array(let others)):
      elements.count == others.count && zip(elements, others).allSatisfy { $0.completes($1) }
    default: self == other
    }
  }
}
