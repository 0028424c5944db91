import Synchronization

/// What a JSON value must satisfy: a list of rules, each one keyword of JSON Schema 2020-12.
///
/// Generated code spells a document's schemas with it, and every value that comes in or goes out is
/// checked against one. A schema is immutable and shared by reference.
public final class Schema: Sendable {
  /// Where the document says it. A schema inside another needs none: its place follows from the
  /// keyword that leads to it.
  public let location: SchemaLocation?

  /// The schema resource that it belongs to, if that decides what dynamic references in it or
  /// behind it mean. A schema inside another of the same resource needs none.
  public let resource: SchemaResource?

  /// The rules, in the order of the document.
  public let rules: [Rule]

  /// Whether some of the keywords are applied after all others.
  let hasLastKeywords: Bool

  private let storedKeywords = Once<FixedList<any Keyword>>()

  /// The plan, once it has been asked for: most schemas that are read never check a value.
  nonisolated(unsafe) private let storedPlan = Atomic<UnsafePointer<SchemaPlan>?>(nil)

  /// A schema of some rules; without any, it accepts every value.
  public convenience init(
    at location: SchemaLocation? = nil, in resource: SchemaResource? = nil, _ rules: Rule...
  ) {
    self.init(at: location, in: resource, rules: rules)
  }

  /// A schema of a list of rules.
  public convenience init(
    at location: SchemaLocation? = nil, in resource: SchemaResource? = nil, rules: [Rule]
  ) {
    // To look at a rule where it is takes less than to take it out.
    let hasLast = rules.indices.contains { type(of: rules[$0].keyword).isAppliedLast }
    self.init(at: location, in: resource, rules: rules, hasLastKeywords: hasLast)
  }

  /// A schema of a list of rules, of which is known whether some are applied after all others.
  init(
    at location: SchemaLocation?, in resource: SchemaResource?, rules: [Rule],
    hasLastKeywords: Bool
  ) {
    self.location = location
    self.resource = resource
    self.rules = rules
    self.hasLastKeywords = hasLastKeywords
  }

  deinit {
    guard let plan = storedPlan.load(ordering: .acquiring) else { return }
    Self.free(plan)
  }

  /// The schema of the values that satisfy every one of some schemas.
  public convenience init(allOf schemas: [Schema]) {
    self.init(rules: [Rule(AllOf(schemas))])
  }

  /// The first rule of a keyword, if the schema has one.
  public subscript<Unit: Keyword>(_ keyword: Unit.Type) -> Unit? {
    rules.first(keyword)
  }
}

extension Schema {
  /// Every rule that a text breaks; text that is not JSON breaks one.
  ///
  /// - Parameters:
  ///   - text: JSON, in UTF-8.
  ///   - direction: Which way the value goes; nil if it has to be whole.
  public func violations(in text: [UInt8], direction: Direction? = nil) -> [Violation] {
    do {
      return try withJSON(text) { violations(in: $0, direction: direction) }
    } catch {
      return InvalidValue(notJSON: error).violations
    }
  }

  /// Every rule that a value breaks in the form in which it would be sent.
  public func violations(of value: some JSONCodable) -> [Violation] {
    violations(in: value.json)
  }

  /// Whether a value satisfies every rule.
  public func accepts(_ instance: JSONView) -> Bool {
    accepts(instance, going: [])
  }

  /// Whether a value satisfies every rule, but for the members that need not be there on one of some
  /// ways.
  func accepts(_ instance: JSONView, going directions: Directions) -> Bool {
    var evaluation = Evaluation(of: instance, directions: directions)
    return evaluation.evaluate(self, instance) && !evaluation.isExhausted
  }

  /// Every rule that a value breaks, with its place in the value and in the document; empty if it
  /// breaks none.
  ///
  /// Where there are more than a thousand, or their text would take more than about a megabyte, the
  /// last one says that there are more.
  ///
  /// - Parameters:
  ///   - instance: The value.
  ///   - direction: Which way the value goes; nil if it has to be whole.
  public func violations(in instance: JSONView, direction: Direction? = nil) -> [Violation] {
    violations(in: instance, going: Directions(direction))
  }

  /// Every rule that a value breaks, where members that need not be there on one of some ways may be missing.
  package func violations(in instance: JSONView, going directions: Directions) -> [Violation] {
    var evaluation = Evaluation(of: instance, directions: directions)
    let isValid = evaluation.evaluate(self, instance)
    if evaluation.isExhausted { return [.tooDeep] }
    if isValid { return [] }
    evaluation.isReporting = true
    _ = evaluation.evaluate(self, instance)
    var violations = evaluation.report.violations
    // To report takes more room than to refuse.
    if evaluation.isExhausted { violations.append(.tooDeep) }
    if evaluation.report.isCut { violations.append(.more) }
    return violations
  }
}

extension Schema {
  /// What the rules mean, in the order in which they are applied.
  var keywords: FixedList<any Keyword> {
    storedKeywords.object {
      let keywords = rules.filter { !type(of: $0.keyword).isAnnotation }
        .map { $0.keyword.beside(rules) }
      guard hasLastKeywords else { return FixedList(keywords) }
      return FixedList(
        keywords.filter { !type(of: $0).isAppliedLast }
          + keywords.filter { type(of: $0).isAppliedLast })
    }
  }

  /// What its keywords ask for together.
  @inline(__always)
  var plan: UnsafePointer<SchemaPlan> { storedPlan.load(ordering: .acquiring) ?? makePlan() }

  @inline(never)
  private func makePlan() -> UnsafePointer<SchemaPlan> {
    var builder = SchemaPlanBuilder(rules)
    let keywords = keywords
    for index in 0..<keywords.count { (keywords.start + index).pointee.join(&builder) }
    let made = UnsafeMutablePointer<SchemaPlan>.allocate(capacity: 1)
    made.initialize(to: builder.finish())
    let plan = UnsafePointer(made)
    let (isFirst, other) = storedPlan.compareExchange(
      expected: nil, desired: plan, ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return plan }
    // Another thread was faster.
    Self.free(plan)
    return other
  }

  private static func free(_ plan: UnsafePointer<SchemaPlan>) {
    let plan = UnsafeMutablePointer(mutating: plan)
    plan.deinitialize(count: 1)
    plan.deallocate()
  }
}
