// What the tests of a union's branches ask of objects, so that a value is looked through once for all of them.

/// The member whose values tell the branches of a union apart.
struct BranchTag: Sendable {
  let name: String

  /// The values that are strings, and the branch of each.
  private let texts: MemberNames
  private let branches: [Int]
  /// The branches by the values that are none.
  private let others: [JSON: Int]

  /// - Returns: nil if no test is of a member's values.
  init?(_ tests: [BranchTest]) {
    guard let name = tests.lazy.compactMap({ $0.member?.name }).first else { return nil }
    self.name = name
    var texts: [(text: String, branch: Int)] = []
    var others: [JSON: Int] = [:]
    for (branch, test) in tests.enumerated() {
      guard let member = test.member, member.name == name else { continue }
      for value in member.values {
        if let text = value.string {
          texts.append((text, branch))
        } else if others[value] == nil {
          others[value] = branch
        }
      }
    }
    self.texts = MemberNames(texts.map(\.text))
    branches = texts.map(\.branch)
    self.others = others
  }

  /// The branch that a value says it is of; nil if it says of none.
  func branch(of json: JSONView) -> Int? {
    guard let value = json.member(name) else { return nil }
    if let text = value.stringView {
      return texts.position(ofValue: text).map { branches[$0] }
    }
    return others.isEmpty || value.count > 0 ? nil : others[value.json]
  }
}

/// The members that tests of branches ask for.
struct AskedMembers: Sendable {
  private let names: MemberNames
  /// For each test the members that it asks for, as bits; 0 if it is of another kind.
  private let masks: [UInt64]

  init(_ tests: [BranchTest]) {
    var names: [String] = []
    for case .members(let asked) in tests.map(\.test) {
      names += asked.filter { !names.contains($0) }
    }
    self.names = MemberNames(names.count <= UInt64.bitWidth ? names : [])
    masks = tests.map { [names = self.names] test in
      guard case .members(let asked) = test.test else { return 0 }
      let positions = asked.compactMap { names.position(of: $0) }
      guard positions.count == asked.count else { return 0 }
      return positions.reduce(UInt64(0)) { mask, position in mask | 1 << UInt64(position) }
    }
  }

  /// The members that a value has, as bits.
  func found(in json: JSONView) -> UInt64 {
    guard !names.names.isEmpty else { return 0 }
    var found: UInt64 = 0
    for member in json.members {
      if let position = names.position(of: member.name) { found |= 1 << UInt64(position) }
    }
    return found
  }

  /// Whether the members that were found are those that a test asks for; nil if it is of another kind.
  func isPassed(test index: Int, by found: UInt64) -> Bool? {
    masks[index] == 0 ? nil : masks[index] & ~found == 0
  }
}
