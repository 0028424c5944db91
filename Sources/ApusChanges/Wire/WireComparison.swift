import ApusCore
import ApusOpenAPI
import ApusSource

/// One comparison of what two documents say about messages.
///
/// What documents keep for reuse is compared once for each way that it goes, whoever refers to it,
/// and so are schemas that lead back to themselves.
final class WireComparison {
  let old: Document
  let new: Document

  /// What is compared on its own: operations, and what they share.
  private var units: [Unit] = []
  private var unitIndices: [UnitKey: Int] = [:]
  /// The pointers of named schemas that stand for each other in the two documents.
  private(set) var namedSchemas: [(old: String, new: String)] = []
  /// The unit whose changes are being told.
  private var current = 0
  /// What is still to be compared, and for which unit.
  private var waiting: [(unit: Int, work: () -> Void)] = []
  /// The schemas that were compared, or are being.
  private var compared: Set<SchemaPair> = []
  private var depth = 0
  var isCut = false
  /// What is known of the schemas, also by trials.
  let knowledge: SchemaKnowledge
  /// How many trials this one is in, and it is one itself; none for what tells of changes.
  let trials: Int
  /// Whether a trial found something that differs.
  private(set) var isFailed = false

  /// How deeply comparisons may be nested before they wait instead, so that no document takes more
  /// stack than there is.
  private static let maximumDepth = 48
  /// How deeply trials may be nested.
  static let maximumTrials = 16

  init(_ old: Document, _ new: Document, budget: Int = 400_000) {
    self.old = old
    self.new = new
    knowledge = SchemaKnowledge(old, new, budget: budget)
    trials = 0
    units.append(Unit(subject: .document))
    unitIndices[.document] = 0
  }

  /// A comparison that only asks whether schemas mean the same, for the sake of another.
  init(for other: WireComparison) {
    (old, new, knowledge) = (other.old, other.new, other.knowledge)
    trials = other.trials + 1
    depth = other.depth
    units.append(Unit(subject: .document))
  }

  /// Whether nothing is told, but any difference in what values are allowed is one too many.
  var isTrial: Bool { trials > 0 }

  /// A part of the documents whose changes are told together.
  private struct Unit {
    var subject: Change.Subject
    var changes: [Change] = []
    /// The units that it refers to.
    var parts: Set<Int> = []
  }

  /// What tells units apart.
  enum UnitKey: Hashable {
    case document
    case operation(String)
    /// What requests must show unless their operations say something else.
    case security
    /// A pair of parts: by their pointers, and the way that their values go.
    case shared(old: String, new: String, Direction?)
  }

  /// Tells of a change in what is being compared.
  func note(
    _ rule: MessageRule, _ breakage: Breakage, _ message: String, old: SourceSpan?,
    new: SourceSpan?
  ) {
    note(rule.rawValue, breakage, message, old: old, new: new)
  }

  private func note(
    _ rule: String, _ breakage: Breakage, _ message: String, old: SourceSpan?, new: SourceSpan?
  ) {
    units[current].changes.append(
      Change(rule, breakage, message, old: old, new: new, of: units[current].subject))
  }

  /// Tells of a change of the values at a site.
  func note(
    _ rule: ValueRule, _ effect: Effect, _ site: Site, _ message: String, old: SourceSpan?,
    new: SourceSpan?
  ) {
    note(site.name(of: rule), effect, site, message, old: old, new: new)
  }

  /// The same, by a rule whose name says more than where it is.
  func note(
    _ rule: MessageRule, _ effect: Effect, _ site: Site, _ message: String, old: SourceSpan?,
    new: SourceSpan?
  ) {
    note(rule.rawValue, effect, site, message, old: old, new: new)
  }

  private func note(
    _ rule: String, _ effect: Effect, _ site: Site, _ message: String, old: SourceSpan?,
    new: SourceSpan?
  ) {
    guard !isTrial else {
      if effect != .keeps { isFailed = true }
      return
    }
    note(
      rule, effect.breakage(of: site.flow), "\(site.words) \(message)", old: old, new: new)
  }
}

// What is compared when.
extension WireComparison {
  /// Compares a part of the documents on its own: now, unless that was done before.
  func unit(_ key: UnitKey, _ subject: Change.Subject, _ work: @escaping () -> Void) {
    if let known = unitIndices[key] {
      units[current].parts.insert(known)
      return
    }
    let index = units.count
    unitIndices[key] = index
    units.append(Unit(subject: subject))
    units[current].parts.insert(index)
    waiting.append((index, work))
  }

  /// Compares named schemas that stand for each other, once for each way that their values go.
  func namedUnit(
    _ old: String, _ new: String, _ flow: Direction?, called name: String,
    _ work: @escaping () -> Void
  ) {
    let key = UnitKey.shared(old: old, new: new, flow)
    if unitIndices[key] == nil { namedSchemas.append((old, new)) }
    unit(key, .component(kind: "schema", name: name), work)
  }

  /// Whether schemas that are kept for reuse were compared as part of some message.
  func isShared(_ old: String, _ new: String) -> Bool {
    [.request, .response].contains { (flow: Direction) in
      unitIndices[.shared(old: old, new: new, flow)] != nil
    }
  }

  /// Compares schemas, unless that was done before.
  func once(
    _ old: [Schema], _ new: [Schema], _ flow: Direction?, _ work: @escaping () -> Void
  ) {
    let pair = SchemaPair(old, new, flow)
    guard !isFailed, isToDo(pair) else { return }
    guard knowledge.spend(old.count + new.count) else {
      isCut = true
      return
    }
    let attempt = { [self] in
      work()
      // Whatever differs in its parts makes the pair differ.
      if isFailed { knowledge.differ(pair) }
    }
    guard depth < Self.maximumDepth else {
      waiting.append((current, attempt))
      return
    }
    depth += 1
    attempt()
    depth -= 1
  }

  private func isToDo(_ pair: SchemaPair) -> Bool {
    guard isTrial else { return compared.insert(pair).inserted }
    isFailed = knowledge.doDiffer(pair)
    return !isFailed && knowledge.take(pair)
  }

  /// Compares what waits, until nothing does.
  func finish() {
    while !isFailed, let (unit, work) = waiting.popLast() {
      current = unit
      work()
    }
    current = 0
    if isCut, !isTrial {
      note(
        .comparisonIncomplete, .wire, "the schemas are too entangled to be compared as a whole",
        old: nil, new: nil)
      isCut = false
    }
  }
}

// What was found.
extension WireComparison {
  /// Every change, each once, with the operations that it concerns.
  var changes: [Change] {
    let users = operationsByUnit()
    var seen: [ChangeKey: Int] = [:]
    var result: [Change] = []
    for (index, unit) in units.enumerated() {
      for var change in unit.changes {
        change.operations = users[index]
        let key = ChangeKey(change)
        guard let known = seen[key] else {
          seen[key] = result.count
          result.append(change)
          continue
        }
        let others = Set(result[known].operations)
        result[known].operations += change.operations.filter { !others.contains($0) }
      }
    }
    return result
  }

  /// The names of the operations that lead to each unit, in their order.
  private func operationsByUnit() -> [[String]] {
    var users: [[String]] = Array(repeating: [], count: units.count)
    let holdsChanges = units.map { !$0.changes.isEmpty }
    for (index, unit) in units.enumerated() {
      guard case .operation(let name) = unit.subject else { continue }
      var reached: Set<Int> = [index]
      var waiting = [index]
      while let next = waiting.popLast() {
        if next != index, holdsChanges[next] { users[next].append(name) }
        waiting += units[next].parts.filter { reached.insert($0).inserted }
      }
    }
    return users
  }

  /// What changes are the same by.
  private struct ChangeKey: Hashable {
    var rule: String
    var message: String
    var old: SourceSpan?
    var new: SourceSpan?
    var subject: Change.Subject?

    init(_ change: Change) {
      rule = change.rule
      message = change.message
      (old, new) = (change.old, change.new)
      subject = old == nil && new == nil ? change.subject : nil
    }
  }
}
