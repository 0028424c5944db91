/// The schemas around the present one that the same value must satisfy: what they say of a member that only one
/// side sets, holds for all of them.
///
/// An alternative is not part of them: what it requires tells it from the others.
struct Surroundings {
  private var places: [(instance: UnsafePointer<JSONNode>?, rules: [Rule])] = []

  /// Goes into a schema, which is applied to a value.
  mutating func enter(_ rules: [Rule], of instance: JSONView) {
    places.append((instance.node, rules))
  }

  /// Goes into an alternative, which nothing surrounds.
  mutating func enterAlternative() { places.append((nil, [])) }

  /// Comes back from what was entered last.
  mutating func leave() { _ = places.popLast() }

  /// Whether one of the schemas says of a member of a value that it is not part of what goes that way.
  func leaveOut(_ name: String, of instance: JSONView, in direction: Direction) -> Bool {
    // The outermost one includes those inside it.
    let outermost = places.reversed().prefix { $0.instance == instance.node }.last
    return outermost?.rules.leaveOut(name, in: direction) ?? false
  }
}
