import ApusCore
import ApusModel

/// Writes the tests that tell the branches of a union apart.
struct BranchesEmitter {
  /// The names of schemas, by these schemas' places in the document.
  let names: [String: SchemaName]
  /// The union.
  let scope: Identifier

  /// The arguments of the runtime's `UnionBranches`.
  ///
  /// - Parameter schema: The union's own schema.
  func arguments(_ discrimination: Discrimination, in schema: Schema) -> Code {
    var tests = discrimination.tests.map(test)
    guard let choice = discrimination.choice else {
      if discrimination.isExclusive, !tests.isEmpty { tests[0] = "exactlyOne: \(tests[0])" }
      return .list(tests)
    }
    let keyword: Code = choice.isOneOf ? "oneOf" : "anyOf"
    var arguments: [Code] = ["\(keyword): \(expression(of: choice.holder, in: schema))"]
    if choice.isOneOf, !discrimination.isExclusive { arguments.append("isDisjoint: true") }
    return .list(arguments + tests)
  }

  private func expression(of holder: Schema, in schema: Schema) -> Code {
    if holder === schema { return "schema" }
    let name = holder.location.flatMap { names[$0.pointer] }
    return name?.expression(inside: scope) ?? "schema"
  }

  private func test(_ test: Discrimination.Test) -> Code {
    switch test {
    case .kinds(let kinds):
      ".type\(Code.list(kinds.map { ".\(Code.word($0.rawValue))" as Code }))"
    case .member(let name, let values):
      ".member\(Code.list([.string(name)] + values.map(JSONLiteral.code)))"
    case .members(let names): ".members\(Code.list(names.map(Code.string)))"
    case .otherwise: ".otherwise"
    case .alternatives(let indices): ".alternative\(Code.list(indices.map(Code.integer)))"
    }
  }
}
