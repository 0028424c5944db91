import ApusCore

/// Looks for a value that satisfies schemas: it makes likely ones, and has the schemas judge them.
struct WitnessSearch {
  let facts: SchemaFacts

  /// How many values may still be made, so that the search ends whatever the schemas are.
  private var budget = 3_000

  private static let maximumDepth = 6

  init(facts: SchemaFacts) {
    self.facts = facts
  }

  /// A value that all of the schemas accept; nil if none was found.
  mutating func value(of schemas: Conjunction) -> JSON? {
    candidates(for: schemas, depth: 0).first { value in
      schemas.isSatisfied(by: value) && schemas.accepts(value)
    }
  }

  /// Values that schemas may accept, the likeliest first.
  private mutating func candidates(for schemas: Conjunction, depth: Int) -> [JSON] {
    guard depth < Self.maximumDepth, budget > 0 else { return [] }
    if let choice = schemas.choices.first {
      let rest = schemas.choosing(from: choice)
      var result: [JSON] = []
      for alternative in choice.alternatives.prefix(8) {
        let chosen = rest.adding(alternative)
        result += candidates(for: chosen, depth: depth + 1).filter { chosen.isSatisfied(by: $0) }
          .prefix(2)
      }
      return result
    }
    if let values = schemas.values { return spend(Array(values.prefix(50))) }
    var result = spend(schemas.examples)
    let all: [Type.Name] = [.object, .string, .integer, .number, .boolean, .array, .null]
    let kinds = schemas.statedKinds ?? (schemas.kinds + all.filter { !schemas.kinds.contains($0) })
    for kind in kinds { result += values(of: kind, for: schemas, depth) }
    return result
  }

  private mutating func spend(_ values: [JSON]) -> [JSON] {
    let affordable = Array(values.prefix(max(budget, 0)))
    budget -= affordable.count
    return affordable
  }

  private mutating func values(
    of kind: Type.Name, for schemas: Conjunction, _ depth: Int
  ) -> [JSON] {
    switch kind {
    case .null: spend([.null])
    case .boolean: spend([.boolean(true), .boolean(false)])
    case .string: spend(schemas.likelyTexts.map(JSON.string))
    case .integer, .number: spend(schemas.likelyNumbers.map(JSON.number))
    case .array: arrays(for: schemas, depth)
    case .object: objects(for: schemas, depth)
    }
  }

  private mutating func arrays(for schemas: Conjunction, _ depth: Int) -> [JSON] {
    let least = min(schemas.all(MinItems.self).map(\.limit).max() ?? 0, 20)
    guard least > 0 else { return spend([.array([])]) }
    let items = Conjunction(schemas.all(Items.self).map(\.schema))
    let elements = candidates(for: items, depth: depth + 1).filter { items.isSatisfied(by: $0) }
    guard let first = elements.first else { return [] }
    let isUnique = schemas.first(UniqueItems.self) != nil
    let chosen =
      isUnique ? Array(elements.prefix(least)) : Array(repeating: first, count: least)
    return spend([.array(chosen)])
  }

  private mutating func objects(for schemas: Conjunction, _ depth: Int) -> [JSON] {
    var members: [String: JSON] = [:]
    for name in schemas.requiredNames {
      guard let value = member(name, of: schemas, depth) else { return [] }
      members[name] = value
    }
    let least = min(schemas.all(MinProperties.self).map(\.limit).max() ?? 0, 20)
    for property in schemas.properties where members.count < least && members[property.name] == nil
    {
      members[property.name] = member(property.name, of: schemas, depth)
    }
    return spend([.object(members)])
  }

  private mutating func member(_ name: String, of schemas: Conjunction, _ depth: Int) -> JSON? {
    let all = Conjunction(schemas.schemas(ofMember: name))
    return candidates(for: all, depth: depth + 1).first { all.isSatisfied(by: $0) }
  }
}

extension Conjunction {
  /// Whether a value satisfies what each part says by itself; of alternatives that were chosen from
  /// only the chosen one counts.
  fileprivate func isSatisfied(by value: JSON) -> Bool {
    let isSatisfied = try? withJSON(value.json) { view in
      parts.allSatisfy { ownSchema(of: $0).accepts(view) }
    }
    return isSatisfied ?? false
  }

  /// A part without those that it includes, which are parts as well.
  private func ownSchema(of part: Schema) -> Schema {
    Schema(
      rules: part.rules.filter { rule in
        switch rule.keyword {
        case is Reference, is AllOf, is UnevaluatedProperties, is UnevaluatedItems: false
        case is OneOf: !isSettled(part, isExclusive: true)
        case is AnyOf: !isSettled(part, isExclusive: false)
        default: true
        }
      })
  }

  /// The values that the document gives as examples.
  fileprivate var examples: [JSON] {
    parts.flatMap { part -> [JSON] in
      (part[Examples.self]?.values ?? [])
        + [part[Example.self]?.value, part[Default.self]?.value].compactMap(\.self)
    }
  }

  fileprivate var likelyTexts: [String] {
    let least = min(all(MinLength.self).map(\.limit).max() ?? 0, 1_000)
    let formatted = all(FormatKeyword.self).compactMap { Self.sampleTexts[$0.formatName] }
    return formatted + [
      String(repeating: "a", count: max(least, 1)), String(repeating: "0", count: least),
    ]
  }

  /// A text of each format that is asked for most.
  private static let sampleTexts = [
    "uuid": "00000000-0000-4000-8000-000000000000", "date-time": "2000-01-01T00:00:00Z",
    "date": "2000-01-01", "time": "00:00:00Z", "duration": "P1D", "email": "a@example.com",
    "hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "::1", "uri": "https://example.com/",
    "uri-reference": "a", "byte": "AAAA", "json-pointer": "/a", "regex": "a",
  ]

  fileprivate var likelyNumbers: [JSONNumber] {
    var numbers: [JSONNumber] = []
    numbers += all(Minimum.self).map(\.limit) + all(Maximum.self).map(\.limit)
    for limit in all(ExclusiveMinimum.self).map(\.limit) {
      numbers += limit.int64.map { [JSONNumber($0 &+ 1)] } ?? []
    }
    for limit in all(ExclusiveMaximum.self).map(\.limit) {
      numbers += limit.int64.map { [JSONNumber($0 &- 1)] } ?? []
    }
    return numbers + all(MultipleOf.self).map(\.limit) + [0, 1, -1, 0.5]
  }
}
