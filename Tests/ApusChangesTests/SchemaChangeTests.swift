import ApusChanges
import Testing

/// What becomes of a schema's values, in requests and in responses.
@Suite("Changes of schemas")
struct SchemaChangeTests {
  /// A change, and the rules that tell of it: without a prefix, which the way adds.
  struct Case: CustomTestStringConvertible {
    var old: String
    var new: String
    var requests: Set<String>
    var responses: Set<String>
    var testDescription: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, requests: Set<String>, responses: Set<String>) {
      self.old = old
      self.new = new
      self.requests = requests
      self.responses = responses
    }

    /// A change of the same name both ways, by which fewer values are allowed.
    static func narrows(_ old: String, _ new: String, _ rule: String) -> Case {
      Case(old, new, requests: ["\(rule): clients"], responses: ["\(rule): servers"])
    }

    /// A change of the same name both ways, by which more values are allowed.
    static func widens(_ old: String, _ new: String, _ rule: String) -> Case {
      Case(old, new, requests: ["\(rule): servers"], responses: ["\(rule): clients"])
    }

    static func changes(_ old: String, _ new: String, _ rule: String) -> Case {
      Case(
        old, new, requests: ["\(rule): clients servers"], responses: ["\(rule): clients servers"])
    }

    static func keeps(_ old: String, _ new: String, _ rule: String) -> Case {
      Case(old, new, requests: ["\(rule): "], responses: ["\(rule): "])
    }
  }

  static let values: [Case] = [
    .changes("{type: string}", "{type: integer}", "type-changed"),
    .widens("{type: integer}", "{type: number}", "type-generalized"),
    .widens("{type: integer}", "{type: [integer, string]}", "type-generalized"),
    Case(
      "{type: number}", "{type: integer}", requests: ["type-changed: clients"],
      responses: ["type-specialized: servers"]),
    .widens("{type: string}", "{type: [string, \"null\"]}", "became-nullable"),
    .narrows("{type: [string, \"null\"]}", "{type: string}", "became-not-nullable"),
    .narrows("{type: string}", "{type: string, enum: [a]}", "became-enum"),
    .widens("{type: string, enum: [a]}", "{type: string}", "became-not-enum"),
    .narrows("{enum: [a, b]}", "{enum: [a]}", "enum-value-removed"),
    .widens("{enum: [a]}", "{enum: [a, b]}", "enum-value-added"),
    .widens("{const: 1}", "{enum: [1, 2]}", "enum-value-added"),
    .widens("{type: string, format: uuid}", "{type: string}", "type-generalized"),
    .widens("{type: integer, format: int32}", "{type: integer, format: int64}", "type-generalized"),
    .changes(
      "{type: string, format: date}", "{type: string, format: date-time}", "type-changed"),
    .keeps(
      "{type: string, format: password}", "{type: string, format: secret}", "type-compatible"),
    .narrows("{type: string}", "{type: string, pattern: a}", "pattern-added"),
    .widens("{type: string, pattern: a}", "{type: string}", "pattern-removed"),
    .changes("{type: string, pattern: a}", "{type: string, pattern: b}", "pattern-changed"),
    .keeps("{type: string}", "{type: string, default: a}", "default-value-added"),
    .keeps("{type: string, default: b}", "{type: string, default: a}", "default-value-changed"),
    .keeps("{type: string, default: b}", "{type: string}", "default-value-removed"),
    .keeps("{type: string}", "{type: string, deprecated: true}", "deprecated"),
    .keeps("{type: string, deprecated: true}", "{type: string}", "reactivated"),
    .keeps("{type: string}", "{type: string, description: A text}", "documentation-changed"),
    .changes(
      "{type: string}", "{type: string, contentEncoding: base64}", "content-encoding-changed"),
  ]

  static let bounds: [Case] = [
    .narrows("{type: integer}", "{type: integer, maximum: 5}", "max-set"),
    .widens("{type: integer, maximum: 5}", "{type: integer}", "max-unset"),
    .narrows("{type: integer, maximum: 5}", "{type: integer, maximum: 4}", "max-decreased"),
    .widens("{type: integer, minimum: 5}", "{type: integer, minimum: 4.5}", "min-decreased"),
    .narrows("{type: integer, minimum: 5}", "{type: integer, minimum: 6}", "min-increased"),
    .narrows(
      "{type: number, maximum: 5}", "{type: number, exclusiveMaximum: 5}", "exclusive-max-decreased"
    ),
    .widens(
      "{type: number, exclusiveMinimum: 5}", "{type: number, minimum: 5}", "min-decreased"),
    .widens("{type: string, maxLength: 5}", "{type: string, maxLength: 6}", "max-length-increased"),
    .narrows("{type: string}", "{type: string, minLength: 1}", "min-length-set"),
    .widens("{type: array, minItems: 2}", "{type: array, minItems: 1}", "min-items-decreased"),
    .narrows("{type: array, maxItems: 2}", "{type: array, maxItems: 1}", "max-items-decreased"),
    .narrows("{type: object}", "{type: object, minProperties: 1}", "min-properties-set"),
    .narrows("{type: array}", "{type: array, uniqueItems: true}", "unique-items-set"),
    .widens("{type: array, uniqueItems: true}", "{type: array}", "unique-items-unset"),
    .narrows("{type: integer}", "{type: integer, multipleOf: 2}", "multiple-of-set"),
    .widens(
      "{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 2}", "multiple-of-generalized"),
    .narrows(
      "{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 4}", "multiple-of-specialized"),
    .changes(
      "{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 3}", "multiple-of-changed"),
  ]

  /// Every keyword that bounds values, with the type of these.
  private static let boundKeywords = [
    ("maximum", "max", "number"), ("exclusiveMaximum", "exclusive-max", "number"),
    ("minimum", "min", "number"), ("exclusiveMinimum", "exclusive-min", "number"),
    ("maxLength", "max-length", "string"), ("minLength", "min-length", "string"),
    ("maxItems", "max-items", "array"), ("minItems", "min-items", "array"),
    ("maxProperties", "max-properties", "object"), ("minProperties", "min-properties", "object"),
  ]

  static let everyBound: [Case] = boundKeywords.flatMap { keyword, rule, type -> [Case] in
    let schema = { (limit: Int) in "{type: \(type), \(keyword): \(limit)}" }
    let isUpper = rule.contains("max")
    return [
      .narrows("{type: \(type)}", schema(5), "\(rule)-set"),
      .widens(schema(5), "{type: \(type)}", "\(rule)-unset"),
      isUpper
        ? .narrows(schema(5), schema(4), "\(rule)-decreased")
        : .widens(schema(5), schema(4), "\(rule)-decreased"),
      isUpper
        ? .widens(schema(5), schema(6), "\(rule)-increased")
        : .narrows(schema(5), schema(6), "\(rule)-increased"),
    ]
  }

  /// Every keyword that says something of a value as a whole, with what it can say.
  private static let wholes = [
    ("contains", "contains", "array", "{const: 1}", "{const: 2}"),
    ("propertyNames", "property-names", "object", "{maxLength: 3}", "{maxLength: 4}"),
    ("contentSchema", "content-schema", "string", "{type: object}", "{type: array}"),
    ("not", "not", "object", "{required: [a]}", "{required: [b]}"),
    ("dependentRequired", "dependent-required", "object", "{a: [b]}", "{a: [c]}"),
    (
      "dependentSchemas", "dependent-schema", "object", "{a: {required: [b]}}",
      "{a: {required: [c]}}"
    ),
  ]

  static let everyWhole: [Case] = wholes.flatMap { keyword, rule, type, first, second -> [Case] in
    let plain = "{type: \(type)}"
    let schema = { (argument: String) in "{type: \(type), \(keyword): \(argument)}" }
    return [
      .narrows(plain, schema(first), "\(rule)-added"),
      .widens(schema(first), plain, "\(rule)-removed"),
      .changes(schema(first), schema(second), "\(rule)-changed"),
    ]
  }

  private static let condition =
    "{type: object, if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}"

  static let conditions: [Case] = [
    Case(
      "{type: object}", condition,
      requests: ["if-added: clients", "then-added: clients", "else-added: clients"],
      responses: ["if-added: servers", "then-added: servers", "else-added: servers"]),
    Case(
      condition, "{type: object}",
      requests: ["if-removed: servers", "then-removed: servers", "else-removed: servers"],
      responses: ["if-removed: clients", "then-removed: clients", "else-removed: clients"]),
    .changes(condition, condition.replacing("[a]", with: "[d]"), "if-changed"),
    .changes(condition, condition.replacing("[b]", with: "[d]"), "then-changed"),
    .changes(condition, condition.replacing("[c]", with: "[d]"), "else-changed"),
  ]

  private static let object =
    "{type: object, required: [a], properties: {a: {type: string}}}"
  private static let other =
    "{type: object, required: [b], properties: {b: {type: string}}}"
  private static let third =
    "{type: object, required: [c], properties: {c: {type: string}}}"

  static let alternatives: [Case] = ["oneOf", "anyOf"].flatMap { keyword -> [Case] in
    let rule = keyword == "oneOf" ? "one-of" : "any-of"
    let (two, three) = (
      "{\(keyword): [\(object), \(other)]}", "{\(keyword): [\(object), \(other), \(third)]}"
    )
    return [
      .widens(two, three, "\(rule)-added"),
      .narrows(three, two, "\(rule)-removed"),
      .widens(object, two, "wrapped-in-\(rule)-original-preserved"),
      .changes(third, two, "wrapped-in-\(rule)"),
      .narrows(two, object, "unwrapped-from-\(rule)"),
    ]
  }

  static let parts: [Case] = [
    .widens(
      "{oneOf: [\(object), \(other)]}", "{anyOf: [\(object), \(other)]}", "one-of-became-any-of"),
    .narrows(
      "{anyOf: [\(object), \(other)]}", "{oneOf: [\(object), \(other)]}", "any-of-became-one-of"),
    .widens("{type: integer, multipleOf: 2}", "{type: integer}", "multiple-of-unset"),
    .changes(
      "{type: string}", "{type: string, contentMediaType: text/html}", "content-media-type-changed"),
    .widens(
      "{type: object, patternProperties: {a: {type: string}}}", "{type: object}",
      "pattern-property-removed"),
    .narrows(
      "{type: array, contains: {const: 1}}", "{type: array, contains: {const: 1}, minContains: 2}",
      "min-contains-increased"),
    .widens(
      "{type: array, contains: {const: 1}, minContains: 2}", "{type: array, contains: {const: 1}}",
      "min-contains-decreased"),
    .narrows(
      "{type: array, contains: {const: 1}, maxContains: 3}",
      "{type: array, contains: {const: 1}, maxContains: 2}", "max-contains-decreased"),
    .widens(
      "{type: array, contains: {const: 1}, maxContains: 3}", "{type: array, contains: {const: 1}}",
      "max-contains-increased"),
    .keeps(
      "{type: object}", "{type: object, discriminator: {propertyName: a}}", "discriminator-added"),
    .keeps(
      "{type: object, discriminator: {propertyName: a}}", "{type: object}", "discriminator-removed"),
    .narrows("{type: array}", "{type: array, contains: {const: 1}}", "contains-added"),
    .changes("{not: {const: 1}}", "{not: {const: 2}}", "not-changed"),
    .narrows(
      "{type: object}", "{type: object, propertyNames: {maxLength: 3}}", "property-names-added"),
    .narrows(
      "{type: object}", "{type: object, additionalProperties: false}",
      "additional-properties-refused"),
    .widens(
      "{type: object, additionalProperties: false}", "{type: object}",
      "additional-properties-allowed"),
    .narrows(
      "{type: object}", "{type: object, patternProperties: {a: {type: string}}}",
      "pattern-property-added"),
    .narrows(
      "{type: object, properties: {a: {type: string}}}",
      "{type: object, required: [a], properties: {a: {type: string}}}", "became-required"),
    .widens(
      "{type: object, required: [a], properties: {a: {type: string}}}",
      "{type: object, properties: {a: {type: string}}}", "became-optional"),
    .widens(
      "{type: string}",
      "{oneOf: [{type: string}, {type: integer, minimum: 1}]}",
      "wrapped-in-one-of-original-preserved"),
    .widens(
      "{oneOf: [{title: A, type: string, maxLength: 1}, {title: B, type: integer, minimum: 1}]}",
      "{oneOf: [{title: B, type: integer, minimum: 1}, {title: C, type: boolean}, {title: A, type: string, maxLength: 1}]}",
      "one-of-added"),
    .narrows(
      "{anyOf: [{title: A, type: string, maxLength: 1}, {title: B, type: integer, minimum: 1}, {type: boolean}]}",
      "{anyOf: [{type: boolean}, {title: B, type: integer, minimum: 1}]}", "any-of-removed"),
    .changes(
      "{type: object, discriminator: {propertyName: a}}",
      "{type: object, discriminator: {propertyName: b}}", "discriminator-property-name-changed"),
  ]

  /// A property that only goes one way from now on, or both ways.
  private static func direction(
    _ keyword: String, isRequired: Bool, isNow: Bool, requests: Set<String>, responses: Set<String>
  ) -> Case {
    let property = { (says: Bool) in
      "{type: object, \(isRequired ? "required: [a], " : "")properties: {a: {type: string, \(keyword): \(says)}}}"
    }
    return Case(property(!isNow), property(isNow), requests: requests, responses: responses)
  }

  static let directions: [Case] = [
    direction(
      "readOnly", isRequired: false, isNow: true,
      requests: ["request-optional-property-became-read-only: "], responses: []),
    direction(
      "readOnly", isRequired: false, isNow: false,
      requests: ["request-optional-property-became-not-read-only: "], responses: []),
    direction(
      "readOnly", isRequired: true, isNow: true,
      requests: ["request-required-property-became-read-only: servers"], responses: []),
    direction(
      "readOnly", isRequired: true, isNow: false,
      requests: ["request-required-property-became-not-read-only: clients"], responses: []),
    direction(
      "writeOnly", isRequired: false, isNow: true, requests: [],
      responses: ["response-optional-property-became-write-only: "]),
    direction(
      "writeOnly", isRequired: false, isNow: false, requests: [],
      responses: ["response-optional-property-became-not-write-only: "]),
    direction(
      "writeOnly", isRequired: true, isNow: true, requests: [],
      responses: ["response-required-property-became-write-only: clients"]),
    direction(
      "writeOnly", isRequired: true, isNow: false, requests: [],
      responses: ["response-required-property-became-not-write-only: servers"]),
  ]

  static let members: [Case] =
    directions + [
      Case(
        "{type: object}", "{type: object, properties: {a: {type: string}}}",
        requests: ["new-optional-request-property: "],
        responses: ["response-optional-property-added: "]),
      Case(
        "{type: object, additionalProperties: false}",
        "{type: object, additionalProperties: false, properties: {a: {type: string}}}",
        requests: ["new-optional-request-property: servers"],
        responses: ["response-optional-property-added: clients"]),
      Case(
        "{type: object}", "{type: object, required: [a], properties: {a: {type: string}}}",
        requests: ["new-required-request-property: clients"],
        responses: ["response-required-property-added: servers"]),
      Case(
        "{type: object, properties: {a: {type: string}}}", "{type: object}",
        requests: ["request-property-removed: clients"],
        responses: ["response-optional-property-removed: "]),
      Case(
        "{type: object, required: [a], properties: {a: {type: string}}}", "{type: object}",
        requests: ["request-property-removed: clients servers"],
        responses: ["response-required-property-removed: clients"]),
      Case(
        "{type: object, properties: {a: {type: string, readOnly: true}}}", "{type: object}",
        requests: [], responses: ["response-optional-property-removed: "]),
      Case(
        "{type: object, required: [a], properties: {a: {type: string}}}",
        "{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}",
        requests: [], responses: ["response-required-property-became-write-only: clients"]),
    ]

  /// The names of the rules that the cases expect.
  static var names: Set<String> {
    let all = values + bounds + everyBound + everyWhole + conditions + alternatives + parts
    let rules = all.flatMap { change in
      change.requests.map { "request-property-\($0)" }
        + change.responses.map { "response-property-\($0)" }
    }
    return Set((rules + members.flatMap { $0.requests.union($0.responses) }).map(Documents.name))
      .filter { !$0.hasSuffix("-documentation-changed") }
  }

  @Test(
    "have the rule's name and break what they must",
    arguments: values + bounds + everyBound + everyWhole + conditions + alternatives + parts)
  func rules(_ change: Case) throws {
    let rules = try Documents.rules(
      from: Documents.document(of: change.old), to: Documents.document(of: change.new))
    let expected =
      change.requests.map { "request-property-\($0)" }
      + change.responses.map { "response-property-\($0)" }
    let plain = Set(
      expected.map {
        $0.replacing("request-property-documentation", with: "documentation").replacing(
          "response-property-documentation", with: "documentation")
      })
    #expect(rules == plain)
  }

  @Test("of members have the rule's name and break what they must", arguments: members)
  func memberRules(_ change: Case) throws {
    let rules = try Documents.rules(
      from: Documents.document(of: change.old), to: Documents.document(of: change.new))
    #expect(rules == change.requests.union(change.responses))
  }
}
