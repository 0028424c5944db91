/// The alternatives of an `anyOf` or `oneOf`, and how they are tried on a value.
struct Alternatives {
  private let schemas: [Schema]
  private let keyword: String

  init(_ schemas: [Schema], of keyword: String) {
    self.schemas = schemas
    self.keyword = keyword
  }

  /// The indices of the alternatives that accept a value, counted from 0 as in the document.
  func matches(for instance: JSONView, in evaluation: inout Evaluation) -> [Int] {
    var matches: [Int] = []
    for (index, schema) in schemas.enumerated() where evaluation.accepts(schema, instance) {
      matches.append(index)
    }
    return matches
  }

  /// Some of the alternatives, with what they require where that tells them apart.
  func inWords(_ indices: [Int]) -> String {
    indices.map { index in
      guard let names = schemas[index][Required.self]?.names, !names.isEmpty else {
        return "alternative \(index)"
      }
      let quoted = names.map { JSON.string($0).description }
      return "alternative \(index) (requiring \(quoted.listed(with: "and")))"
    }.listed(with: "and")
  }

  /// Notes that none of the alternatives accepts a value, with the reasons of each, and returns
  /// false.
  func refuse(_ instance: JSONView, expected: String, in evaluation: inout Evaluation) -> Bool {
    guard evaluation.isReporting else { return false }
    var refusals: [Refusal] = []
    for (index, schema) in schemas.enumerated() where evaluation.isReporting {
      let reasons = evaluation.reasons(against: schema, instance, below: keyword, String(index))
      refusals.append(Refusal(reasons, depth: evaluation.report.depth, index: index))
    }
    return evaluation.fail(
      keyword, expected: expected, found: "that none does",
      causes: refusals.sorted(by: <).flatMap(\.violations))
  }
}

/// Why an alternative refuses a value.
struct Refusal: Comparable {
  let violations: [Violation]
  private let rank: (kind: Int, depth: Int, count: Int, index: Int)

  /// - Parameter depth: How many names and indices lead to the value.
  init(_ violations: [Violation], depth: Int, index: Int) {
    self.violations = violations
    let depths = violations.map { violation in
      violation.instance.utf8.count { $0 == UInt8(ascii: "/") } - depth
    }
    let kind = zip(violations, depths).map { violation, depth in
      Self.strangeness(violation, at: depth)
    }
    rank = (kind.max() ?? 0, -(depths.min() ?? 0), violations.count, index)
  }

  /// How surely a broken rule says that another alternative was meant: a value of another kind
  /// surely, and a member with another constant, as those have that tell alternatives apart.
  private static func strangeness(_ violation: Violation, at depth: Int) -> Int {
    switch violation.keyword {
    case Type.name where depth <= 0: 2
    case Constant.name where depth <= 1, Enumeration.name where depth <= 1: 1
    default: 0
    }
  }

  static func == (left: Refusal, right: Refusal) -> Bool { left.rank == right.rank }

  /// The nearer an alternative is to accepting the value, the less: a value that is wrong deep
  /// inside is nearer than one that is wrong at the top, and few reasons are nearer than many.
  static func < (left: Refusal, right: Refusal) -> Bool { left.rank < right.rank }
}

extension SchemaReader {
  /// The schemas of a list that is the argument of the keyword being read.
  mutating func schemas(_ argument: DocumentValue) throws(InvalidArgument) -> [Schema] {
    let elements = try argument.requireElements()
    guard !elements.isEmpty else {
      throw InvalidArgument(expected: "a list of at least one schema")
    }
    var schemas: [Schema] = []
    schemas.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      schemas.append(schema(element, below: String(index)))
    }
    return schemas
  }
}
