import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

/// A member of objects in both documents, as far as it is described.
private struct MemberPair {
  var name: String
  var old: [Schema]?
  var new: [Schema]?
  var wasRequired: Bool
  var isRequired: Bool
}

extension WireComparison {
  /// Compares what members objects have.
  func compareObjects(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (old.parts.properties, new.parts.properties)
    let (was, now) = (Set(old.parts.requiredNames), Set(new.parts.requiredNames))
    guard !before.isEmpty || !after.isEmpty || was != now else {
      compareUnnamedMembers(old, new, at: site)
      return
    }
    let known = Dictionary(before.map { ($0.name, $0.schemas) }) { first, _ in first }
    let later = Dictionary(after.map { ($0.name, $0.schemas) }) { first, _ in first }
    var names = before.map(\.name) + after.map(\.name).filter { known[$0] == nil }
    let described = Set(names)
    names += was.union(now).subtracting(described).sorted()
    for name in names {
      let pair = MemberPair(
        name: name, old: known[name], new: later[name], wasRequired: was.contains(name),
        isRequired: now.contains(name))
      compare(pair, old, new, at: site.member(name))
    }
    compareUnnamedMembers(old, new, at: site)
  }

  private func compare(
    _ member: MemberPair, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    switch (member.old, member.new) {
    case (nil, nil): compareNecessity(member, old, new, at: site)
    case (let schemas?, nil):
      guard !isLeftOut(schemas, self.old, site.flow) else { return }
      if isTrial { return compareUnnamed(member, schemas, new.additional, old, new, at: site) }
      noteRemoved(member, old, new, at: site)
    case (nil, let schemas?):
      guard !isLeftOut(schemas, self.new, site.flow) else { return }
      if isTrial { return compareUnnamed(member, old.additional, schemas, old, new, at: site) }
      noteAdded(member, old, new, at: site)
    case (let before?, let after?):
      let (wasOut, isOut) = (
        isLeftOut(before, self.old, site.flow), isLeftOut(after, self.new, site.flow)
      )
      if wasOut, isOut { return }
      if wasOut != isOut {
        noteDirection(member, isOut: isOut, old, new, at: site)
      } else {
        compareNecessity(member, old, new, at: site)
      }
      compare(before, after, at: site)
    }
  }

  /// Compares a member that only one document names with what the other says of those without names.
  private func compareUnnamed(
    _ member: MemberPair, _ before: [Schema], _ after: [Schema], _ old: Meaning, _ new: Meaning,
    at site: Site
  ) {
    compareNecessity(member, old, new, at: site)
    compare(before, after, at: site)
  }

  private func isLeftOut(_ schemas: [Schema], _ document: Document, _ flow: Direction?) -> Bool {
    guard flow != nil else { return false }
    return Meaning(schemas, in: document).isLeft(outOf: flow)
  }

  private func compareNecessity(
    _ member: MemberPair, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    guard member.wasRequired != member.isRequired else { return }
    note(
      member.isRequired ? .becameRequired : .becameOptional,
      member.isRequired ? .narrows : .widens, site,
      member.isRequired ? "is required now" : "is not required any more",
      old: old.span(ofMember: member.name, isRequired: member.wasRequired),
      new: new.span(ofMember: member.name, isRequired: member.isRequired))
  }

  private func noteRemoved(
    _ member: MemberPair, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let words = member.wasRequired ? "required" : "optional"
    let spans = (old: old.span(Properties.name, member.name), new: new.span)
    if site.isRequest {
      // What clients ask for by it, servers don't do any more.
      note(
        .removed, member.wasRequired ? .changes : .narrows, site,
        "is gone; it was \(words)", old: spans.old, new: spans.new)
    } else {
      let effect: Effect =
        member.wasRequired ? (new.isClosed ? .changes : .widens) : new.isClosed ? .narrows : .keeps
      note(
        member.wasRequired ? .responseRequiredPropertyRemoved : .responseOptionalPropertyRemoved,
        effect, site, "is gone; it was \(words)", old: spans.old, new: spans.new)
    }
  }

  private func noteAdded(
    _ member: MemberPair, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let words = member.isRequired ? "required" : "optional"
    let spans = (old: old.span, new: new.span(Properties.name, member.name))
    let effect: Effect =
      old.isClosed
      ? (member.isRequired ? .changes : .widens) : member.isRequired ? .narrows : .keeps
    let rule: MessageRule =
      switch (site.isRequest, member.isRequired) {
      case (true, true): .newRequiredRequestProperty
      case (true, false): .newOptionalRequestProperty
      case (false, true): .responseRequiredPropertyAdded
      case (false, false): .responseOptionalPropertyAdded
      }
    note(rule, effect, site, "is new, and \(words)", old: spans.old, new: spans.new)
  }

  private func noteDirection(
    _ member: MemberPair, isOut: Bool, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let isReadOnly = site.flow == .request
    let word = isReadOnly ? "read-only" : "write-only"
    let rules: DirectionRules =
      site.isRequest
      ? (isReadOnly ? .requestReadOnly : .requestWriteOnly)
      : isReadOnly ? .responseReadOnly : .responseWriteOnly
    let rule =
      member.isRequired
      ? (isOut ? rules.requiredBecame : rules.requiredBecameNot)
      : isOut ? rules.optionalBecame : rules.optionalBecameNot
    let effect: Effect =
      isOut ? (member.wasRequired ? .widens : .keeps) : member.isRequired ? .narrows : .keeps
    note(
      rule, effect, site, isOut ? "is \(word) now" : "is not \(word) any more",
      old: old.span(Properties.name, member.name), new: new.span(Properties.name, member.name))
  }
}

// Members without names.
extension WireComparison {
  private func compareUnnamedMembers(_ old: Meaning, _ new: Meaning, at site: Site) {
    compareAdditional(old, new, at: site)
    comparePatternProperties(old, new, at: site)
    compareWhole(
      old.parts.all(PropertyNames.self).map(\.schema),
      new.parts.all(PropertyNames.self).map(\.schema), .propertyNames, PropertyNames.name,
      (old, new), at: site)
  }

  private func compareAdditional(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (old.additional, new.additional)
    guard !before.isEmpty || !after.isEmpty else { return }
    let spans = (
      old: old.span(AdditionalProperties.name), new: new.span(AdditionalProperties.name)
    )
    switch (old.isClosed, new.isClosed) {
    case (true, true): return
    case (true, false):
      note(
        .additionalPropertiesAllowed, .widens, site, "may have members of other names now",
        old: spans.old, new: spans.new)
    case (false, true):
      note(
        .additionalPropertiesRefused, .narrows, site,
        "may have no members of other names any more", old: spans.old, new: spans.new)
    case (false, false):
      var members = site.member("{}")
      if site.path.isEmpty { members.path = "{}" } else { members.path = site.path + "{}" }
      compare(before, after, at: members)
    }
  }

  private func comparePatternProperties(_ old: Meaning, _ new: Meaning, at site: Site) {
    let before = old.parts.all(PatternProperties.self).flatMap(\.properties)
    let after = new.parts.all(PatternProperties.self).flatMap(\.properties)
    for property in before {
      let same = after.first { $0.name == property.name }
      if let same {
        compare(property.schema, same.schema, at: site.member("/\(property.name)/"))
      } else {
        note(
          .patternPropertyRemoved, .widens, site,
          "says nothing of members named like /\(property.name)/ any more",
          old: old.span(PatternProperties.name, property.name), new: new.span)
      }
    }
    for property in after where !before.contains(where: { $0.name == property.name }) {
      note(
        .patternPropertyAdded, .narrows, site,
        "says something of members named like /\(property.name)/ now",
        old: old.span, new: new.span(PatternProperties.name, property.name))
    }
  }
}

extension Meaning {
  /// The place that says whether a member is required.
  fileprivate func span(ofMember name: String, isRequired: Bool) -> SourceSpan? {
    isRequired && parts.first(Properties.self)?.properties.contains { $0.name == name } != true
      ? span(Required.name) : span(Properties.name, name)
  }
}
