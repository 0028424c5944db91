import ApusCore
import ApusModel
import ApusSource

extension WireComparison {
  /// Compares what elements arrays have.
  func compareArrays(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (old.firstElements, new.firstElements)
    let (others, otherNow) = (old.elements, new.elements)
    for index in 0..<max(before.count, after.count) {
      let was = index < before.count ? [before[index]] : others
      let now = index < after.count ? [after[index]] : otherNow
      compare(was, now, at: site.below("[\(index)]"))
    }
    if !others.isEmpty || !otherNow.isEmpty {
      compare(others, otherNow, at: site.below("[]"))
    }
    compareEach(
      old.parts.all(Contains.self).map(\.schema), new.parts.all(Contains.self).map(\.schema),
      .contains, Contains.name, (old, new), at: site)
    compareCount(
      old.parts.all(MinContains.self).map(\.limit).max() ?? 1,
      new.parts.all(MinContains.self).map(\.limit).max() ?? 1,
      (.minContainsIncreased, .minContainsDecreased),
      MinContains.name,
      (old, new), at: site, isUpper: false)
    compareCount(
      old.parts.all(MaxContains.self).map(\.limit).min() ?? .max,
      new.parts.all(MaxContains.self).map(\.limit).min() ?? .max,
      (.maxContainsIncreased, .maxContainsDecreased),
      MaxContains.name, (old, new), at: site, isUpper: true)
  }

  private func compareCount(
    _ before: Int, _ after: Int, _ rules: (increased: ValueRule, decreased: ValueRule),
    _ keyword: String,
    _ meanings: (old: Meaning, new: Meaning), at site: Site, isUpper: Bool
  ) {
    guard before != after else { return }
    let isGreater = after > before
    note(
      isGreater ? rules.increased : rules.decreased,
      isGreater == isUpper ? .widens : .narrows, site,
      after == .max ? "has no '\(keyword)' any more" : "has '\(keyword)' \(after) now",
      old: meanings.old.span(keyword), new: meanings.new.span(keyword))
  }

  /// Compares schemas that say something of a value as a whole, all of them together, so that it is
  /// one change if they differ in whatever way.
  func compareWhole(
    _ before: [Schema], _ after: [Schema], _ rules: PartRules, _ keyword: String,
    _ meanings: (old: Meaning, new: Meaning), at site: Site
  ) {
    guard !before.isEmpty || !after.isEmpty else { return }
    if !before.isEmpty, !after.isEmpty, !differ(before, after, at: site) { return }
    noteWhole(before, after, rules, keyword, meanings, at: site)
  }

  /// Compares schemas each of which says something of a value as a whole by itself.
  func compareEach(
    _ before: [Schema], _ after: [Schema], _ rules: PartRules, _ keyword: String,
    _ meanings: (old: Meaning, new: Meaning), at site: Site
  ) {
    guard before.count > 1 || after.count > 1 else {
      return compareWhole(before, after, rules, keyword, meanings, at: site)
    }
    let same = matches(before, after, site.flow)
    let kept = Set(same.values)
    let gone = before.indices.filter { same[$0] == nil }.map { before[$0] }
    let added = after.indices.filter { !kept.contains($0) }.map { after[$0] }
    guard !gone.isEmpty || !added.isEmpty else { return }
    noteWhole(gone, added, rules, keyword, meanings, at: site)
  }

  private func noteWhole(
    _ gone: [Schema], _ added: [Schema], _ rules: PartRules, _ keyword: String,
    _ meanings: (old: Meaning, new: Meaning), at site: Site
  ) {
    let (rule, verb, effect): (ValueRule, String, Effect) =
      gone.isEmpty
      ? (rules.added, "has", .narrows)
      : added.isEmpty
        ? (rules.removed, "has no", .widens) : (rules.changed, "has another", .changes)
    note(
      rule, effect, site, "\(verb) '\(keyword)' \(added.isEmpty ? "any more" : "now")",
      old: meanings.old.span(keyword), new: meanings.new.span(keyword))
  }
}

extension Meaning {
  /// What is said of the first elements, each by itself.
  fileprivate var firstElements: [Schema] { parts.first(PrefixItems.self)?.schemas ?? [] }

  /// What is said of the others.
  fileprivate var elements: [Schema] {
    parts.all(Items.self).map(\.schema) + parts.all(UnevaluatedItems.self).map(\.schema)
  }
}

// What depends on the value.
extension WireComparison {
  /// Compares what schemas say under conditions.
  func compareConditions(_ old: Meaning, _ new: Meaning, at site: Site) {
    let both = (old: old, new: new)
    compareEach(
      old.parts.all(Not.self).map(\.schema), new.parts.all(Not.self).map(\.schema), .not,
      Not.name, both, at: site)
    compareEach(
      old.parts.all(If.self).map(\.schema), new.parts.all(If.self).map(\.schema), .if, If.name,
      both, at: site)
    compareEach(
      old.parts.all(Then.self).map(\.schema), new.parts.all(Then.self).map(\.schema), .then,
      Then.name, both, at: site)
    compareEach(
      old.parts.all(Else.self).map(\.schema), new.parts.all(Else.self).map(\.schema), .else,
      Else.name, both, at: site)
    compareDependencies(old, new, at: site)
  }

  private func compareDependencies(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (old.requiredBeside, new.requiredBeside)
    let isNarrower = before.isSubset(of: after)
    let isWider = after.isSubset(of: before)
    if !isNarrower || !isWider {
      let rules = PartRules.dependentRequired
      let rule = before.isEmpty ? rules.added : after.isEmpty ? rules.removed : rules.changed
      note(
        rule, isNarrower ? .narrows : isWider ? .widens : .changes, site,
        "has members now that others ask for differently than before",
        old: old.span(DependentRequired.name), new: new.span(DependentRequired.name))
    }
    let dependents = old.parts.all(DependentSchemas.self).flatMap(\.dependents)
    let others = new.parts.all(DependentSchemas.self).flatMap(\.dependents)
    var names = dependents.map(\.name)
    names += others.map(\.name).filter { !names.contains($0) }
    for name in names {
      compareWhole(
        dependents.filter { $0.name == name }.map(\.schema),
        others.filter { $0.name == name }.map(\.schema), .dependentSchema,
        DependentSchemas.name, (old, new), at: site)
    }
  }
}

extension Meaning {
  /// Which members are asked for beside which.
  fileprivate var requiredBeside: Set<[String]> {
    var pairs: Set<[String]> = []
    for argument in parts.all(DependentRequired.self).compactMap(\.arguments).joined() {
      guard case .dependency(let name, let others) = argument else { continue }
      for other in others { pairs.insert([name, other]) }
    }
    return pairs
  }
}
