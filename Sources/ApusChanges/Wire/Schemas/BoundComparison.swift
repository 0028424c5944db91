import ApusCore
import ApusModel
import ApusSource

/// A bound that schemas set, and where.
private struct Bound {
  var limit: JSONNumber
  /// Whether the limit itself is refused.
  var isExcluded = false
  var keyword: String

  /// Whether values are allowed beside those of another bound; nil if the same are.
  func isTighter(than other: Bound, isUpper: Bool) -> Bool? {
    if limit == other.limit {
      return isExcluded == other.isExcluded ? nil : isExcluded
    }
    return isUpper ? limit < other.limit : other.limit < limit
  }
}

/// A keyword that bounds values, and what its rules are called.
private struct BoundKeyword {
  var rules: BoundRules
  /// The rules where the limit itself is refused.
  var exclusiveRules: BoundRules
  var isUpper: Bool
  /// The bound that schemas set; nil if they set none that refuses anything.
  var bound: @Sendable (Conjunction) -> Bound?

  static let all: [BoundKeyword] = [
    BoundKeyword(rules: .max, exclusiveRules: .exclusiveMax, isUpper: true) { parts in
      tightest(
        parts.all(Maximum.self).map { Bound(limit: $0.limit, keyword: Maximum.name) }
          + parts.all(ExclusiveMaximum.self).map {
            Bound(limit: $0.limit, isExcluded: true, keyword: ExclusiveMaximum.name)
          }, isUpper: true)
    },
    BoundKeyword(rules: .min, exclusiveRules: .exclusiveMin, isUpper: false) { parts in
      tightest(
        parts.all(Minimum.self).map { Bound(limit: $0.limit, keyword: Minimum.name) }
          + parts.all(ExclusiveMinimum.self).map {
            Bound(limit: $0.limit, isExcluded: true, keyword: ExclusiveMinimum.name)
          }, isUpper: false)
    },
    most(.maxLength, MaxLength.name) { $0.all(MaxLength.self).map(\.limit) },
    least(.minLength, MinLength.name) { $0.all(MinLength.self).map(\.limit) },
    most(.maxItems, MaxItems.name) { $0.all(MaxItems.self).map(\.limit) },
    least(.minItems, MinItems.name) { $0.all(MinItems.self).map(\.limit) },
    most(.maxProperties, MaxProperties.name) { $0.all(MaxProperties.self).map(\.limit) },
    least(.minProperties, MinProperties.name) { $0.all(MinProperties.self).map(\.limit) },
  ]

  private static func most(
    _ rules: BoundRules, _ keyword: String, _ limits: @escaping @Sendable (Conjunction) -> [Int]
  ) -> BoundKeyword {
    BoundKeyword(rules: rules, exclusiveRules: rules, isUpper: true) { parts in
      limits(parts).min().map { Bound(limit: JSONNumber($0), keyword: keyword) }
    }
  }

  private static func least(
    _ rules: BoundRules, _ keyword: String, _ limits: @escaping @Sendable (Conjunction) -> [Int]
  ) -> BoundKeyword {
    BoundKeyword(rules: rules, exclusiveRules: rules, isUpper: false) { parts in
      // At least none is no bound.
      limits(parts).max().flatMap { limit in
        limit > 0 ? Bound(limit: JSONNumber(limit), keyword: keyword) : nil
      }
    }
  }

  private static func tightest(_ bounds: [Bound], isUpper: Bool) -> Bound? {
    bounds.reduce(nil) { tightest, bound in
      guard let tightest else { return bound }
      return bound.isTighter(than: tightest, isUpper: isUpper) ?? false ? bound : tightest
    }
  }
}

extension WireComparison {
  /// Compares how great, long or many values may be.
  func compareBounds(_ old: Meaning, _ new: Meaning, at site: Site) {
    for keyword in BoundKeyword.all {
      compare(keyword.bound(old.parts), keyword.bound(new.parts), keyword, old, new, at: site)
    }
    compareFactors(old, new, at: site)
    let (was, isNow) = (old.hasUniqueItems, new.hasUniqueItems)
    if was != isNow {
      note(
        isNow ? .uniqueItemsSet : .uniqueItemsUnset, isNow ? .narrows : .widens, site,
        isNow
          ? "may not hold the same element twice any more" : "may hold the same element twice now",
        old: old.span(UniqueItems.name), new: new.span(UniqueItems.name))
    }
  }

  private func compare(
    _ before: Bound?, _ after: Bound?, _ keyword: BoundKeyword, _ old: Meaning, _ new: Meaning,
    at site: Site
  ) {
    guard let name = after?.keyword ?? before?.keyword else { return }
    if let before, let after, after.isTighter(than: before, isUpper: keyword.isUpper) == nil {
      return
    }
    let isExcluded = after?.isExcluded ?? before?.isExcluded ?? false
    let rules = isExcluded ? keyword.exclusiveRules : keyword.rules
    let spans = (old: old.span(before?.keyword ?? name), new: new.span(after?.keyword ?? name))
    switch (before, after) {
    case (nil, nil): return
    case (nil, let after?):
      note(
        rules.set, .narrows, site, "has '\(name)' \(after.limit) now", old: spans.old,
        new: spans.new)
    case (let before?, nil):
      note(
        rules.unset, .widens, site, "has no '\(name)' any more, which was \(before.limit)",
        old: spans.old, new: spans.new)
    case (let before?, let after?):
      guard let isTighter = after.isTighter(than: before, isUpper: keyword.isUpper) else { return }
      note(
        isTighter == keyword.isUpper ? rules.decreased : rules.increased,
        isTighter ? .narrows : .widens, site,
        "has '\(name)' \(after.limit) now, and had '\(before.keyword)' \(before.limit)",
        old: spans.old, new: spans.new)
    }
  }

  private func compareFactors(_ old: Meaning, _ new: Meaning, at site: Site) {
    let before = old.parts.all(MultipleOf.self).map(\.limit)
    let after = new.parts.all(MultipleOf.self).map(\.limit)
    // A value that is a multiple of a multiple is one of the factor, too.
    let isNarrower = before.allSatisfy { factor in after.contains { $0.isMultiple(of: factor) } }
    let isWider = after.allSatisfy { factor in before.contains { $0.isMultiple(of: factor) } }
    if isNarrower, isWider { return }
    let list = { (factors: [JSONNumber]) in factors.map(\.text).joined(separator: " and ") }
    let (rule, message): (ValueRule, String) =
      before.isEmpty
      ? (.multipleOfSet, "is a multiple of \(list(after)) now")
      : after.isEmpty
        ? (.multipleOfUnset, "need not be a multiple of \(list(before)) any more")
        : (
          isWider
            ? .multipleOfGeneralized : isNarrower ? .multipleOfSpecialized : .multipleOfChanged,
          "is a multiple of \(list(after)) now, and was one of \(list(before))"
        )
    note(
      rule, isNarrower ? .narrows : isWider ? .widens : .changes, site, message,
      old: old.span(MultipleOf.name), new: new.span(MultipleOf.name))
  }

  /// Compares what texts look like.
  func comparePatterns(_ old: Meaning, _ new: Meaning, at site: Site) {
    let before = Set(old.parts.all(PatternKeyword.self).map(\.text))
    let after = Set(new.parts.all(PatternKeyword.self).map(\.text))
    guard before != after else { return }
    let list = { (texts: Set<String>) in
      texts.sorted().map { JSON.string($0).description }.joined(separator: " and ")
    }
    let spans = (old: old.span(PatternKeyword.name), new: new.span(PatternKeyword.name))
    if before.isSubset(of: after) {
      note(
        .patternAdded, .narrows, site, "matches \(list(after.subtracting(before))) now",
        old: spans.old, new: spans.new)
    } else if after.isSubset(of: before) {
      note(
        .patternRemoved, .widens, site,
        "need not match \(list(before.subtracting(after))) any more", old: spans.old,
        new: spans.new)
    } else {
      note(
        .patternChanged, .changes, site, "matches \(list(after)) now, and \(list(before)) before",
        old: spans.old, new: spans.new)
    }
  }
}

extension Meaning {
  fileprivate var hasUniqueItems: Bool { parts.all(UniqueItems.self).contains(where: \.isRequired) }
}
