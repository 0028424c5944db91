import ApusCore

// `oneOf`, `anyOf` and several kinds become unions.
extension Lowering {
  /// What schemas are of which alternatives make a difference to the type; nil if there are none.
  mutating func union(
    _ conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    for choice in conjunction.choices where !choice.isTelling { accounts.add(choice, .presence) }
    let choices = conjunction.choices.filter(\.isTelling)
    guard
      let choice = choices.first(where: { !$0.alternatives.allSatisfy(\.onlyRequires) })
        ?? choices.first
    else { return nil }
    let others = choices.filter { $0.key != choice.key }
    var shared = conjunction.choosing(from: choice)
    if !areJoined(others, with: choice, at: site) {
      warn(of: others)
      shared = shared.withoutChoices
    }
    let alternatives = choice.reachable.enumerated().compactMap {
      alternative($0.element, at: $0.offset, besides: shared)
    }
    guard let first = alternatives.first else {
      accounts.add(choice, .untyped)
      return .any
    }
    if alternatives.count == 1 {
      let isOptional = choice.reachable.contains { facts.conjunction(of: $0).isNullOnly }
      accounts.add(choice, isOptional ? .optional : .single, alternatives)
      return reference(of: first.joined, at: site, nested: &nested)
        ?? structure(of: first.joined, at: site, nested: &nested)
    }
    if let enumeration = EnumerationShape(of: alternatives) {
      accounts.add(choice, enumeration.isOpen ? .openEnumeration : .enumeration, alternatives)
      return .enumeration(enumeration)
    }
    return union(of: alternatives, choice, besides: shared, at: site, nested: &nested)
  }

  /// An alternative, unless it is null, which a type says otherwise, or no value can satisfy it.
  private func alternative(
    _ schema: Schema, at index: Int, besides shared: Conjunction
  ) -> UnionAlternative? {
    let joined = shared.adding(schema)
    let kinds = joined.statedKinds
    if facts.conjunction(of: schema).isNullOnly || joined.isNullOnly { return nil }
    if let kinds, kinds.isEmpty { return nil }
    return UnionAlternative(index: index, schema: schema, joined: joined)
  }

  /// Whether each alternative is joined with each of other lists, which then tell the cases of each
  /// alternative's type apart: so long as that makes few types.
  private func areJoined(
    _ others: [Conjunction.Choice], with choice: Conjunction.Choice, at site: Site
  ) -> Bool {
    guard !others.isEmpty else { return true }
    let all = others + [choice]
    let count = all.reduce(1) { count, choice in
      count < Self.maximumCombinations ? count * max(1, choice.alternatives.count) : count
    }
    let areFlat = all.flatMap(\.alternatives).allSatisfy { alternative in
      !facts.conjunction(of: alternative).choices.contains(where: \.isTelling)
    }
    return count <= Self.maximumCombinations && areFlat
      && site.joins + others.count < Self.maximumJoins
  }

  private static var maximumCombinations: Int { 32 }

  private mutating func warn(of others: [Conjunction.Choice]) {
    for other in others {
      accounts.add(other, .untyped)
      warn(
        "alternatives beside others have no types of their own: what they describe is kept, and "
          + "checked by its schema",
        at: other.holder.location?.pointer ?? "")
    }
  }

  /// A union, or the one type that all alternatives come to.
  private mutating func union(
    of alternatives: [UnionAlternative], _ choice: Conjunction.Choice, besides shared: Conjunction,
    at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let groups = choice.isExclusive ? RequiredGroups(alternatives.map(\.schema)) : nil
    var common: [TypeDeclaration] = []
    declareShared(shared, at: site, nested: &common)
    let labels = UnionLabels.labels(for: alternatives, besides: shared, facts, document)
    var branches: [UnionBranch] = []
    for (index, alternative) in alternatives.enumerated() {
      let label = groups?.label(of: index) ?? labels[index]
      let shape = shape(
        of: alternative, called: label, besides: shared, at: site, nested: &nested)
      if let groups, case .object(var object) = nested.last?.shape {
        object.properties = groups.possible(object.properties, in: index)
        nested[nested.count - 1].shape = .object(object)
      }
      branches.append(UnionBranch(alternatives: [alternative], label: label, shape: shape))
    }
    nested += common
    branches = branches.collapsed
    if let only = branches.first, branches.count == 1 {
      accounts.add(choice, .oneType, alternatives)
      return only.shape
    }
    let discrimination = discrimination(of: branches, choice, groups, besides: shared)
    accounts.add(
      choice, UnionAccount.Settlement(discrimination), alternatives,
      branches: zip(branches, discrimination.tests).map { branch, test in
        UnionAccount.Branch(
          label: branch.label, alternatives: branch.alternatives.map(\.index), test: test)
      })
    return .union(
      UnionShape(
        branches: branches.map { UnionShape.Branch(label: $0.label, shape: $0.shape) },
        discrimination: discrimination))
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
    of alternative: UnionAlternative, called label: Label, besides shared: Conjunction,
    at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let schema = alternative.schema
    var place = site.alternative(alternative.index, called: label)
    // What stands beside alternatives inside alternatives, and so on, would be joined with every
    // combination of them.
    let isAlone = facts.addsNothing(shared, to: facts.conjunction(of: schema))
    if isAlone || site.joins >= Self.maximumJoins {
      return shape(of: schema, at: place, nested: &nested).withoutNull
    }
    place.joins += 1
    let pointer = schema.location?.pointer ?? ""
    // Of several lists the later ones are looked at once for each alternative of the first.
    let isAtSite = site.joins == 0 || pointer.hasPrefix(site.pointer + "/")
    let identifier = TypeIdentifier(
      pointer: site.holds(pointer) && isAtSite ? pointer : place.pointer)
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

  /// How the values of branches are told apart.
  private func discrimination(
    of branches: [UnionBranch], _ choice: Conjunction.Choice, _ groups: RequiredGroups?,
    besides shared: Conjunction
  ) -> Discrimination {
    if let groups {
      return Discrimination(
        tests: groups.groups.map { .members($0) }, choice: nil, isExclusive: true)
    }
    let discriminator =
      shared.first(Discriminator.self) ?? branches.first?.schemas.first?.first(Discriminator.self)
    var discriminating = Discriminating(
      branches, discriminator: discriminator, in: document, facts)
    let (tests, isExclusive) = discriminating.discriminate(isExclusive: choice.isExclusive)
    let usesSchemas = tests.contains { if case .alternatives = $0 { true } else { false } }
    return Discrimination(
      tests: tests,
      choice: usesSchemas
        ? Discrimination.Choice(holder: choice.holder, isOneOf: choice.isExclusive) : nil,
      isExclusive: isExclusive, discriminator: discriminator?.propertyName)
  }
}

extension Schema {
  /// What a schema, or the one that it refers to, says of itself.
  fileprivate var ownDescription: String? {
    self[Description.self]?.text ?? self[Reference.self]?.target.schema[Description.self]?.text
  }
}
