/// The course of one check of a value against a schema.
///
/// It runs in one of two ways: to know only whether the value is valid, which ends at the first
/// broken rule, or to report every broken rule with its place.
public struct Evaluation {
  /// Whether every broken rule is wanted, and not only whether there is one.
  public let isReporting: Bool

  /// The rules found broken so far, in the order of the schema.
  public private(set) var violations: [Violation] = []

  /// The most schemas that may be entered on the way to one value, so that neither a schema that
  /// refers to itself nor a deep value can exhaust the stack.
  static let maximumDepth = 1_024

  /// The most broken rules that are reported of one value, so that a long list of wrong elements
  /// can't take a hundred times its own size in memory.
  static let maximumViolations = 1_000

  /// The schema whose rules are being applied, for the few whose meaning depends on the others.
  private(set) var schema: Schema?

  private var depth = 0
  private var instancePath: [String] = []
  private var schemaPath: [String] = []
  private var location: SchemaLocation?

  init(isReporting: Bool) {
    self.isReporting = isReporting
  }

  /// Whether a value satisfies a schema.
  public mutating func evaluate(_ schema: Schema, _ instance: JSONView) -> Bool {
    guard depth < Self.maximumDepth else {
      return fail(
        nil, expected: "a value nested less deeply", found: "more than \(Self.maximumDepth) levels")
    }
    depth += 1
    defer { depth -= 1 }
    guard isReporting, let entered = schema.location else {
      return evaluateRules(of: schema, instance)
    }
    let outer = (location, schemaPath)
    (location, schemaPath) = (entered, [])
    defer { (location, schemaPath) = outer }
    return evaluateRules(of: schema, instance)
  }

  private mutating func evaluateRules(of schema: Schema, _ instance: JSONView) -> Bool {
    let outer = self.schema
    self.schema = schema
    defer { self.schema = outer }
    var isValid = true
    for rule in schema.rules where !rule.keyword.evaluate(instance, in: &self) {
      isValid = false
      if !isReporting { return false }
    }
    return isValid
  }

  /// Whether a value satisfies a schema that a keyword leads to.
  ///
  /// - Parameters:
  ///   - schema: The schema that stands below the keyword.
  ///   - instance: The value itself, or one inside it.
  ///   - keyword: The keyword's name, and behind it what leads on to `schema`.
  ///   - member: The name or index that leads from the keyword's value to `instance`; nil where
  ///     they are the same.
  public mutating func evaluate(
    _ schema: Schema,
    _ instance: JSONView,
    below keyword: String...,
    member: @autoclosure () -> String? = nil
  ) -> Bool {
    guard isReporting else { return evaluate(schema, instance) }
    let name = member()
    schemaPath.append(contentsOf: keyword)
    if let name { instancePath.append(name) }
    defer {
      schemaPath.removeLast(min(keyword.count, schemaPath.count))
      if name != nil { _ = instancePath.popLast() }
    }
    return evaluate(schema, instance)
  }

  /// Whether a value satisfies one of a keyword's alternatives, and why it does not: nothing of it
  /// is reported as yet.
  public mutating func attempt(
    _ schema: Schema, _ instance: JSONView, below keyword: String, _ index: Int
  ) -> Attempt {
    let reported = violations
    violations = []
    defer { violations = reported }
    let isValid = evaluate(schema, instance, below: keyword, String(index))
    return Attempt(isValid: isValid, violations: violations)
  }

  /// Whether a schema accepts a value, where nothing is said of why not.
  mutating func accepts(_ schema: Schema, _ instance: JSONView) -> Bool {
    var quiet = Evaluation(isReporting: false)
    quiet.depth = depth
    return quiet.evaluate(schema, instance)
  }

  /// Whether a schema accepts a member's name, taken as a string.
  mutating func accepts(_ schema: Schema, _ name: JSONStringView) -> Bool {
    accepts(schema, JSONView(node: name.node, text: name.text))
  }

  /// What came of trying one alternative.
  public struct Attempt {
    /// Whether the alternative accepts the value.
    public var isValid: Bool
    /// Why it does not, where reasons are wanted.
    public var violations: [Violation]
  }

  /// Notes that the value breaks a keyword, and returns false.
  ///
  /// - Parameters:
  ///   - keyword: The keyword's name; nil for a bound of the check itself.
  ///   - expected: What the keyword asks for, to follow the word "expected".
  ///   - found: What the value is instead, to follow the word "found".
  ///   - causes: The reasons why each alternative refused the value, the nearest one's first.
  public mutating func fail(
    _ keyword: String?,
    expected: @autoclosure () -> String,
    found: @autoclosure () -> String,
    causes: @autoclosure () -> [Violation] = []
  ) -> Bool {
    guard isReporting, violations.count < Self.maximumViolations else { return false }
    violations.append(
      Violation(
        instance: JSONPointer(instancePath).description,
        schema: schemaPointer(to: keyword),
        location: location,
        expected: expected(),
        found: found(),
        causes: causes()))
    return false
  }

  private func schemaPointer(to keyword: String?) -> String {
    var path = schemaPath
    if let keyword { path.append(keyword) }
    return (location?.pointer ?? "") + JSONPointer(path).description
  }
}
