import ApusCore

// Which schemas mean the same.
extension WireComparison {
  /// Whether schemas allow the same values in both documents, as far as that can be found out.
  func areEquivalent(_ old: [Schema], _ new: [Schema], _ flow: Direction?) -> Bool {
    if knowledge.equivalent.areSame(old, new) { return true }
    guard trials < Self.maximumTrials else {
      isCut = true
      return false
    }
    let trial = WireComparison(for: self)
    let mark = knowledge.mark
    trial.compare(old, new, at: Site(prefix: "request-property", flow: flow, root: ""))
    trial.finish()
    if trial.isCut, !trial.isFailed { isCut = true }
    guard trial.isFailed || trial.isCut else { return true }
    knowledge.forget(since: mark)
    return false
  }

  /// Whether schemas that say something of a value as a whole say something else. In a trial, which
  /// fails if they do, they are part of what is tried.
  func differ(_ old: [Schema], _ new: [Schema], at site: Site) -> Bool {
    guard isTrial else { return !areEquivalent(old, new, site.flow) }
    compare(old, new, at: site)
    return false
  }

  /// Which schemas mean the same: the positions of the new ones by those of the old ones.
  func matches(_ before: [Schema], _ after: [Schema], _ flow: Direction?) -> [Int: Int] {
    var matches = matchesOfClasses(before, after)
    var taken = Set(matches.values)
    let left = before.indices.filter { matches[$0] == nil }
    let right = after.indices.filter { !taken.contains($0) }
    guard left.count * right.count <= Self.maximumTried else { return matches }
    for index in left {
      // Most documents keep their order.
      let candidates = right.filter { $0 == index } + right.filter { $0 != index }
      let same = candidates.first {
        !taken.contains($0) && areEquivalent([before[index]], [after[$0]], flow)
      }
      guard let same else { continue }
      matches[index] = same
      taken.insert(same)
    }
    return matches
  }

  /// How many pairs are tried where it is not known which belong together.
  private static let maximumTried = 100

  /// The schemas that say the same in the same way.
  private func matchesOfClasses(_ before: [Schema], _ after: [Schema]) -> [Int: Int] {
    var free: [Int: [Int]] = [:]
    for (index, schema) in after.enumerated().reversed() {
      if let number = knowledge.equivalent[schema] { free[number, default: []].append(index) }
    }
    var matches: [Int: Int] = [:]
    for (index, schema) in before.enumerated() {
      if let number = knowledge.equivalent[schema] { matches[index] = free[number]?.popLast() }
    }
    return matches
  }
}
