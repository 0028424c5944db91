/// The elements and members that keywords have been applied to, for `unevaluatedItems` and
/// `unevaluatedProperties`, which ask for the others (JSON Schema Core, section 11).
///
/// It is a trail: what is found valid is added at its end, and taken away from there where an
/// alternative around it is refused. It is kept only of values that a schema with one of these
/// keywords describes.
struct EvaluatedParts {
  /// Values inside of others; one that stands for itself stands for all of its parts.
  private var parts: [UnsafePointer<JSONNode>] = []

  /// The value whose parts are wanted at present; nil if there is none.
  private var owner: UnsafePointer<JSONNode>?

  /// Where the parts begin that the present schema and those below it evaluated.
  private var start = 0

  /// How many parts there are.
  var count: Int { parts.count }

  /// Whether the parts of some value are wanted.
  var isNeeded: Bool { owner != nil }

  /// Whether the parts of that value are wanted.
  func isCollecting(partsOf instance: JSONView) -> Bool { owner == instance.node }

  /// Notes that a keyword was applied to a part of a value.
  mutating func add(_ part: JSONView, of instance: JSONView) {
    if owner == instance.node { parts.append(part.node) }
  }

  /// Notes that keywords were applied to all parts of a value.
  mutating func addAll(of instance: JSONView) {
    add(instance, of: instance)
  }

  /// Takes away what was added behind the first `count` parts.
  mutating func forget(from count: Int) {
    parts.removeLast(max(0, parts.count - count))
  }

  /// The parts of a value that the present schema and those below it have not been applied to yet;
  /// nil if there are none.
  func rest(of instance: JSONView) -> ((JSONView) -> Bool)? {
    let evaluated = Set(parts[min(start, parts.count)...])
    if evaluated.contains(instance.node) { return nil }
    return { !evaluated.contains($0.node) }
  }
}

// The present schema.
extension EvaluatedParts {
  /// What to come back to.
  struct Place {
    fileprivate var owner: UnsafePointer<JSONNode>?
    fileprivate var start: Int
  }

  /// Goes into a schema, which is applied to a value.
  mutating func enter(_ schema: Schema, _ instance: JSONView) -> Place {
    let outer = Place(owner: owner, start: start)
    owner = schema.hasLastKeywords || owner == instance.node ? instance.node : nil
    start = parts.count
    return outer
  }

  /// Comes back from a schema.
  mutating func leave(to place: Place) {
    // Nobody asks any more for the parts of a value that has been left.
    if place.owner != owner { parts.removeLast(max(0, parts.count - start)) }
    (owner, start) = (place.owner, place.start)
  }
}
