import Testing

@testable import ApusCore

/// A schema's plan only makes faster what its keywords say one by one: a check that reports goes by these.
@Suite("The plan of a schema")
struct SchemaPlanTests {
  @Test("accepts what the keywords accept one by one", arguments: 0..<40)
  func agrees(seed: UInt64) throws {
    var maker = SchemaMaker(seed: seed)
    var accepted = 0
    for _ in 0..<50 {
      let schema = maker.schema(depth: 3)
      for _ in 0..<20 {
        let text = maker.value(depth: 3)
        try withJSON(text) { value in
          for directions in [[], .request, .response, [.request, .response]] as [Directions] {
            var evaluation = Evaluation(of: value, directions: directions)
            evaluation.isReporting = true
            let isValid = evaluation.evaluate(schema, value)
            #expect(
              schema.accepts(value, going: directions) == isValid, "\(text) by \(schema.rules)")
            accepted += isValid ? 1 : 0
          }
        }
      }
    }
    // Values that are all refused, or none, would say little.
    #expect((100..<3_900).contains(accepted))
  }

  @Test(
    "tells alternatives apart by a member's texts, and by nothing else",
    arguments: [
      (#"{"kind":"a","x":1}"#, true), (#"{"kind":"a","x":"1"}"#, false),
      (#"{"kind":"b"}"#, true), (#"{"kind":"c"}"#, true), (#"{"kind":"d","x":1}"#, false),
      (#"{"kind":"e","y":1}"#, true), (#"{"kind":"a","x":1,"y":1}"#, false),
      (#"{"\u006bind":"\u0061","x":1}"#, true), (#"{"x":1}"#, false), (#"{"kind":1}"#, false),
      ("1", false),
    ])
  func discriminates(text: String, isValid: Bool) throws {
    let kinds = Schema(
      .type(.object), .properties(Property("kind", .enum("b", "c"))), .required("kind"))
    let schema = Schema(
      .oneOf(
        Schema(
          .type(.object), .required("kind"),
          .properties(Property("kind", .const("a")), Property("x", .type(.integer)))),
        Schema(.ref(kinds)),
        Schema(.type(.object), .required("y"))))
    #expect(try withJSON(text) { schema.accepts($0) } == isValid)
    #expect(schema.violations(in: Array(text.utf8)).isEmpty == isValid)
  }

  @Test("has room for any number of names")
  func manyNames() throws {
    let names = (0..<200).map { "name\($0)" }
    let schema = Schema(
      .type(.object), Rule(Required(names)),
      Rule(OneOf(names.map { Schema(.required($0)) } + [Schema(.required("more"))])),
      .minProperties(1))
    let members = names.map { #""\#($0)":1"# }
    for text in [
      "{\(members.joined(separator: ","))}", "{\(members.dropLast().joined(separator: ","))}",
    ] {
      #expect(!(try withJSON(text) { schema.accepts($0) }))
    }
    let required = Schema(Rule(Required(names)), .additionalProperties(Schema(.type(.integer))))
    #expect(try withJSON("{\(members.joined(separator: ","))}") { required.accepts($0) })
    #expect(
      !(try withJSON("{\(members.dropFirst().joined(separator: ","))}") { required.accepts($0) }))
  }
}

/// Makes schemas and values of few words, so that many values fit many schemas.
private struct SchemaMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number below a limit (G. Marsaglia, Xorshift RNGs, 2003).
  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private static let names = ["a", "b", "kind", "a_longer_name", "é"]
  private static let texts = [
    "", "a", "b", "kind", "éé", "2025-01-31", "a long text of many words",
  ]
  private static let numbers = [
    "0", "1", "-1", "1.0", "1.5", "10", "3e0", "1e400", "123456789012345678901",
  ]

  mutating func value(depth: Int) -> String {
    switch below(depth > 0 ? 9 : 5) {
    case 0: return pick(["null", "true", "false"])
    case 1, 2: return pick(Self.numbers)
    case 3, 4: return JSON.string(pick(Self.texts)).description
    case 5: return "[\((0..<below(4)).map { _ in value(depth: depth - 1) }.joined(separator: ","))]"
    default:
      let members = (0..<below(5)).map { _ in
        "\(JSON.string(pick(Self.names))):\(value(depth: depth - 1))"
      }
      return "{\(members.joined(separator: ","))}"
    }
  }

  mutating func schema(depth: Int) -> Schema {
    let count = depth > 0 ? 1 + below(3) : below(2)
    let rules = (0..<count).map { _ in rule(depth: depth) }
    // A keyword stands in a schema once.
    var known: Set<String> = []
    return Schema(rules: rules.filter { known.insert(type(of: $0.keyword).name).inserted })
  }

  private mutating func schemas(depth: Int) -> [Schema] {
    (0..<1 + below(3)).map { _ in schema(depth: depth - 1) }
  }

  private mutating func requiredGroups() -> [Schema] {
    (0..<1 + below(3)).map { _ in
      Schema(Rule(Required((0..<below(3)).map { _ in pick(Self.names) })))
    }
  }

  private mutating func property(depth: Int) -> Property {
    var rules = schema(depth: depth - 1).rules
    if below(4) == 0 { rules.append(pick([.readOnly(), .writeOnly()])) }
    return Property(pick(Self.names), Schema(rules: rules))
  }

  private mutating func rule(depth: Int) -> Rule {
    depth > 0 && below(2) == 0 ? applicator(depth: depth) : assertion()
  }

  private mutating func assertion() -> Rule {
    switch below(14) {
    case 0, 1: Rule(Type([pick(Type.Name.allCases)]))
    case 2: Rule(Type([pick(Type.Name.allCases), .object, .string]))
    case 3:
      Rule(Enumeration((0..<3).map { _ in JSON.string(pick(Self.texts)) } + [pick([.null, 1])]))
    case 4: Rule(Constant(pick([.null, 1, "a", true, ["a": 1]])))
    case 5: Rule(Required((0..<below(3)).map { _ in pick(Self.names) }))
    case 6: pick([.minLength(1), .maxLength(2), .minItems(1), .maxItems(1)])
    case 7: pick([.minProperties(1), .maxProperties(1)])
    case 8: pick([.minimum(1), .maximum(1), .exclusiveMinimum(0), .exclusiveMaximum(1.5)])
    case 9: .multipleOf(pick([1, 2, 0.5]))
    case 10: .format(pick([.int32, .date, .double, .int64, .doubleInt, .sfDecimal]))
    case 11: .uniqueItems(true)
    case 12: .pattern("^a")
    default: pick([.nothing(), .readOnly(), .writeOnly()])
    }
  }

  private mutating func applicator(depth: Int) -> Rule {
    switch below(16) {
    case 0: Rule(AllOf(schemas(depth: depth)))
    case 1: Rule(AnyOf(schemas(depth: depth)))
    case 2: Rule(OneOf(schemas(depth: depth)))
    case 3: Rule(OneOf(requiredGroups()))
    case 4: Rule(AnyOf(requiredGroups()))
    case 5: .not(schema(depth: depth - 1))
    case 6: .items(schema(depth: depth - 1))
    case 7: Rule(PrefixItems(schemas(depth: depth)))
    case 8: .contains(schema(depth: depth - 1))
    case 9: .additionalProperties(pick([Schema(.nothing()), schema(depth: depth - 1)]))
    case 10: .propertyNames(Schema(assertion()))
    case 11: .unevaluatedProperties(pick([Schema(.nothing()), schema(depth: depth - 1)]))
    case 12: .patternProperties(Property("^a", schema(depth: depth - 1)))
    case 13: .if(schema(depth: depth - 1))
    default: Rule(Properties((0..<1 + below(3)).map { _ in property(depth: depth) }))
    }
  }
}
