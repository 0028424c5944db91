/// How a JSON value shows which alternative of a union it is.
///
/// Each branch has a test that all of its values pass. Most tests are passed by no other branch's
/// values; where alternatives of the document may overlap, their schemas decide.
public struct UnionBranches: Sendable {
  private let tests: [BranchTest]
  private let alternatives: [Schema]
  /// Whether a value that passes the tests of several branches is refused.
  private let isExclusive: Bool
  /// The member whose values decide, if there is one.
  private let tag: BranchTag?
  /// The members that tests ask for.
  private let asked: AskedMembers
  /// The branch of what passes no test.
  private let rest: Int?

  /// Branches of which only the first one that the value passes the test of counts.
  public init(_ tests: BranchTest...) {
    self.init(tests, alternatives: [], isExclusive: false)
  }

  /// Branches of which a value passes the test of exactly one.
  public init(exactlyOne tests: BranchTest...) {
    self.init(tests, alternatives: [], isExclusive: true)
  }

  /// Branches that are alternatives of a schema's `oneOf`, of which a value matches exactly one.
  ///
  /// - Parameters:
  ///   - schema: The schema whose `oneOf` it is.
  ///   - isDisjoint: Whether no value can match two, so that the first one is the only one.
  ///   - tests: What the values of each branch pass.
  public init(oneOf schema: Schema, isDisjoint: Bool = false, _ tests: BranchTest...) {
    let alternatives = schema[OneOf.self]?.schemas ?? []
    self.init(tests, alternatives: alternatives, isExclusive: !isDisjoint)
  }

  /// Branches that are alternatives of a schema's `anyOf`: the first one that accepts the value counts.
  public init(anyOf schema: Schema, _ tests: BranchTest...) {
    self.init(tests, alternatives: schema[AnyOf.self]?.schemas ?? [], isExclusive: false)
  }

  package init(_ tests: [BranchTest], alternatives: [Schema], isExclusive: Bool) {
    self.tests = tests
    self.alternatives = alternatives
    self.isExclusive = isExclusive
    rest = tests.firstIndex(where: \.isOtherwise)
    tag = BranchTag(tests)
    asked = AskedMembers(tests)
  }

  /// The number of the branch that a value is of, counted from 0.
  ///
  /// - Throws: ``JSONDecodingError`` if it is of none, or of more than one where that is not allowed.
  public func branch(of json: JSONView) throws -> Int {
    if let tag, let index = tag.branch(of: json) { return index }
    let found = asked.found(in: json)
    var match: Int?
    for index in tests.indices where passes(json, test: index, found) {
      if !isExclusive || (tests[index].isCertain && !alternatives.isEmpty) { return index }
      if match != nil { throw error(for: json, isSeveral: true) }
      match = index
    }
    if let match = match ?? rest { return match }
    throw error(for: json, isSeveral: false)
  }

  private func passes(_ json: JSONView, test index: Int, _ found: UInt64) -> Bool {
    if let passes = asked.isPassed(test: index, by: found) { return passes }
    return switch tests[index].test {
    case .kinds(let kinds): kinds.contains { $0.includes(json) }
    case .member(let name, let values):
      json.member(name).map { member in values.contains { member == $0 } } ?? false
    case .members(let names):
      json.kind == .object && names.allSatisfy { json.member($0) != nil }
    case .otherwise: false
    case .alternatives(let indices):
      indices.contains { index in
        alternatives.indices.contains(index)
          && alternatives[index].accepts(json, going: [.request, .response])
      }
    }
  }

  private func error(for json: JSONView, isSeveral: Bool) -> JSONDecodingError {
    if let tag = tag?.name, tests.allSatisfy({ $0.member?.name == tag }), json.kind == .object {
      let values = tests.flatMap { $0.member?.values ?? [] }.map(\.description)
      return JSONDecodingError(
        path: json.member(tag) == nil ? "" : "/\(JSONPointer.escape(tag))",
        expected: json.member(tag) == nil
          ? "the member \(JSON.string(tag))" : "one of \(values.listed(with: "or"))",
        found: json.member(tag)?.summary ?? "an object without it")
    }
    let expected =
      tests.allSatisfy(\.isAlternative)
      ? "a value that matches \(isExclusive ? "exactly" : "at least") one of \(tests.count) alternatives"
      : "either \(tests.map(\.expectation).listed(with: "or"))"
    return JSONDecodingError(
      path: "", expected: expected,
      found: isSeveral ? "one that matches more than one of these" : json.summary)
  }
}

/// A test that all values of one branch of a union pass.
public struct BranchTest: Sendable {
  package enum Test: Sendable {
    case kinds([Type.Name])
    case member(String, [JSON])
    case members([String])
    case alternatives([Int])
    case otherwise
  }

  let test: Test

  package init(test: Test) {
    self.test = test
  }

  /// The value is of one of these kinds.
  public static func type(_ kinds: Type.Name...) -> BranchTest { BranchTest(test: .kinds(kinds)) }

  /// The value is an object whose member `name` has one of these values.
  public static func member(_ name: String, _ values: JSON...) -> BranchTest {
    BranchTest(test: .member(name, values))
  }

  /// The value is an object that has these members.
  public static func members(_ names: String...) -> BranchTest {
    BranchTest(test: .members(names))
  }

  /// The value passes no other branch's test.
  public static let otherwise = BranchTest(test: .otherwise)

  /// One of these alternatives, counted from 0, accepts the value.
  public static func alternative(_ indices: Int...) -> BranchTest {
    BranchTest(test: .alternatives(indices))
  }
}

extension BranchTest {
  var member: (name: String, values: [JSON])? {
    if case .member(let name, let values) = test { (name, values) } else { nil }
  }

  fileprivate var isOtherwise: Bool {
    if case .otherwise = test { true } else { false }
  }

  fileprivate var isAlternative: Bool {
    if case .alternatives = test { true } else { false }
  }

  /// Whether no value of another branch passes the test.
  fileprivate var isCertain: Bool { !isAlternative }

  /// What the test asks for.
  fileprivate var expectation: String {
    switch test {
    case .kinds(let kinds): kinds.map(\.noun).listed(with: "or")
    case .member(let name, let values):
      "an object with \(values.map(\.description).listed(with: "or")) as \(JSON.string(name))"
    case .members(let names):
      "an object with \(names.map { JSON.string($0).description }.listed(with: "and"))"
    case .otherwise: "another value"
    case .alternatives(let indices):
      "a value that alternative \(indices.map(String.init).listed(with: "or")) accepts"
    }
  }
}
