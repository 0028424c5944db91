import Foundation
import Testing

@testable import ApusCore

/// What a check costs where the value was made up to make it costly: counted in schemas entered.
@Suite("The cost of a check")
struct EvaluationCostTests {
  /// Schemas that lead to themselves, for the value of the member `next`, in several ways.
  struct Recursion: CustomTestStringConvertible {
    let testDescription: String
    let schema: Schema

    /// - Parameter rule: The schema's rule, given a rule that leads to the schema itself, for the
    ///   member `next`.
    init(_ description: String, _ rule: (Rule) -> Rule) {
      testDescription = description
      let holder = Holder()
      let next = Rule.properties(
        Property("next", .ref(holder.schema)), Property("end", .type(.integer)))
      schema = Schema(rule(next))
      holder.set(schema)
    }

    static let all = [
      Recursion("allOf") { .allOf(Schema($0), Schema($0)) },
      Recursion("anyOf") { .anyOf(Schema($0, .required("not there")), Schema($0)) },
      Recursion("oneOf") { .oneOf(Schema($0, .required("not there")), Schema($0)) },
      Recursion("oneOf in oneOf in oneOf") { rule in
        .oneOf(
          Schema(.oneOf(Schema(.oneOf(Schema(rule))), Schema(rule, .required("not there")))),
          Schema(.oneOf(Schema(rule, .required("not there")), Schema(.nothing()))))
      },
      Recursion("not in not") { .allOf(Schema(.not(Schema(.not(Schema($0))))), Schema($0)) },
      Recursion("dependentSchemas") {
        .dependentSchemas(
          Property("next", .allOf(Schema($0), Schema($0))), Property("end", Schema($0)))
      },
      Recursion("if") { .allOf(Schema(.if(Schema($0)), .then(Schema($0)), .else(Schema($0)))) },
    ]
  }

  @Test(
    "grows with the value's size, however many ways lead to a schema",
    arguments: Recursion.all, ["1", "\"one\""])
  func ways(recursion: Recursion, end: String) throws {
    let text =
      String(repeating: #"{"next":"#, count: 120) + #"{"end":\#(end)}"#
      + String(repeating: "}", count: 120)
    try withJSON(text) { value in
      for isReporting in [false, true] {
        var evaluation = Evaluation(of: value, directions: [])
        evaluation.isReporting = isReporting
        #expect(evaluation.evaluate(recursion.schema, value) == (end == "1"))
        #expect(evaluation.memory.steps < 200 * Int(value.node.pointee.next))
      }
    }
  }

  @Test("a schema that leads to itself for the same value ends, and refuses it")
  func circle() {
    let holder = Holder()
    holder.set(Schema(.anyOf(Schema(.ref(holder.schema)), Schema(.ref(holder.schema)))))
    for schema in [holder.schema, Schema(.not(holder.schema))] {
      let violations = schema.violations(in: Array("1".utf8))
      #expect(violations.map(\.expected) == ["a value nested less deeply"])
    }
  }

  @Test("the elements of an array are told apart in one pass", .timeLimit(.minutes(1)))
  func uniqueElements() {
    let text = "[\((0..<20_000).map { #"{"id":"\#($0)"}"# }.joined(separator: ",")),0]"
    #expect(Schema(.uniqueItems(true)).violations(in: Array(text.utf8)).isEmpty)
  }

  private static let names = (0..<20_000).map { "name\($0)" }

  private static let rules: [String: Rule] = [
    Required.name: Rule(Required(names)),
    Properties.name: Rule(Properties(names.map { Property($0, .type(.integer)) })),
    DependentRequired.name: Rule(DependentRequired([Dependency(name: "name0", names: names)])),
    DependentSchemas.name: Rule(DependentSchemas(names.map { Property($0, .type(.object)) })),
    PropertyNames.name: Rule(PropertyNames(Schema(Rule(Enumeration(names.map(JSON.string)))))),
  ]

  @Test(
    "members are found by name in one pass, however many names there are",
    .timeLimit(.minutes(1)), arguments: rules.keys.sorted())
  func names(keyword: String) throws {
    let members = Self.names.map { #""\#($0)":1"# }.joined(separator: ",")
    let schema = Schema(try #require(Self.rules[keyword]))
    #expect(schema.violations(in: Array("{\(members)}".utf8)).isEmpty)
  }

  /// The stacks of threads other than the first are 512 KiB on some platforms.
  @Test("fits a small stack", arguments: Recursion.all, [60, 120, 200, 340, 511])
  func fitsASmallStack(recursion: Recursion, depth: Int) async {
    let text =
      String(repeating: #"{"next":"#, count: depth) + #"{"end":"one"}"#
      + String(repeating: "}", count: depth)
    let isRefused = await withCheckedContinuation { continuation in
      let thread = Thread {
        let violations = recursion.schema.violations(in: Array(text.utf8))
        continuation.resume(returning: !violations.isEmpty)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(isRefused)
  }

  @Test("goes as deep as values are read, where the stack has room")
  func goesDeep() async {
    let holder = Holder()
    holder.set(Schema(.items(Schema(.ref(holder.schema)))))
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    let isAccepted = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: holder.schema.violations(in: Array(text.utf8)).isEmpty)
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    #expect(isAccepted)
  }
}

/// A schema that rules inside it can refer to. It is set once, before it is used.
private final class Holder: @unchecked Sendable {
  private var held: Schema?

  var schema: Schema { held ?? Schema(.nothing()) }

  func set(_ schema: Schema) { held = schema }
}
