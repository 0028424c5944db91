import ApusCore
import ApusOpenAPI

/// Finds the cheapest sound test for each branch of a union: by a member that the document says
/// decides, by the kind of value, by a member that each branch has its own values for, or by one
/// that only one branch allows; and where there is none, by the branch's schema.
struct Discriminating {
  let branches: [UnionBranch]
  /// The member that the document says decides.
  let discriminator: Discriminator?
  let document: Document
  private let disjointness: Disjointness
  private var tests: [Discrimination.Test?]

  /// The most branches for which there is no cheap test that are compared with one another.
  private static let maximumCompared = 50

  init(
    _ branches: [UnionBranch], discriminator: Discriminator?, in document: Document,
    _ facts: SchemaFacts
  ) {
    self.branches = branches
    self.discriminator = discriminator
    self.document = document
    disjointness = Disjointness(facts: facts, assumesKinds: true)
    tests = branches.map { _ in nil }
  }

  /// The tests, and whether a value may match several branches that have none but their schemas.
  mutating func discriminate(isExclusive: Bool) -> (tests: [Discrimination.Test], isExclusive: Bool)
  {
    testKinds()
    testValues()
    testPresence()
    let rest = branches.indices.filter { tests[$0] == nil }
    // What passes none of the others' tests can only be of the one that has none.
    if let only = rest.first, rest.count == 1, branches[only].alternatives.count == 1 {
      tests[only] = .otherwise
      return (tests.compactMap(\.self), false)
    }
    let mayOverlap = isExclusive && !areDisjoint(rest)
    let result = zip(branches, tests).map { branch, test in
      test ?? .alternatives(branch.alternatives.map(\.index))
    }
    return (result, mayOverlap)
  }

  /// Branches of kinds that no other branch has.
  private mutating func testKinds() {
    let kinds = branches.map(\.kinds)
    guard !kinds.contains([]) else { return }
    for index in branches.indices {
      let others = branches.indices.filter { $0 != index }
      let isAlone = !others.contains { other in
        kinds[index].contains { kind in kinds[other].contains { kind.overlaps($0) } }
      }
      if isAlone { tests[index] = .kinds(kinds[index].filter { $0 != .null }) }
    }
  }

  /// The branches that have no test as yet, if all of them are objects.
  private var untestedObjects: [Int]? {
    let rest = branches.indices.filter { tests[$0] == nil }
    guard rest.count > 1, rest.allSatisfy({ branches[$0].kinds == [.object] }) else { return nil }
    return rest
  }

  /// Branches that require a member for which no other has the same values; by the member that this
  /// is true of for the most branches, or else the one that the document names.
  private mutating func testValues() {
    guard let objects = untestedObjects else { return }
    var best: [Int: [JSON]] = [:]
    var name = ""
    for candidate in candidateNames(of: objects) where best.count < objects.count {
      let found = ownValues(of: candidate, in: objects)
      if found.count > best.count { (best, name) = (found, candidate) }
    }
    for (index, values) in best { tests[index] = .member(name, values) }
  }

  /// The members that some branch requires, first the one that the document says decides.
  private func candidateNames(of objects: [Int]) -> [String] {
    var seen: Set<String> = []
    let names =
      [discriminator?.propertyName].compactMap(\.self)
      + objects.flatMap {
        branches[$0].requiredNames
      }
    return Array(names.filter { seen.insert($0).inserted }.prefix(Self.maximumCompared))
  }

  /// The values that a member has in the branches that require it and share none with another.
  private func ownValues(of name: String, in objects: [Int]) -> [Int: [JSON]] {
    var counts: [JSON: Int] = [:]
    var lists: [Int: [JSON]] = [:]
    for index in objects {
      guard let values = values(of: name, in: branches[index]), !values.isEmpty else {
        // A branch that may have any value for the member may have each of the others'.
        if branches[index].schemas.allSatisfy({ $0.refusesMember(name) }) { continue }
        return [:]
      }
      for value in values { counts[value, default: 0] += 1 }
      lists[index] = values
    }
    return lists.filter { index, values in
      branches[index].requiredNames.contains(name) && values.allSatisfy { counts[$0] == 1 }
    }
  }

  /// The values that a branch allows a member, or else those that the document says stand for it.
  private func values(of name: String, in branch: UnionBranch) -> [JSON]? {
    let listed = branch.schemas.map { Conjunction($0.schemas(ofProperty: name)).values }
    if !listed.contains(where: { $0 == nil }) {
      var seen: Set<JSON> = []
      return listed.flatMap { $0 ?? [] }.filter { seen.insert($0).inserted }
    }
    guard let discriminator, discriminator.propertyName == name else { return nil }
    return branch.alternatives.flatMap { alternative -> [String] in
      guard let pointer = alternative.schema.referredPointer else { return [] }
      let mapped = discriminator.mapping.filter { $0.target.pointer == pointer }.map(\.value)
      let own = document.schemaName(at: pointer)
      return mapped + [own].compactMap { name in name.flatMap { mapped.contains($0) ? nil : $0 } }
    }.map(JSON.string)
  }

  /// Branches that require a member which no other allows.
  private mutating func testPresence() {
    guard let objects = untestedObjects, objects.count <= Self.maximumCompared else { return }
    for index in objects {
      let others = objects.filter { $0 != index }
      let name = branches[index].requiredNames.first { name in
        others.allSatisfy { branches[$0].schemas.allSatisfy { $0.refusesMember(name) } }
      }
      if let name { tests[index] = .members([name]) }
    }
  }

  /// Whether no value can match two of some branches.
  private func areDisjoint(_ indices: [Int]) -> Bool {
    guard indices.count <= Self.maximumCompared else { return false }
    for (position, index) in indices.enumerated() {
      // Alternatives that come to the same type may overlap as well.
      let own = branches[index].schemas
      for (offset, left) in own.enumerated() {
        let others =
          own[(offset + 1)...] + indices[(position + 1)...].flatMap { branches[$0].schemas }
        for right in others where disjointness.reason(left, right) == nil { return false }
      }
    }
    return true
  }
}

extension Type.Name {
  /// Whether a value can be of both kinds.
  fileprivate func overlaps(_ other: Type.Name) -> Bool { common(with: [other]) != nil }
}

extension Schema {
  /// The place of the schema that this one is, or makes more precise.
  var referredPointer: String? {
    if let pointer = self[Reference.self]?.target.pointer { return pointer }
    let references = self[AllOf.self]?.schemas.compactMap { $0[Reference.self]?.target.pointer }
    return references?.count == 1 ? references?.first : nil
  }
}
