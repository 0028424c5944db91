import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

// What values schemas allow.
extension WireComparison {
  /// Compares what schemas say of the values at a site.
  func compare(_ old: [Schema], _ new: [Schema], at site: Site) {
    let known = isTrial ? knowledge.equivalent : knowledge.identical
    if known.areSame(old, new) { return }
    if !isTrial, let left = named(old, in: self.old), let right = named(new, in: self.new) {
      compareNamed(left, right, at: site)
      compareBeside(old, new, at: site)
      return
    }
    once(old, new, site.flow) { [self] in
      let (left, right) = (Meaning(old, in: self.old), Meaning(new, in: self.new))
      compare(left, right, at: site)
    }
  }

  /// The same of single schemas, where one that isn't there allows every value.
  func compare(_ old: Schema?, _ new: Schema?, at site: Site) {
    guard old != nil || new != nil else { return }
    compare([old].compactMap(\.self), [new].compactMap(\.self), at: site)
  }

  /// The named schema that a schema is nothing but a reference to.
  private func named(_ schemas: [Schema], in document: Document) -> SchemaReference? {
    guard schemas.count == 1, let reference = schemas.first?.soleReference,
      document.schemaName(at: reference.pointer) != nil
    else { return nil }
    return reference
  }

  private func compareNamed(_ old: SchemaReference, _ new: SchemaReference, at site: Site) {
    let name = self.new.schemaName(at: new.pointer) ?? ""
    namedUnit(old.pointer, new.pointer, site.flow, called: name) { [self] in
      compare([old.schema], [new.schema], at: site.shared)
    }
  }

  /// Compares what stands beside references, which says nothing of which values there are.
  private func compareBeside(_ old: [Schema], _ new: [Schema], at site: Site) {
    let (before, after) = (old.map(\.withoutReference), new.map(\.withoutReference))
    guard (before + after).contains(where: { !$0.rules.isEmpty }) else { return }
    compareAnnotations(
      Meaning(before, in: self.old), Meaning(after, in: self.new), at: site)
  }

  private func compare(_ old: Meaning, _ new: Meaning, at site: Site) {
    guard old.isEmpty == new.isEmpty else {
      note(
        .typeChanged, new.isEmpty ? .narrows : .widens, site,
        new.isEmpty ? "may have no value any more" : "may have values now",
        old: old.span, new: new.span)
      return
    }
    let areOfOneKind = compareKinds(old, new, at: site)
    compareNullability(old, new, at: site)
    compareValues(old, new, at: site)
    compareFormats(old, new, at: site)
    compareBounds(old, new, at: site)
    comparePatterns(old, new, at: site)
    // Of what is of another kind now, further details are no news.
    if areOfOneKind {
      // What became alternatives, or was some, is told of as that and not part by part.
      let isRearranged =
        old.choices.isEmpty != new.choices.isEmpty
        && (old.choices.isEmpty ? new : old).saysNothingOfParts
      if !isRearranged {
        compareObjects(old, new, at: site)
        compareArrays(old, new, at: site)
      }
      compareChoices(old, new, at: site)
      compareConditions(old, new, at: site)
    }
    compareAnnotations(old, new, at: site)
  }
}

// Kinds.
extension WireComparison {
  /// Whether the values are of kinds that have something in common.
  private func compareKinds(_ old: Meaning, _ new: Meaning, at site: Site) -> Bool {
    guard old.choices.isEmpty || new.choices.isEmpty || old.choices.count == new.choices.count
    else { return true }
    // Of alternatives each says of which kinds its values are.
    if !old.choices.isEmpty || !new.choices.isEmpty, old.kinds.isEmpty || new.kinds.isEmpty {
      return true
    }
    let isNarrower = isPart(new.kinds, of: old.kinds)
    let isWider = isPart(old.kinds, of: new.kinds)
    if isNarrower, isWider { return true }
    let effect: Effect = isNarrower ? .narrows : isWider ? .widens : .changes
    let rule: ValueRule =
      effect == .widens
      ? .typeGeneralized : effect == .narrows && !site.isRequest ? .typeSpecialized : .typeChanged
    note(
      rule, effect, site, "is \(new.kindsInWords) now, and was \(old.kindsInWords)",
      old: old.span(Type.name), new: new.span(Type.name))
    return effect != .changes
      || old.kinds.contains { kind in
        isPart([kind], of: new.kinds) || new.kinds.contains { isPart([$0], of: [kind]) }
      }
  }

  /// Whether values of some kinds are all of others.
  private func isPart(_ kinds: [Type.Name], of others: [Type.Name]) -> Bool {
    if others.isEmpty { return true }
    return !kinds.isEmpty
      && kinds.allSatisfy {
        others.contains($0) || ($0 == .integer && others.contains(.number))
      }
  }

  private func compareNullability(_ old: Meaning, _ new: Meaning, at site: Site) {
    // What may be anything may be null, and that it can't be is told by its kinds.
    guard old.isNullable != new.isNullable, !old.isFree, !new.isFree else { return }
    note(
      new.isNullable ? .becameNullable : .becameNotNullable,
      new.isNullable ? .widens : .narrows, site,
      new.isNullable ? "may be null now" : "may not be null any more",
      old: old.span(Type.name), new: new.span(Type.name))
  }
}

// Values.
extension WireComparison {
  private func compareValues(_ old: Meaning, _ new: Meaning, at site: Site) {
    switch (old.values, new.values) {
    case (nil, nil): return
    case (nil, let values?):
      note(
        .becameEnum, .narrows, site, "is one of \(Self.list(values)) now",
        old: old.span, new: new.span(ofValue: values.first ?? .null))
    case (let values?, nil):
      note(
        .becameNotEnum, .widens, site, "need not be one of \(Self.list(values)) any more",
        old: old.span(ofValue: values.first ?? .null), new: new.span)
    case (let before?, let after?): compareValues(before, after, old, new, at: site)
    }
  }

  private func compareValues(
    _ before: [JSON], _ after: [JSON], _ old: Meaning, _ new: Meaning, at site: Site
  ) {
    let (known, kept) = (Set(before), Set(after))
    for value in before where !kept.contains(value) {
      note(
        .enumValueRemoved, .narrows, site, "may not be \(value) any more",
        old: old.span(ofValue: value), new: new.span(Enumeration.name))
    }
    for value in after where !known.contains(value) {
      note(
        .enumValueAdded, .widens, site, "may be \(value) now",
        old: old.span(Enumeration.name), new: new.span(ofValue: value))
    }
  }

  /// Some of the values in words.
  private static func list(_ values: [JSON]) -> String {
    let shown = values.prefix(5).map(\.description).joined(separator: ", ")
    return values.count > 5 ? "\(shown) and \(values.count - 5) more" : shown
  }

  private func compareFormats(_ old: Meaning, _ new: Meaning, at site: Site) {
    let before = Set(old.parts.all(FormatKeyword.self).map(\.formatName))
    let after = Set(new.parts.all(FormatKeyword.self).map(\.formatName))
    guard before != after else { return }
    let (removed, added) = (before.subtracting(after).sorted(), after.subtracting(before).sorted())
    let isTelling = { (meaning: Meaning, name: String) in
      meaning.parts.all(FormatKeyword.self).contains {
        $0.formatName == name && $0.arguments != nil
      }
    }
    let widens = removed.contains { isTelling(old, $0) }
    let narrows = added.contains { isTelling(new, $0) }
    var effect: Effect = widens ? (narrows ? .changes : .widens) : narrows ? .narrows : .keeps
    if let from = removed.first, let to = added.first, removed.count + added.count == 2 {
      if Self.widerFormats[from]?.contains(to) ?? false { effect = .widens }
      if Self.widerFormats[to]?.contains(from) ?? false { effect = .narrows }
    }
    let rule: ValueRule =
      switch effect {
      case .widens: .typeGeneralized
      case .keeps: .typeCompatible
      case .narrows where !site.isRequest: .typeSpecialized
      default: .typeChanged
      }
    let words = { (names: Set<String>) in
      names.isEmpty ? "none" : names.sorted().map { "'\($0)'" }.joined(separator: " and ")
    }
    note(
      rule, effect, site, "has the format \(words(after)) now, and had \(words(before))",
      old: old.span(FormatKeyword.name), new: new.span(FormatKeyword.name))
  }

  /// The formats that hold all values of others.
  private static let widerFormats: [String: Set<String>] = [
    "int8": ["int16", "int32", "int64"], "int16": ["int32", "int64"], "int32": ["int64"],
    "uint8": ["uint16", "uint32", "uint64", "int16", "int32", "int64"],
    "uint16": ["uint32", "uint64", "int32", "int64"], "uint32": ["uint64", "int64"],
    "float": ["double"], "hostname": ["idn-hostname"], "email": ["idn-email"],
    "uri": ["iri", "uri-reference", "iri-reference"], "iri": ["iri-reference"],
    "uri-reference": ["iri-reference"],
  ]
}

extension Schema {
  /// What it says beside a reference.
  fileprivate var withoutReference: Schema {
    Schema(at: location, rules: rules.filter { !($0.keyword is Reference) })
  }
}

extension Meaning {
  /// Whether nothing is said of members or elements but in alternatives.
  fileprivate var saysNothingOfParts: Bool {
    parts.properties.isEmpty && parts.requiredNames.isEmpty && additional.isEmpty
      && parts.all(Items.self).isEmpty && parts.all(PrefixItems.self).isEmpty
  }
}
