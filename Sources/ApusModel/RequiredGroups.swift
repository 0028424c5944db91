import ApusCore

/// The alternatives of a `oneOf` each of which only requires some properties.
struct RequiredGroups {
  /// The names that each alternative requires, in the order of the document.
  let groups: [[String]]
  /// The titles of the alternatives that have one.
  private let titles: [String?]

  /// Nil if an alternative says anything else.
  init?(_ branches: [Schema]) {
    guard branches.count > 1, branches.allSatisfy(\.onlyRequires) else { return nil }
    groups = branches.map { $0[Required.self]?.names ?? [] }
    guard !groups.contains([]) else { return nil }
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

  /// The properties of an alternative without those that can't be there, as they would make a second
  /// alternative match.
  ///
  /// - Parameter properties: The properties, among which those that the alternative requires are.
  func possible(_ properties: [PropertyShape], in index: Int) -> [PropertyShape] {
    let certain = Set(properties.filter(\.isRequired).map(\.name))
    let excluded = Set(
      groups.indices.filter { $0 != index }.compactMap { other -> String? in
        let missing = Set(groups[other]).subtracting(certain)
        return missing.count == 1 ? missing.first : nil
      })
    return properties.filter { !excluded.contains($0.name) }
  }
}
