/// The course of one check of a value against a schema.
///
/// It runs in one of two ways: to know only whether the value is valid, which ends at the first
/// broken rule, or to report every broken rule with its place. What it costs is bounded, whatever
/// the value: by the size of the value times that of the schemas.
public struct Evaluation {
  /// Whether every broken rule is wanted, and not only whether there is one.
  public internal(set) var isReporting = false

  /// What is reported, and the place that has been reached.
  var report = ViolationReport()

  /// The parts of values that have been evaluated, for the keywords that ask for the others.
  var trail = EvaluatedParts()

  /// The schema resources on the way to the present schema.
  var scope = DynamicScope()

  /// What is known of values so far.
  private(set) var memory: EvaluationMemory

  /// The most schemas that may be entered on the way to one value, so that neither a schema that
  /// refers to itself nor a deep value can exhaust the stack.
  static let maximumDepth = 1_024

  /// From which depth on the stack is watched: on the threads with the smallest stacks, there is
  /// room for many times as many schemas.
  private static let carefreeDepth = 64

  private var depth = 0
  private var stack: StackSpace?

  /// Whether the way was once too long: then nothing is valid.
  private(set) var isExhausted = false

  /// The ways that the value may be on: what need not be there on one of them, is not asked for.
  let directions: Directions

  /// The schemas around the present one, where the way of the value matters.
  var surroundings = Surroundings()

  init(of instance: JSONView, directions: Directions) {
    self.directions = directions
    memory = EvaluationMemory(forSize: Int(instance.node.pointee.next))
  }

  /// Whether a value satisfies a schema.
  public mutating func evaluate(_ schema: Schema, _ instance: JSONView) -> Bool {
    guard enter() else { return false }
    let isInnerScope = schema.resource.map { scope.enter($0) } ?? false
    defer {
      leave()
      if isInnerScope { scope.leave() }
    }
    guard !isReporting || schema.location == nil else { return report(schema, instance) }
    if trail.isNeeded || schema.hasLastKeywords { return evaluateCollecting(schema, instance) }
    return isReporting ? evaluateKeywords(of: schema, instance) : accepts(schema.plan, instance)
  }

  /// Goes one schema deeper, if there is room.
  @inline(__always)
  mutating func enter() -> Bool {
    guard hasRoom() else { return false }
    depth += 1
    memory.countStep()
    return true
  }

  /// Comes back from a schema.
  @inline(__always)
  mutating func leave() { depth -= 1 }

  /// Whether another schema may be entered.
  @inline(__always)
  private mutating func hasRoom() -> Bool {
    depth < Self.carefreeDepth && !isExhausted || hasRoomBelow()
  }

  @inline(never)
  private mutating func hasRoomBelow() -> Bool {
    let space = stack ?? StackSpace()
    stack = space
    if depth >= Self.maximumDepth || !space.isLeft { isExhausted = true }
    return !isExhausted
  }

  /// Reports with the place of a schema that stands on its own.
  private mutating func report(_ schema: Schema, _ instance: JSONView) -> Bool {
    let outer = report.enter(schema.location)
    defer { report.leave(to: outer) }
    return evaluateCollecting(schema, instance)
  }

  private mutating func evaluateCollecting(_ schema: Schema, _ instance: JSONView) -> Bool {
    let outer = trail.enter(schema, instance)
    defer { trail.leave(to: outer) }
    guard isReporting || trail.isNeeded else { return accepts(schema.plan, instance) }
    return evaluateKeywords(of: schema, instance)
  }

  private mutating func evaluateKeywords(of schema: Schema, _ instance: JSONView) -> Bool {
    if !directions.isEmpty { surroundings.enter(schema.rules, of: instance) }
    defer { if !directions.isEmpty { surroundings.leave() } }
    var isValid = true
    let keywords = schema.keywords
    for index in 0..<keywords.count
    where !(keywords.start + index).pointee.evaluate(instance, in: &self) {
      isValid = false
      if !isReporting { return false }
    }
    return isValid
  }
}

// What keywords ask for.
extension Evaluation {
  /// Whether a value satisfies a schema that a keyword leads to.
  ///
  /// - Parameters:
  ///   - schema: The schema that stands below the keyword.
  ///   - instance: The value itself, or one inside it.
  ///   - keyword: The keyword's name.
  ///   - token: The name or index that leads on from the keyword to `schema`; nil if there is none.
  ///   - member: The name or index that leads from the keyword's value to `instance`; nil where
  ///     they are the same.
  public mutating func evaluate(
    _ schema: Schema,
    _ instance: JSONView,
    below keyword: String,
    _ token: @autoclosure () -> String? = nil,
    member: @autoclosure () -> String? = nil
  ) -> Bool {
    guard isReporting else { return evaluate(schema, instance) }
    let outer = report.enter(keyword, token(), member: member())
    defer { report.leave(to: outer) }
    return evaluate(schema, instance)
  }

  /// Whether a value satisfies a schema that many references may lead to: what is known of the
  /// two already is not looked into again.
  mutating func evaluate(
    referencedBy keyword: String, _ schema: Schema, _ instance: JSONView
  ) -> Bool {
    guard !trail.isCollecting(partsOf: instance) else {
      return evaluate(schema, instance, below: keyword)
    }
    switch memory.isValid(instance, as: schema, in: scope) {
    case true?: return true
    case false? where !isReporting: return false
    default: break
    }
    let isValid = evaluate(schema, instance, below: keyword)
    if !isExhausted { memory.note(instance, as: schema, in: scope, isValid: isValid) }
    return isValid
  }

  /// Whether a schema accepts a value, where nothing is said of why not.
  mutating func accepts(_ schema: Schema, _ instance: JSONView) -> Bool {
    let (wasReporting, parts) = (isReporting, trail.count)
    isReporting = false
    if !directions.isEmpty { surroundings.enterAlternative() }
    defer {
      isReporting = wasReporting
      if !directions.isEmpty { surroundings.leave() }
    }
    if evaluate(schema, instance) { return true }
    trail.forget(from: parts)
    return false
  }

  /// The violations of a value that an alternative refuses, apart from all others that are reported.
  ///
  /// The parameters are those of a schema that a keyword leads to.
  mutating func reasons(
    against schema: Schema,
    _ instance: JSONView,
    below keyword: String,
    _ token: @autoclosure () -> String? = nil,
    member: @autoclosure () -> String? = nil
  ) -> [Violation] {
    let reported = report.replace()
    if !directions.isEmpty { surroundings.enterAlternative() }
    _ = evaluate(schema, instance, below: keyword, token(), member: member())
    if !directions.isEmpty { surroundings.leave() }
    return report.replace(with: reported)
  }

  /// Notes that the value breaks a keyword, and returns false.
  ///
  /// - Parameters:
  ///   - keyword: The keyword's name; nil for a bound of the check itself.
  ///   - expected: What the keyword asks for, to follow the word "expected".
  ///   - found: What the value is instead, to follow the word "found".
  ///   - causes: Why the value, or what it holds, was refused, the nearest reasons first.
  public mutating func fail(
    _ keyword: String?,
    expected: @autoclosure () -> String,
    found: @autoclosure () -> String,
    causes: [Violation] = []
  ) -> Bool {
    // What encloses the last cause that there is room for is said in any case.
    guard isReporting || !causes.isEmpty else { return false }
    report.add(keyword, expected: expected(), found: found(), causes: causes)
    // Once no more is reported, the rest need not be looked at.
    if report.isFull { isReporting = false }
    return false
  }
}
