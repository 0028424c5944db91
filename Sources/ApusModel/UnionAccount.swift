import ApusCore

/// What became of one list of alternatives in a document.
public struct UnionAccount: Sendable {
  /// The place of the schema that lists them, a JSON Pointer.
  public let pointer: String
  /// Whether it lists them as `oneOf`, and not as `anyOf`.
  public let isOneOf: Bool
  /// What they became.
  public let settlement: Settlement
  /// The union's branches with their tests; empty where they became something else.
  public let branches: [Branch]

  let alternatives: [UnionAlternative]

  /// One branch of a union.
  public struct Branch: Sendable {
    public let label: Label
    /// The alternatives that it stands for, counted from 0.
    public let alternatives: [Int]
    /// What its values pass.
    public let test: Discrimination.Test
  }

  /// What became of alternatives: the first of these that is true of them.
  public enum Settlement: String, CaseIterable, Sendable {
    /// One type that may be null.
    case optional
    /// One type, of which all alternatives but one can't be.
    case single
    /// An enumeration of all their values.
    case enumeration
    /// An enumeration that other strings may be values of.
    case openEnumeration
    /// The one type that all of them have.
    case oneType
    /// An object of which some members are there.
    case presence
    /// A union told apart by which of the shared members are there.
    case requiredGroups
    /// A union told apart by the member that the document names.
    case discriminator
    /// A union told apart by the kind of value.
    case kind
    /// A union told apart by the values that a member has.
    case value
    /// A union told apart by a member that no other alternative allows.
    case member
    /// A union told apart by schemas, of which no value satisfies two.
    case disjointSchemas
    /// A union of which exactly one schema must accept a value.
    case exactlyOne
    /// A union of which the first schema that accepts a value decides.
    case firstAccepting
    /// Free-form JSON, or part of a type that keeps what they describe as it is.
    case untyped
  }
}

extension UnionAccount.Settlement {
  /// What became of a union that is told apart in a way.
  init(_ discrimination: Discrimination) {
    var order: [UnionAccount.Settlement] = []
    for test in discrimination.tests {
      switch test {
      case .kinds: order.append(.kind)
      case .member(let name, _):
        order.append(name == discrimination.discriminator ? .discriminator : .value)
      case .members: order.append(discrimination.isExclusive ? .requiredGroups : .member)
      case .otherwise: continue
      case .alternatives:
        let isProven = discrimination.choice?.isOneOf == true && !discrimination.isExclusive
        order.append(
          isProven ? .disjointSchemas : discrimination.isExclusive ? .exactlyOne : .firstAccepting)
      }
    }
    // Of several tests the dearest one tells what the union takes.
    let positions = order.compactMap { Self.allCases.firstIndex(of: $0) }
    self = positions.max().map { Self.allCases[$0] } ?? .kind
  }
}

/// The accounts of all alternatives that types were made of, one for each list.
struct UnionAccounts {
  private(set) var all: [UnionAccount] = []
  private var known: Set<Key> = []

  private struct Key: Hashable {
    let holder: ObjectIdentifier
    let isOneOf: Bool
  }

  /// Notes what became of alternatives, unless that is noted already.
  mutating func add(
    _ choice: Conjunction.Choice, _ settlement: UnionAccount.Settlement,
    _ alternatives: [UnionAlternative] = [], branches: [UnionAccount.Branch] = []
  ) {
    let key = Key(holder: ObjectIdentifier(choice.holder), isOneOf: choice.isExclusive)
    guard known.insert(key).inserted else { return }
    all.append(
      UnionAccount(
        pointer: choice.holder.location?.pointer ?? "", isOneOf: choice.isExclusive,
        settlement: settlement, branches: branches, alternatives: alternatives))
  }
}
