import ApusCore

extension Discrimination {
  /// The branch that a value is of, counted from 0; nil if it is of none, or of more than one.
  public func branch(of value: JSON) -> Int? {
    let alternatives = choice.flatMap { choice in
      choice.isOneOf ? choice.holder[OneOf.self]?.schemas : choice.holder[AnyOf.self]?.schemas
    }
    let branches = UnionBranches(
      tests.map(BranchTest.init), alternatives: alternatives ?? [], isExclusive: isExclusive)
    return try? withJSON(value.json) { try branches.branch(of: $0) }
  }
}

extension BranchTest {
  fileprivate init(_ test: Discrimination.Test) {
    switch test {
    case .kinds(let kinds): self.init(test: .kinds(kinds))
    case .member(let name, let values): self.init(test: .member(name, values))
    case .members(let names): self.init(test: .members(names))
    case .alternatives(let indices): self.init(test: .alternatives(indices))
    case .otherwise: self = .otherwise
    }
  }
}
