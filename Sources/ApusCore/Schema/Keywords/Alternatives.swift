/// What came of trying each alternative of an `anyOf` or `oneOf` on a value.
struct Alternatives {
  /// The indices of the alternatives that accept the value, counted from 0 as in the document.
  private(set) var matches: [Int] = []

  private let schemas: [Schema]
  private var refusals: [[Violation]] = []

  init(
    _ schemas: [Schema], of keyword: String, for instance: JSONView,
    in evaluation: inout Evaluation
  ) {
    self.schemas = schemas
    for (index, schema) in schemas.enumerated() {
      let attempt = evaluation.attempt(schema, instance, below: keyword, index)
      if attempt.isValid {
        matches.append(index)
      } else {
        refusals.append(attempt.violations)
      }
    }
  }

  /// The alternatives that accept the value, with what they require where that tells them apart.
  var matchesInWords: String {
    matches.map { index in
      guard let names = schemas[index][Required.self]?.names, !names.isEmpty else {
        return "alternative \(index)"
      }
      let quoted = names.map { JSON.string($0).description }
      return "alternative \(index) (requiring \(quoted.listed(with: "and")))"
    }.listed(with: "and")
  }

  /// Why the alternatives refuse the value: first the reasons of the one that is nearest to
  /// accepting it, which is the one with the deepest and then the fewest reasons.
  var causes: [Violation] {
    refusals.enumerated()
      .sorted { left, right in
        let (leftRank, rightRank) = (Self.distance(left.element), Self.distance(right.element))
        return leftRank == rightRank ? left.offset < right.offset : leftRank < rightRank
      }
      .flatMap(\.element)
  }

  /// How far a value is from being accepted: a wrong value deep inside is nearer than a wrong kind
  /// of value at the top.
  private static func distance(_ violations: [Violation]) -> (Int, Int) {
    let depth = violations.map { $0.instance.utf8.count { $0 == UInt8(ascii: "/") } }.min() ?? 0
    return (-depth, violations.count)
  }
}

extension SchemaReader {
  /// The schemas of a list that is the argument of the keyword being read.
  mutating func schemas(_ argument: Value) throws(InvalidArgument) -> [Schema] {
    let elements = try argument.requireElements()
    guard !elements.isEmpty else {
      throw InvalidArgument(expected: "a list of at least one schema")
    }
    var schemas: [Schema] = []
    for (index, element) in elements.enumerated() {
      schemas.append(schema(element, below: String(index)))
    }
    return schemas
  }
}
