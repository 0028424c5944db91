import ApusCore

/// Proofs that no value satisfies two schemas. Where there is none, a value may or may not exist.
struct Disjointness {
  /// What no value can have both ways.
  enum Reason: Hashable {
    /// Its kind.
    case kind
    /// Itself, as one schema lists all of its values.
    case value
    /// The member of that name.
    case member(String)
    /// The member of that name, which one requires and the other refuses.
    case presence(String)
    /// Its size: of a number, the length of a string, or how much an array or object holds.
    case size
    /// Its elements.
    case elements
    /// Whatever decides between the alternatives of one of the schemas.
    case alternatives
  }

  let facts: SchemaFacts

  /// Whether a schema that speaks of an object's members, or an array's elements, is taken to be one
  /// for objects or arrays only, as its type is: without `type` it accepts all else too.
  var assumesKinds = false

  /// How deeply members, elements and alternatives are looked into.
  private static let maximumDepth = 4

  /// The most values or alternatives that are tried one by one.
  private static let maximumTrials = 100

  /// Why no value satisfies both; nil if that can't be shown.
  func reason(_ left: Conjunction, _ right: Conjunction, depth: Int = 0) -> Reason? {
    guard depth < Self.maximumDepth, left.isComplete, right.isComplete else { return nil }
    let common = commonKinds(left, right)
    if common.isEmpty { return .kind }
    if areDisjointByValue(left, right) || areDisjointByValue(right, left) { return .value }
    var reason: Reason?
    for kind in common {
      guard let found = self.reason(for: kind, left, right, depth) else {
        return reasonOfAlternatives(left, right, depth)
      }
      reason = reason ?? found
    }
    return reason
  }

  /// The kinds of value that both may accept.
  private func commonKinds(_ left: Conjunction, _ right: Conjunction) -> [Type.Name] {
    let all: [Type.Name] = [.null, .boolean, .string, .number, .array, .object]
    let (own, other) = (kinds(of: left), kinds(of: right))
    return (own.isEmpty ? all : own).compactMap { $0.common(with: other.isEmpty ? all : other) }
  }

  private func kinds(of schemas: Conjunction) -> [Type.Name] {
    assumesKinds ? schemas.kinds : schemas.statedKinds ?? []
  }

  /// Whether a schema lists its values and none of them satisfies both.
  private func areDisjointByValue(_ left: Conjunction, _ right: Conjunction) -> Bool {
    guard let values = left.values, values.count <= Self.maximumTrials else { return false }
    return !values.contains { left.accepts($0) && right.accepts($0) }
  }

  private func reason(
    for kind: Type.Name, _ left: Conjunction, _ right: Conjunction, _ depth: Int
  ) -> Reason? {
    switch kind {
    case .null: return areRefused([.null], left, right) ? .value : nil
    case .boolean:
      return areRefused([.boolean(false), .boolean(true)], left, right) ? .value : nil
    case .string:
      return areApart(left, right, MinLength.self, MaxLength.self) ? .size : nil
    case .number, .integer: return NumberRange(left).isApart(from: NumberRange(right)) ? .size : nil
    case .array:
      if areApart(left, right, MinItems.self, MaxItems.self) { return .size }
      return haveDisjointElements(left, right, depth) ? .elements : nil
    case .object:
      if areApart(left, right, MinProperties.self, MaxProperties.self) { return .size }
      return reasonOfMembers(left, right, depth)
    }
  }

  /// Whether each of some values is refused by one of the schemas.
  private func areRefused(
    _ values: [JSON], _ left: Conjunction, _ right: Conjunction
  ) -> Bool {
    !values.contains { left.accepts($0) && right.accepts($0) }
  }

  /// Whether one asks for more of something than the other allows.
  private func areApart<Least: CountBound, Most: CountBound>(
    _ left: Conjunction, _ right: Conjunction, _ least: Least.Type, _ most: Most.Type
  ) -> Bool {
    let bounds = left.parts + right.parts
    let floor = bounds.compactMap { $0[least]?.limit }.max() ?? 0
    let ceiling = bounds.compactMap { $0[most]?.limit }.min() ?? .max
    return floor > ceiling
  }

  private func haveDisjointElements(
    _ left: Conjunction, _ right: Conjunction, _ depth: Int
  ) -> Bool {
    let parts = left.parts + right.parts
    // Of an array that may be empty the elements say nothing.
    guard parts.contains(where: { ($0[MinItems.self]?.limit ?? 0) > 0 }),
      !parts.contains(where: { $0[PrefixItems.self] != nil })
    else { return false }
    let (own, other) = (left.all(Items.self).map(\.schema), right.all(Items.self).map(\.schema))
    guard !own.isEmpty, !other.isEmpty else { return false }
    return reason(Conjunction(own), Conjunction(other), depth: depth + 1) != nil
  }
}

// Objects.
extension Disjointness {
  private func reasonOfMembers(
    _ left: Conjunction, _ right: Conjunction, _ depth: Int
  ) -> Reason? {
    var names = left.requiredNames
    let known = Set(names)
    names += right.requiredNames.filter { !known.contains($0) }
    for name in names.prefix(Self.maximumTrials) {
      let (own, other) = (left.schemas(ofMember: name), right.schemas(ofMember: name))
      if (own + other).contains(where: \.refusesEverything) { return .presence(name) }
      guard !own.isEmpty, !other.isEmpty else { continue }
      if reason(Conjunction(own), Conjunction(other), depth: depth + 1) != nil {
        return .member(name)
      }
    }
    let required = Set(names)
    let refused = (left.parts + right.parts).compactMap { $0[Not.self]?.schema }
    for schema in refused where schema.onlyRequires {
      let absent = schema[Required.self]?.names ?? []
      if let name = absent.first, required.isSuperset(of: absent) { return .presence(name) }
    }
    return nil
  }

  /// Whether all alternatives of one of the schemas are disjoint from the other.
  private func reasonOfAlternatives(
    _ left: Conjunction, _ right: Conjunction, _ depth: Int
  ) -> Reason? {
    for (one, other) in [(left, right), (right, left)] {
      guard let choice = one.choices.first, choice.alternatives.count <= Self.maximumTrials else {
        continue
      }
      let rest = one.choosing(from: choice).withoutChoices
      let areAll = choice.alternatives.allSatisfy {
        reason(rest.adding($0), other, depth: depth + 1) != nil
      }
      if areAll { return .alternatives }
    }
    return nil
  }
}

extension Conjunction {
  /// Whether what was asked for accepts a value; of alternatives that were chosen from only the
  /// chosen one counts.
  func accepts(_ value: JSON) -> Bool {
    let accepted = try? withJSON(value.json) { view in
      checkedSchemas.allSatisfy { $0.accepts(view) }
    }
    return accepted ?? true
  }

  /// Whether no value has a member of that name.
  func refusesMember(_ name: String) -> Bool {
    schemas(ofMember: name).contains(where: \.refusesEverything)
  }

  /// What is said of a member, by name, by patterns, or of all that have no name.
  func schemas(ofMember name: String) -> [Schema] {
    parts.flatMap { part -> [Schema] in
      let named = part[Properties.self]?.properties.first { $0.name == name }?.schema
      let matching = part[PatternProperties.self]?.schemas(matching: name) ?? []
      if named != nil || !matching.isEmpty { return [named].compactMap(\.self) + matching }
      return [part[AdditionalProperties.self]?.schema].compactMap(\.self)
    }
  }
}

/// A bound on a count.
private protocol CountBound: Keyword {
  var limit: Int { get }
}

extension MinLength: CountBound {}
extension MaxLength: CountBound {}
extension MinItems: CountBound {}
extension MaxItems: CountBound {}
extension MinProperties: CountBound {}
extension MaxProperties: CountBound {}

/// The numbers that bounds leave.
private struct NumberRange {
  var least: JSONNumber?
  var isLeastExcluded = false
  var most: JSONNumber?
  var isMostExcluded = false

  init(_ schemas: Conjunction) {
    for limit in schemas.all(Minimum.self).map(\.limit) { raise(to: limit, isExcluded: false) }
    for limit in schemas.all(ExclusiveMinimum.self).map(\.limit) {
      raise(to: limit, isExcluded: true)
    }
    for limit in schemas.all(Maximum.self).map(\.limit) { lower(to: limit, isExcluded: false) }
    for limit in schemas.all(ExclusiveMaximum.self).map(\.limit) {
      lower(to: limit, isExcluded: true)
    }
  }

  private mutating func raise(to limit: JSONNumber, isExcluded: Bool) {
    if let least, limit < least || (limit == least && !isExcluded) { return }
    (least, isLeastExcluded) = (limit, isExcluded)
  }

  private mutating func lower(to limit: JSONNumber, isExcluded: Bool) {
    if let most, limit > most || (limit == most && !isExcluded) { return }
    (most, isMostExcluded) = (limit, isExcluded)
  }

  /// Whether no number is in both ranges.
  func isApart(from other: NumberRange) -> Bool {
    isBelow(other) || other.isBelow(self)
  }

  private func isBelow(_ other: NumberRange) -> Bool {
    guard let most, let least = other.least else { return false }
    return most < least || (most == least && (isMostExcluded || other.isLeastExcluded))
  }
}
