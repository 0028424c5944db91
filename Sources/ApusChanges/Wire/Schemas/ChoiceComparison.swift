import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

extension WireComparison {
  /// Compares between what alternatives values choose.
  func compareChoices(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (old.choices, new.choices)
    for index in 0..<max(before.count, after.count) {
      switch (before.dropFirst(index).first, after.dropFirst(index).first) {
      case (nil, nil): continue
      case (nil, let choice?): noteWrapped(choice, old, new, at: site)
      case (let choice?, nil): noteUnwrapped(choice, old, new, at: site)
      case (let left?, let right?): compare(left, right, old, new, at: site)
      }
    }
    compareDiscriminators(old, new, at: site)
  }

  private func noteWrapped(
    _ choice: Conjunction.Choice, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let keeps = choice.alternatives.contains { areEquivalent(old.parts.asked, [$0], site.flow) }
    note(
      keeps ? choice.rules.wrappedAndPreserved : choice.rules.wrapped,
      keeps ? .widens : old.isFree ? .narrows : .changes, site,
      "is one of \(choice.alternatives.count) alternatives now"
        + (keeps ? ", among which is what it was before" : ""),
      old: old.span, new: new.span(choice.keyword))
  }

  private func noteUnwrapped(
    _ choice: Conjunction.Choice, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let keeps = choice.alternatives.contains { areEquivalent([$0], new.parts.asked, site.flow) }
    note(
      choice.rules.unwrapped, keeps ? .narrows : new.isFree ? .widens : .changes, site,
      "is not one of \(choice.alternatives.count) alternatives any more"
        + (keeps ? ", but the same as one of them" : ""),
      old: old.span(choice.keyword), new: new.span)
  }

  private func compare(
    _ before: Conjunction.Choice, _ after: Conjunction.Choice, _ old: Meaning, _ new: Meaning,
    at site: Site
  ) {
    let pairs = pairs(before, after, site.flow)
    for (index, alternative) in before.alternatives.enumerated() where pairs[index] == nil {
      note(
        before.rules.removed, .narrows, site,
        "may not be \(Self.words(for: alternative, in: self.old)) any more",
        old: span(of: alternative, in: self.old), new: new.span(after.keyword))
    }
    let kept = Set(pairs.values)
    for (index, alternative) in after.alternatives.enumerated() where !kept.contains(index) {
      note(
        after.rules.added, .widens, site,
        "may be \(Self.words(for: alternative, in: self.new)) now",
        old: old.span(before.keyword), new: span(of: alternative, in: self.new))
    }
    if before.isExclusive != after.isExclusive {
      note(
        before.rules.becameOther, after.isExclusive ? .narrows : .widens, site,
        after.isExclusive
          ? "may match only one of the alternatives now"
          : "may match several of the alternatives now",
        old: old.span(before.keyword), new: new.span(after.keyword))
    }
    for (index, other) in pairs.sorted(by: { $0.key < $1.key }) {
      compare([before.alternatives[index]], [after.alternatives[other]], at: site)
    }
  }

  /// Which alternatives belong together: those of the same name, those that allow the same, and
  /// then, if the same number is left, those in the same place.
  private func pairs(
    _ before: Conjunction.Choice, _ after: Conjunction.Choice, _ flow: Direction?
  ) -> [Int: Int] {
    let (names, others) = (
      before.alternatives.map { Self.name(of: $0, in: old) },
      after.alternatives.map { Self.name(of: $0, in: new) }
    )
    var pairs: [Int: Int] = [:]
    var free: [String: [Int]] = [:]
    for (index, name) in others.enumerated().reversed() {
      if let name { free[name, default: []].append(index) }
    }
    for (index, name) in names.enumerated() {
      if let name { pairs[index] = free[name]?.popLast() }
    }
    var taken = Set(pairs.values)
    var left = before.alternatives.indices.filter { pairs[$0] == nil }
    var right = after.alternatives.indices.filter { !taken.contains($0) }
    let same = matches(
      left.map { before.alternatives[$0] }, right.map { after.alternatives[$0] }, flow)
    for (index, other) in same { pairs[left[index]] = right[other] }
    taken = Set(pairs.values)
    left = left.filter { pairs[$0] == nil && names[$0] == nil }
    right = right.filter { !taken.contains($0) && others[$0] == nil }
    if left.count == right.count { for (index, other) in zip(left, right) { pairs[index] = other } }
    return pairs
  }

  /// What an alternative is known by: the schema that it refers to, or its title.
  private static func name(of alternative: Schema, in document: Document) -> String? {
    if let pointer = alternative.soleReference?.pointer {
      return document.schemaName(at: pointer).map { "#\($0)" }
    }
    return alternative[Title.self]?.text
  }

  private static func words(for alternative: Schema, in document: Document) -> String {
    if let name = alternative.soleReference.flatMap({ document.schemaName(at: $0.pointer) }) {
      return "'\(name)'"
    }
    if let title = alternative[Title.self]?.text { return "'\(title)'" }
    let meaning = Meaning([alternative], in: document)
    let names = meaning.parts.requiredNames.prefix(3).map { "'\($0)'" }.joined(separator: " and ")
    let kind = meaning.kinds.isEmpty ? "a value of any kind" : meaning.kindsInWords
    return names.isEmpty ? kind : "\(kind) with \(names)"
  }

  private func span(of schema: Schema, in document: Document) -> SourceSpan? {
    schema.location.flatMap { document.nameSpan(at: $0.pointer) }
  }
}

// Discriminators.
extension WireComparison {
  private func compareDiscriminators(_ old: Meaning, _ new: Meaning, at site: Site) {
    let spans = { (old.span(Discriminator.name), new.span(Discriminator.name)) }
    switch (old.parts.first(Discriminator.self), new.parts.first(Discriminator.self)) {
    case (nil, nil): return
    case (nil, let discriminator?):
      note(
        .discriminatorAdded, .keeps, site,
        "is told apart by '\(discriminator.propertyName)' now", old: spans().0, new: spans().1)
    case (let discriminator?, nil):
      note(
        .discriminatorRemoved, .keeps, site,
        "is not told apart by '\(discriminator.propertyName)' any more", old: spans().0,
        new: spans().1)
    case (let before?, let after?):
      if before.propertyName != after.propertyName {
        note(
          .discriminatorPropertyNameChanged, .changes, site,
          "is told apart by '\(after.propertyName)' now, and was by '\(before.propertyName)'",
          old: spans().0, new: spans().1)
      }
      compareMappings(before, after, old, new, at: site)
    }
  }

  private func compareMappings(
    _ before: Discriminator, _ after: Discriminator, _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let known = Dictionary(before.mapping.map { ($0.value, $0.target) }) { first, _ in first }
    let now = Dictionary(after.mapping.map { ($0.value, $0.target) }) { first, _ in first }
    let spans = { (value: String) in
      (
        old.span(Discriminator.name, "mapping", value),
        new.span(Discriminator.name, "mapping", value)
      )
    }
    for (value, _) in before.mapping where now[value] == nil {
      note(
        .discriminatorMappingDeleted, .narrows, site,
        "has no '\(value)' to tell it apart any more", old: spans(value).0, new: spans(value).1)
    }
    for (value, target) in after.mapping {
      guard let other = known[value] else {
        note(
          .discriminatorMappingAdded, .widens, site, "has '\(value)' to tell it apart now",
          old: spans(value).0, new: spans(value).1)
        continue
      }
      let names = (self.old.schemaName(at: other.pointer), self.new.schemaName(at: target.pointer))
      guard names.0 != names.1, differ([other.schema], [target.schema], at: site) else { continue }
      note(
        .discriminatorMappingChanged, .changes, site,
        "has another schema for '\(value)' now", old: spans(value).0, new: spans(value).1)
    }
  }
}

extension Conjunction.Choice {
  fileprivate var keyword: String { isExclusive ? OneOf.name : AnyOf.name }

  fileprivate var rules: ChoiceRules { isExclusive ? .oneOf : .anyOf }
}

extension Conjunction {
  /// What was asked for.
  fileprivate var asked: [Schema] { schemas }
}
