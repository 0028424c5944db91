import ApusCore

/// The alternatives of a `oneOf` each of which only requires some properties.
struct RequiredGroups {
  /// The names that each alternative requires, in the order of the document.
  let groups: [[String]]
  /// The places of the alternatives in the document, JSON Pointers.
  let pointers: [String]
  /// The titles of the alternatives that have one.
  private let titles: [String?]

  /// Nil if an alternative says anything else.
  init?(_ branches: [Schema]) {
    var groups: [[String]] = []
    for branch in branches {
      let rules = branch.rules.filter { $0.keyword.arguments != nil }
      guard rules.count == 1, let names = branch[Required.self]?.names, !names.isEmpty else {
        return nil
      }
      groups.append(names)
    }
    guard groups.count > 1 else { return nil }
    self.groups = groups
    pointers = branches.map { $0.location?.pointer ?? "" }
    titles = branches.map { $0[Title.self]?.text }
  }

  /// What an alternative is called: by its title, else by what it requires.
  func label(of index: Int) -> Label {
    titles[index].map(Label.name) ?? .required(distinguishing(index))
  }

  /// What an alternative requires and not every other one does; all that it requires if that is
  /// nothing.
  private func distinguishing(_ index: Int) -> [String] {
    let own = groups[index].filter { name in !groups.allSatisfy { $0.contains(name) } }
    return own.isEmpty ? groups[index] : own
  }

  /// The properties of an alternative: those that it requires are, and those that can't be there
  /// are not among them, as they would make a second alternative match.
  func properties(of index: Int, among shared: [PropertyShape]) -> [PropertyShape] {
    let required = Set(groups[index])
    let certain = required.union(shared.filter(\.isRequired).map(\.name))
    let excluded = Set(
      groups.indices.filter { $0 != index }.compactMap { other -> String? in
        let missing = Set(groups[other]).subtracting(certain)
        return missing.count == 1 ? missing.first : nil
      })
    let undeclared = groups[index]
      .filter { name in !shared.contains { $0.name == name } }
      .map { PropertyShape(name: $0, description: nil, isRequired: true, shape: .any) }
    return shared.filter { !excluded.contains($0.name) }.map { property in
      var property = property
      property.isRequired = property.isRequired || required.contains(property.name)
      return property
    } + undeclared
  }
}
