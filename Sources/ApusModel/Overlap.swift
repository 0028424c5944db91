import ApusCore

/// Whether a value can satisfy two alternatives of a union.
public struct Overlap: Sendable {
  /// The alternatives, counted from 0.
  public let alternatives: (Int, Int)
  public let finding: Finding

  /// What is known.
  public enum Finding: Sendable {
    /// No value satisfies both, and why.
    case disjoint(String)
    /// This value does.
    case witness(JSON)
    /// No proof and no value was found.
    case unknown
  }
}

extension UnionAccount {
  /// The most pairs of alternatives that are looked at.
  private static let maximumPairs = 300

  /// What is known of each two alternatives, in their order; not of all where there are very many.
  public var overlaps: [Overlap] {
    let facts = SchemaFacts()
    let proofs = Disjointness(facts: facts)
    var result: [Overlap] = []
    for (position, left) in alternatives.enumerated() {
      for right in alternatives[(position + 1)...] {
        guard result.count < Self.maximumPairs else { return result }
        let finding: Overlap.Finding
        if let reason = proofs.reason(left.joined, right.joined) {
          finding = .disjoint(reason.description)
        } else {
          var search = WitnessSearch(facts: facts)
          finding =
            search.value(of: left.joined.adding(right.schema)).map { .witness($0) } ?? .unknown
        }
        result.append(Overlap(alternatives: (left.index, right.index), finding: finding))
      }
    }
    return result
  }
}

extension Disjointness.Reason {
  /// The reason in words, to follow "no value matches both: ".
  var description: String {
    switch self {
    case .kind: "they are of different kinds"
    case .value: "the values that one lists are refused by the other"
    case .member(let name): "no value of \(JSON.string(name)) satisfies both"
    case .presence(let name): "one requires \(JSON.string(name)), and the other refuses it"
    case .size: "no size is within the bounds of both"
    case .elements: "no element satisfies both"
    case .alternatives: "each alternative of the one differs from the other"
    }
  }
}
