import ApusCore
import ApusYAML

// Arguments that have not the form their keywords ask for, though what they mean is plain.
extension SchemaNotation {
  func plainMeaning(of value: DocumentValue, as keyword: String?) -> PlainMeaning? {
    guard let keyword else { return plainSchema(value) }
    return switch Self.forms[keyword] {
    case .boolean: quotedBoolean(value, named: keyword).map { .value(boolean($0, for: value)) }
    case .number: quotedNumber(value, named: keyword)
    case .names: plainNames(value)
    case .values: plainValues(value, of: keyword)
    case .schemas: plainSchemas(value, of: keyword)
    case .map: empty(value, named: keyword)
    case .type: plainType(value)
    case nil: nil
    }
  }

  /// The text `true` or `false` in quotes, which is taken for a boolean and reported.
  func quotedBoolean(_ value: DocumentValue, named name: String) -> Bool? {
    guard let text = value.string, let boolean = Bool(text) else { return nil }
    report("'\(name)' is a boolean, not a string", at: value)
    return boolean
  }

  /// The forms that arguments have.
  private enum Form {
    case boolean, number, names, values, schemas, map, type
  }

  private static let forms: [String: Form] = [
    "additionalProperties": .boolean, "allOf": .schemas, "anyOf": .schemas, "$defs": .map,
    "dependentRequired": .map, "dependentSchemas": .map, "deprecated": .boolean,
    "enum": .values, "examples": .values, "exclusiveMaximum": .number,
    "exclusiveMinimum": .number, "maximum": .number, "maxContains": .number,
    "maxItems": .number, "maxLength": .number, "maxProperties": .number,
    "minContains": .number, "minimum": .number, "minItems": .number, "minLength": .number,
    "minProperties": .number, "multipleOf": .number, "oneOf": .schemas,
    "patternProperties": .map, "prefixItems": .schemas, "properties": .map,
    "readOnly": .boolean, "required": .names, "type": .type, "uniqueItems": .boolean,
    "writeOnly": .boolean,
  ]

  private func boolean(_ boolean: Bool, for value: DocumentValue) -> DocumentValue {
    replacing(value, by: .boolean(boolean))
  }

  /// A number in quotes.
  private func quotedNumber(_ value: DocumentValue, named name: String) -> PlainMeaning? {
    guard let text = value.string, JSONNumber(text) != nil else { return nil }
    report("'\(name)' is a number, not a string", at: value)
    return .value(replacing(value, by: .number(text)))
  }

  /// One name is a list of one; whether a property is required is for the schema around it to say.
  private func plainNames(_ value: DocumentValue) -> PlainMeaning? {
    switch value.jsonKind {
    case .string:
      report("'required' is a list of names, not one", at: value)
      return .value(replacing(value, by: .list([value])))
    case .boolean:
      report(
        "'required' is a list of names, in the schema that has the properties, not a boolean: "
          + "it is left out", at: value)
      return .nothing
    default: return empty(value, named: "required")
    }
  }

  /// One value is a list of one.
  private func plainValues(_ value: DocumentValue, of keyword: String) -> PlainMeaning? {
    guard value.jsonKind != .object else { return empty(value, named: keyword) }
    report("'\(keyword)' is a list of values, not one", at: value)
    return .value(replacing(value, by: .list([value])))
  }

  /// One schema is a list of one, and all of none are no rule.
  private func plainSchemas(_ value: DocumentValue, of keyword: String) -> PlainMeaning? {
    let count = value.objectMembers.count + value.arrayElements.count
    switch value.jsonKind {
    case .object where count > 0:
      report("'\(keyword)' is a list of schemas, not one", at: value)
      let schema = self.value(.node, of: node(of: value), under: nil)
      return .value(replacing(value, by: .list([schema])))
    case .object, .array:
      guard count == 0, keyword == "allOf" || keyword == "prefixItems" else { return nil }
      report("'\(keyword)' is a list of at least one schema: it is left out", at: value)
      return .nothing
    default: return nil
    }
  }

  /// The empty list in place of a mapping, or the other way round: some languages write both in one
  /// way.
  private func empty(_ value: DocumentValue, named name: String) -> PlainMeaning? {
    switch value.jsonKind {
    case .array where value.arrayElements.isEmpty:
      report("'\(name)' is a mapping, not a sequence", at: value)
      return .value(replacing(value, by: .members([])))
    case .object where value.objectMembers.isEmpty:
      report("'\(name)' is a sequence, not a mapping", at: value)
      return .value(replacing(value, by: .list([])))
    default: return nil
    }
  }

  private func plainSchema(_ value: DocumentValue) -> PlainMeaning? {
    switch value.jsonKind {
    case .string:
      guard let text = value.string, let boolean = Bool(text) else { return nil }
      report("a schema is a mapping, true or false, not a string", at: value)
      return .value(self.boolean(boolean, for: value))
    case .array where value.arrayElements.isEmpty:
      report("a schema is a mapping, true or false, not a sequence", at: value)
      return .value(replacing(value, by: .members([])))
    default: return nil
    }
  }

  /// Names of types in capital letters, those that programming languages have for them, and those
  /// that stand there twice.
  private func plainType(_ value: DocumentValue) -> PlainMeaning? {
    let names = value.jsonKind == .array ? value.arrayElements : [value]
    let meant = names.compactMap { name in
      name.string.flatMap { Self.typeNames[$0.lowercased()] }.map { (name: name, meant: $0) }
    }
    guard !names.isEmpty, meant.count == names.count else { return nil }
    for (name, meant) in meant where name.string != meant {
      report("write '\(meant)' for the type '\(name.string ?? "")'", at: name)
    }
    var known: Set<String> = []
    let different = meant.filter { known.insert($0.meant).inserted }
    if different.count < meant.count { report("'type' names a type twice", at: value) }
    let types = different.map { replacing($0.name, by: .text($0.meant)) }
    return .value(replacing(value, by: .list(types)))
  }

  private static let typeNames: [String: String] = [
    "array": "array", "bool": "boolean", "boolean": "boolean", "double": "number",
    "float": "number", "int": "integer", "integer": "integer", "long": "integer",
    "null": "null", "number": "number", "object": "object", "string": "string",
  ]
}
