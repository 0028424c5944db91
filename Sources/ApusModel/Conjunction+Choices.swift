import ApusCore

// Alternatives.
extension Conjunction {
  /// Alternatives of which a value satisfies at least one.
  package struct Choice {
    /// The schema that lists them.
    package var holder: Schema
    package var alternatives: [Schema]
    /// Whether the value satisfies no second one.
    package var isExclusive: Bool

    /// What tells a choice from every other.
    struct Key: Hashable {
      let holder: ObjectIdentifier
      let isExclusive: Bool
    }

    var key: Key { Key(holder: ObjectIdentifier(holder), isExclusive: isExclusive) }

    /// Whether the alternatives make a difference to a type: which of some members are there, where
    /// all may be, makes none.
    var isTelling: Bool {
      isExclusive || !onlyRequires
    }

    /// Whether no alternative says more than which members are there.
    var onlyRequires: Bool { alternatives.allSatisfy(\.onlyRequires) }

    /// The alternatives that can be taken: where the first one that accepts a value is, none behind
    /// one that accepts every value.
    var reachable: [Schema] {
      let end = isExclusive ? nil : alternatives.firstIndex(where: \.acceptsEverything)
      return end.map { Array(alternatives[...$0]) } ?? alternatives
    }
  }

  /// The alternatives that are still open: of which none is known to be satisfied.
  package var choices: [Choice] {
    allChoices.filter { choice in
      !chosen.contains(choice.key) && !ignored.contains(choice.key)
        && !choice.alternatives.contains(where: includes)
    }
  }

  /// The alternatives of all parts.
  private var allChoices: [Choice] {
    parts.flatMap { part in
      [
        part[OneOf.self].map { Choice(holder: part, alternatives: $0.schemas, isExclusive: true) },
        part[AnyOf.self].map { Choice(holder: part, alternatives: $0.schemas, isExclusive: false) },
      ].compactMap(\.self)
    }
  }

  /// Whether one of a part's alternatives was chosen, or they are of no interest.
  func isSettled(_ part: Schema, isExclusive: Bool) -> Bool {
    let key = Choice.Key(holder: ObjectIdentifier(part), isExclusive: isExclusive)
    return chosen.contains(key) || ignored.contains(key)
  }

  /// The schemas that were asked for, without those of whose alternatives one was chosen.
  var checkedSchemas: [Schema] {
    schemas.filter { schema in
      !isSettled(schema, isExclusive: true) && !isSettled(schema, isExclusive: false)
    }
  }
}

// Members and elements that have no names and places of their own.
extension Conjunction {
  /// What members that no part names satisfy: one schema for each part that says so of all of them.
  var additional: [Schema] {
    let stated = parts.filter { $0[PatternProperties.self] == nil }
      .compactMap { $0[AdditionalProperties.self]?.schema }
    if !stated.isEmpty { return stated }
    return parts.contains {
      $0[AdditionalProperties.self] != nil || $0[PatternProperties.self] != nil
    }
      ? [] : unevaluated(UnevaluatedProperties.self)
  }

  /// What members satisfy that are not named, where that depends on what is found in their names: one
  /// list of possible schemas for each part in which nothing else is possible.
  var matchedMembers: [[Schema]] {
    let areOthersRefused = unevaluated(UnevaluatedProperties.self).contains(
      where: \.refusesEverything)
    return parts.compactMap { part in
      guard let patterns = part[PatternProperties.self]?.properties.map(\.schema) else {
        return nil
      }
      guard let rest = part[AdditionalProperties.self]?.schema else {
        return areOthersRefused && parts.count == 1 ? patterns : nil
      }
      return patterns + (rest.refusesEverything ? [] : [rest])
    }.filter { !$0.isEmpty }
  }

  /// What the elements satisfy that no part speaks of.
  var unevaluatedElements: [Schema] {
    let isSpokenOf = parts.contains { $0[Items.self] != nil || $0[Contains.self] != nil }
    return isSpokenOf ? [] : unevaluated(UnevaluatedItems.self)
  }

  /// What parts say of all that was not spoken of, where no schema but the parts may have done that.
  private func unevaluated<Unit: UnevaluatedParts>(_ keyword: Unit.Type) -> [Schema] {
    let schemas = all(keyword).map(\.schema)
    // Where one part speaks of all the rest, nothing is left for another, unless each refuses it.
    guard schemas.count == 1 || schemas.allSatisfy(\.refusesEverything) else { return [] }
    let isHidden = parts.contains { part in
      part[If.self] != nil || part[DependentSchemas.self] != nil
        || part[DynamicReference.self] != nil
    }
    let isOpen = allChoices.contains { choice in
      let isKnown =
        choice.isExclusive
        && (chosen.contains(choice.key) || choice.alternatives.contains(where: includes))
      return !isKnown && !choice.onlyRequires
    }
    return isHidden || isOpen ? [] : schemas
  }
}

/// A keyword that speaks of what no other one does.
private protocol UnevaluatedParts: Keyword {
  var schema: Schema { get }
}

extension UnevaluatedProperties: UnevaluatedParts {}
extension UnevaluatedItems: UnevaluatedParts {}

extension Schema {
  /// Whether no rule refuses any value.
  fileprivate var acceptsEverything: Bool { rules.allSatisfy { $0.keyword.arguments == nil } }
}
