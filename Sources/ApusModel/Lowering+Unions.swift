import ApusCore

// `oneOf`, `anyOf` and several kinds become unions.
extension Lowering {
  /// Alternatives that are being made a union of.
  struct Alternative {
    /// Their places in the document's list.
    var indices: [Int]
    var schema: Schema
    /// The schema with what stands beside the alternatives.
    var joined: Conjunction
    var label: Label
    var shape: Shape
  }

  /// What schemas are of which alternatives make a difference to the type; nil if there are none.
  mutating func union(
    _ conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    let choices = conjunction.choices.filter(\.isTelling)
    guard
      let choice = choices.first(where: { !$0.alternatives.allSatisfy(\.onlyRequires) })
        ?? choices.first
    else { return nil }
    if choices.count > 1 { warnOfSecond(choices, besides: choice) }
    let shared = conjunction.withoutChoices
    let alternatives = choice.reachable.enumerated().compactMap {
      alternative($0.element, at: $0.offset, besides: shared)
    }
    guard let first = alternatives.first else { return .any }
    if alternatives.count == 1 {
      return reference(of: first.joined, at: site, nested: &nested)
        ?? structure(of: first.joined, at: site, nested: &nested)
    }
    if let values = enumerationValues(of: alternatives) {
      return .enumeration(EnumerationShape(values: values))
    }
    return union(of: alternatives, choice, besides: shared, at: site, nested: &nested)
  }

  /// An alternative, unless it is null, which a type says otherwise, or no value can satisfy it.
  private func alternative(
    _ schema: Schema, at index: Int, besides shared: Conjunction
  ) -> Alternative? {
    let joined = shared.adding(schema)
    let kinds = joined.statedKinds
    if facts.conjunction(of: schema).isNullOnly || joined.isNullOnly { return nil }
    if let kinds, kinds.isEmpty { return nil }
    return Alternative(
      indices: [index], schema: schema, joined: joined, label: .index(index + 1), shape: .any)
  }

  private mutating func warnOfSecond(
    _ choices: [Conjunction.Choice], besides choice: Conjunction.Choice
  ) {
    for other in choices
    where other.holder !== choice.holder || other.isExclusive != choice.isExclusive {
      warn(
        "alternatives beside others have no types of their own: what they describe is kept, and "
          + "checked by its schema",
        at: other.holder.location?.pointer ?? "")
    }
  }

  /// The values of alternatives all of which are enumerations.
  private func enumerationValues(of alternatives: [Alternative]) -> [String]? {
    var seen: Set<String> = []
    var values: [String] = []
    for alternative in alternatives {
      guard alternative.joined.choices.isEmpty,
        let own = alternative.joined.enumerationValues
      else { return nil }
      values += own.filter { seen.insert($0).inserted }
    }
    return values
  }

  /// A union, or the one type that all alternatives come to.
  private mutating func union(
    of alternatives: [Alternative], _ choice: Conjunction.Choice, besides shared: Conjunction,
    at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let groups = choice.isExclusive ? RequiredGroups(alternatives.map(\.schema)) : nil
    var common: [TypeDeclaration] = []
    declareShared(shared, at: site, nested: &common)
    let labels = UnionLabels.labels(for: alternatives, besides: shared, facts, document)
    var branches: [Alternative] = []
    for (index, var alternative) in alternatives.enumerated() {
      alternative.label = groups?.label(of: index) ?? labels[index]
      alternative.shape = shape(of: alternative, besides: shared, at: site, nested: &nested)
      if let groups, case .object(var object) = nested.last?.shape {
        object.properties = groups.possible(object.properties, in: index)
        nested[nested.count - 1].shape = .object(object)
      }
      branches.append(alternative)
    }
    nested += common
    branches = branches.collapsed
    if let only = branches.first, branches.count == 1 { return only.shape }
    return .union(
      UnionShape(
        branches: branches.map { UnionShape.Branch(label: $0.label, shape: $0.shape) },
        discrimination: discrimination(of: branches, choice, groups)))
  }

  /// Declares the types of what stands beside alternatives, which each of them is joined with.
  private mutating func declareShared(
    _ shared: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) {
    for (name, schemas) in shared.properties where facts.telling(schemas).count == 1 {
      _ = shape(of: schemas, at: site.property(name), nested: &nested)
    }
    let additional = shared.additional
    if additional.count == 1 { _ = shape(of: additional, at: site.value, nested: &nested) }
  }

  private mutating func shape(
    of alternative: Alternative, besides shared: Conjunction, at site: Site,
    nested: inout [TypeDeclaration]
  ) -> Shape {
    let schema = alternative.schema
    let index = alternative.indices.first ?? 0
    var place = site.alternative(index, called: alternative.label)
    // What stands beside alternatives inside alternatives, and so on, would be joined with every
    // combination of them.
    let isAlone = facts.addsNothing(shared, to: facts.conjunction(of: schema))
    if isAlone || site.joins >= Self.maximumJoins {
      return shape(of: schema, at: place, nested: &nested).withoutNull
    }
    place.joins += 1
    let pointer = schema.location?.pointer ?? ""
    let identifier = TypeIdentifier(pointer: site.holds(pointer) ? pointer : place.pointer)
    return declare(
      alternative.joined, as: identifier, at: place,
      description: schema.ownDescription, nested: &nested
    ).withoutNull
  }

  private static var maximumJoins: Int { 2 }

  /// A union of values of several kinds.
  mutating func union(
    of kinds: [Type.Name], in conjunction: Conjunction, at site: Site,
    nested: inout [TypeDeclaration]
  ) -> Shape {
    // Integers are numbers too.
    let kinds = kinds.filter { $0 != .integer || !kinds.contains(.number) }
    var branches: [UnionShape.Branch] = []
    for kind in kinds {
      let place = Site(
        label: .kind(kind), pointer: "\(site.pointer)/type/\(kind)", home: site.home,
        joins: site.joins)
      var inner: [TypeDeclaration] = []
      var shape = shape(of: kind, in: conjunction, at: place, nested: &inner)
      if shape.needsName {
        let identifier = TypeIdentifier(pointer: place.pointer)
        nested.append(
          TypeDeclaration(
            identifier: identifier, label: place.label,
            description: conjunction.schemas.description, shape: shape,
            schema: conjunction.schema, nested: inner))
        shape = .reference(identifier)
      } else {
        nested += inner
      }
      branches.append(UnionShape.Branch(label: .kind(kind), shape: shape))
    }
    if let only = branches.first, branches.count == 1 { return only.shape }
    return .union(
      UnionShape(
        branches: branches,
        discrimination: Discrimination(
          tests: kinds.map { .kinds([$0]) }, choice: nil, isExclusive: false)))
  }

  private func discrimination(
    of branches: [Alternative], _ choice: Conjunction.Choice, _ groups: RequiredGroups?
  ) -> Discrimination {
    if let groups {
      return Discrimination(
        tests: groups.groups.map { .members($0) }, choice: nil, isExclusive: true)
    }
    return Discrimination(
      tests: branches.map { .alternatives($0.indices) },
      choice: Discrimination.Choice(holder: choice.holder, isOneOf: choice.isExclusive),
      isExclusive: choice.isExclusive)
  }
}

extension Schema {
  /// What a schema, or the one that it refers to, says of itself.
  fileprivate var ownDescription: String? {
    self[Description.self]?.text ?? self[Reference.self]?.target.schema[Description.self]?.text
  }
}

extension [Lowering.Alternative] {
  /// The same with one in place of those that are of the same type.
  fileprivate var collapsed: [Lowering.Alternative] {
    var result: [Lowering.Alternative] = []
    for alternative in self {
      if let index = result.firstIndex(where: { $0.shape.isSame(as: alternative.shape) }) {
        result[index].indices += alternative.indices
      } else {
        result.append(alternative)
      }
    }
    let hasNumber = result.contains { $0.shape.isSame(as: .scalar(.number)) }
    return result.filter { !hasNumber || !$0.shape.isSame(as: .scalar(.integer)) }
  }
}

extension Shape {
  /// Whether it is spelt as another one is.
  fileprivate func isSame(as other: Shape) -> Bool {
    switch (self, other) {
    case (.any, .any): true
    case (.scalar(let scalar), .scalar(let other)): scalar == other
    case (.reference(let type), .reference(let other)): type == other
    case (.array(let shape), .array(let other)), (.dictionary(let shape), .dictionary(let other)),
      (.nullable(let shape), .nullable(let other)):
      shape.isSame(as: other)
    default: false
    }
  }
}
