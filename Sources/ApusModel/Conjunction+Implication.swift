import ApusCore

// What makes no difference to a type.
extension SchemaFacts {
  /// The schemas without those that say nothing about a type that the others do not say too; at
  /// least one.
  func telling(_ schemas: [Schema]) -> [Schema] {
    guard schemas.count > 1 else { return schemas }
    var seen: Set<ObjectIdentifier> = []
    var result = schemas.filter { seen.insert(ObjectIdentifier($0)).inserted }
    for schema in result where result.count > 1 {
      let others = result.filter { $0 !== schema }
      if addsNothing(conjunction(of: schema), to: Conjunction(others)) { result = others }
    }
    return result
  }

  /// The reference that says all that the schemas do about a type, if there is one.
  func soleReference(of conjunction: Conjunction) -> SchemaReference? {
    // Of several the one that includes most is the only one that can include all of it.
    // One that includes what it is asked for is no other type.
    let candidate = conjunction.references.prefix(8)
      .map { (reference: $0, type: self.conjunction(of: $0.schema)) }
      .filter { !conjunction.schemas.contains(where: $0.type.reaches) }
      .max { $0.type.parts.count < $1.type.parts.count }
    guard let candidate, addsNothing(conjunction, to: candidate.type) else { return nil }
    return candidate.reference
  }

  /// Whether some schemas make no difference to the type of others.
  func addsNothing(_ schemas: Conjunction, to type: Conjunction, depth: Int = 0) -> Bool {
    guard schemas.isComplete, type.isComplete, depth < 4 else { return false }
    let known = Set(type.parts.map(ObjectIdentifier.init))
    let isOpen = schemas.choices.contains { choice in
      choice.isTelling && !known.contains(ObjectIdentifier(choice.holder))
        && !choice.alternatives.contains(where: type.includes)
    }
    guard !isOpen else { return false }
    let rest = schemas.parts.filter { !known.contains(ObjectIdentifier($0)) }
    guard !rest.isEmpty else { return true }
    return rest.allSatisfy { part in
      part.rules.allSatisfy { addsNothing($0.keyword, of: part, to: type, depth) }
    }
  }

  private func addsNothing(
    _ keyword: any Keyword, of part: Schema, to type: Conjunction, _ depth: Int
  ) -> Bool {
    switch keyword {
    case let kinds as Type:
      // Whether null is one of them is told beside the type.
      let known = type.kinds.filter { $0 != .null }
      return !known.isEmpty
        && known.allSatisfy {
          kinds.names.contains($0) || ($0 == .integer && kinds.names.contains(.number))
        }
    case let required as Required:
      return Set(required.names).isSubset(of: type.requiredNames)
    case let properties as Properties:
      return properties.properties.allSatisfy { addsNothing($0, to: type, depth) }
    case let enumeration as Enumeration:
      return type.values.map { Set($0).isSubset(of: enumeration.values) } ?? false
    case let constant as Constant:
      return type.values == [constant.value]
    case let format as FormatKeyword:
      return format.format?.type == nil
        || type.all(FormatKeyword.self).contains { $0.format == format.format }
    case is AdditionalProperties, is PatternProperties, is Items, is PrefixItems:
      return false
    default:
      // Alternatives were looked at, what is included is among the parts, and the rest says nothing
      // about types.
      return true
    }
  }

  private func addsNothing(_ property: Property, to type: Conjunction, _ depth: Int) -> Bool {
    let known = type.schemas(ofProperty: property.name)
    return !known.isEmpty
      && addsNothing(conjunction(of: property.schema), to: Conjunction(known), depth: depth + 1)
  }
}
