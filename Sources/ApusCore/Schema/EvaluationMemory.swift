/// What an evaluation remembers: whether values satisfy schemas that references lead to.
///
/// Schemas that refer to each other can lead to the same schema for the same value in more ways
/// than can be counted, twice as many with each level of the value. Few documents do: nothing is
/// remembered before the evaluation has taken many more steps than the value has parts.
struct EvaluationMemory {
  private struct Key: Hashable {
    /// Held, so that no other schema can take its place in memory.
    let schema: Schema
    let instance: UnsafePointer<JSONNode>
    /// What names mean to dynamic references.
    let scope: DynamicScope

    static func == (left: Key, right: Key) -> Bool {
      left.schema === right.schema && left.instance == right.instance
        && left.scope == right.scope
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(schema))
      hasher.combine(instance)
      hasher.combine(scope)
    }
  }

  private var results: [Key: Bool] = [:]

  /// How many schemas have been entered.
  private(set) var steps = 0

  /// How many steps are taken before anything is remembered.
  private let patience: Int

  /// - Parameter size: How many values and names the value as a whole consists of.
  init(forSize size: Int) {
    patience = 4_096 + 64 * size
  }

  /// Counts the entering of a schema.
  mutating func countStep() {
    steps &+= 1
  }

  /// Whether a value satisfies a schema; nil if that is not known.
  func isValid(_ instance: JSONView, as schema: Schema, in scope: DynamicScope) -> Bool? {
    guard steps > patience else { return nil }
    return results[Key(schema: schema, instance: instance.node, scope: scope)]
  }

  /// Remembers whether a value satisfies a schema.
  mutating func note(
    _ instance: JSONView, as schema: Schema, in scope: DynamicScope, isValid: Bool
  ) {
    guard steps > patience else { return }
    results[Key(schema: schema, instance: instance.node, scope: scope)] = isValid
  }
}
