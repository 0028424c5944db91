import ApusCore
import ApusOpenAPI

/// Schemas of both documents that are compared with each other.
struct SchemaPair: Hashable {
  private let old: [ObjectIdentifier]
  private let new: [ObjectIdentifier]
  private let flow: Direction?

  init(_ old: [Schema], _ new: [Schema], _ flow: Direction?) {
    self.old = old.map { ObjectIdentifier($0.meant) }
    self.new = new.map { ObjectIdentifier($0.meant) }
    self.flow = flow
  }
}

/// What is known of the schemas of two documents: which are the same and which mean the same.
///
/// Where schemas lead back to themselves, whether two mean the same depends on whether they do: so a
/// pair is taken for the same while it is looked at. Once something differs, all that was taken for
/// the same since that look began is open again, and only what differs stays known.
final class SchemaKnowledge {
  /// The schemas of which no change is to be told.
  private(set) lazy var identical = SchemaClasses(old, new, by: .everything)
  /// The schemas that say the same about values.
  private(set) lazy var equivalent = SchemaClasses(old, new, by: .meaning)
  /// How many more schemas may be looked at.
  private(set) var budget: Int

  private let old: Document
  private let new: Document
  private var same: Set<SchemaPair> = []
  /// The same pairs in the order in which they were found.
  private var found: [SchemaPair] = []
  private var different: Set<SchemaPair> = []

  init(_ old: Document, _ new: Document, budget: Int) {
    self.old = old
    self.new = new
    self.budget = budget
  }

  /// Takes so many schemas from the budget, unless nothing is left of it.
  func spend(_ count: Int) -> Bool {
    guard budget > 0 else { return false }
    budget -= count
    return true
  }

  /// How many pairs are taken for the same.
  var mark: Int { found.count }

  /// Takes a pair for the same.
  /// - Returns: Whether it was not taken for the same before.
  func take(_ pair: SchemaPair) -> Bool {
    guard same.insert(pair).inserted else { return false }
    found.append(pair)
    return true
  }

  /// Forgets what was taken for the same since there were so many pairs.
  func forget(since mark: Int) {
    for pair in found[mark...] { same.remove(pair) }
    found.removeSubrange(mark...)
  }

  /// Keeps that a pair differs.
  func differ(_ pair: SchemaPair) { different.insert(pair) }

  /// Whether a pair is known to differ.
  func doDiffer(_ pair: SchemaPair) -> Bool { different.contains(pair) }
}
