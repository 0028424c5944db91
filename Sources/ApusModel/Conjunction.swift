import ApusCore

/// Schemas all of which a value satisfies, with all that they include by `$ref` and `allOf`.
///
/// A type that is made of some of the parts can hold every value that satisfies all of them: so
/// nothing is lost where a part says what no type can.
package struct Conjunction {
  /// The schemas that were asked for.
  package private(set) var schemas: [Schema] = []

  /// Those and all that they include, each once: what stands in an included schema comes where the
  /// document includes it.
  package private(set) var parts: [Schema] = []

  /// The references that the schemas themselves make, and not one that these lead to.
  private(set) var references: [SchemaReference] = []

  /// Whether there was room for every part.
  private(set) var isComplete = true

  private var included: Set<ObjectIdentifier> = []
  /// The choices of which one alternative is among the schemas.
  private(set) var chosen: Set<Choice.Key> = []
  /// The choices that are of no interest.
  private(set) var ignored: Set<Choice.Key> = []

  /// The most schemas that are taken together, so that long chains of them, each of which includes
  /// the one before, don't take the square of their number.
  private static let maximumParts = 1_000

  package init(_ schemas: [Schema]) {
    for schema in schemas { add(schema) }
  }

  /// The same, of one schema more.
  package func adding(_ schema: Schema) -> Conjunction {
    var result = self
    result.add(schema)
    return result
  }

  /// The same, of which an alternative of a choice is to be added.
  func choosing(from choice: Choice) -> Conjunction {
    var result = self
    result.chosen.insert(choice.key)
    return result
  }

  /// The same, with no choice left open.
  var withoutChoices: Conjunction {
    var result = self
    result.ignored.formUnion(choices.map(\.key))
    return result
  }

  /// Whether the value is already known to satisfy a schema.
  func includes(_ schema: Schema) -> Bool {
    if reaches(schema) { return true }
    guard let target = schema[Reference.self]?.target.schema else { return false }
    return reaches(target)
  }

  /// Whether a schema is among those that are included.
  func reaches(_ schema: Schema) -> Bool {
    included.contains(ObjectIdentifier(schema))
  }

  /// What is still to be looked at, the next one last.
  private enum Step {
    case include(Schema, isReferred: Bool)
    case take(Schema)
  }

  private mutating func add(_ schema: Schema) {
    schemas.append(schema)
    var steps = [Step.include(schema, isReferred: false)]
    while let step = steps.popLast() {
      switch step {
      case .take(let part):
        if parts.count < Self.maximumParts { parts.append(part) } else { isComplete = false }
      case .include(let schema, let isReferred):
        guard included.insert(ObjectIdentifier(schema)).inserted else { continue }
        steps += self.steps(of: schema, isReferred: isReferred).reversed()
      }
    }
  }

  /// A schema's own part and those that it includes, in the order of the document: its own stands
  /// where its properties do.
  private mutating func steps(of schema: Schema, isReferred: Bool) -> [Step] {
    var steps: [Step] = []
    var isTaken = false
    for rule in schema.rules {
      switch rule.keyword {
      case let reference as Reference:
        if !isReferred { references.append(reference.target) }
        steps.append(.include(reference.target.schema, isReferred: true))
      case let all as AllOf:
        steps += all.schemas.map { .include($0, isReferred: isReferred) }
      case is Properties:
        steps.append(.take(schema))
        isTaken = true
      default: continue
      }
    }
    return isTaken ? steps : steps + [.take(schema)]
  }
}

// What the parts say together.
extension Conjunction {
  /// The schema of all that was asked for.
  var schema: Schema {
    if let schema = schemas.first, schemas.count == 1 { return schema }
    return Schema(allOf: schemas)
  }

  /// The first argument of a keyword among the parts.
  package func first<Unit: Keyword>(_ keyword: Unit.Type) -> Unit? {
    for part in parts {
      if let unit = part[keyword] { return unit }
    }
    return nil
  }

  /// Every argument of a keyword among the parts.
  package func all<Unit: Keyword>(_ keyword: Unit.Type) -> [Unit] {
    parts.compactMap { $0[keyword] }
  }

  /// The values that `enum` and `const` leave, each once; nil if neither is there.
  package var values: [JSON]? {
    var result: [JSON]?
    for part in parts {
      for values in [part[Enumeration.self]?.values, part[Constant.self].map { [$0.value] }] {
        guard let values else { continue }
        let allowed = Set(values)
        var seen: Set<JSON> = []
        result = (result ?? values).filter { allowed.contains($0) && seen.insert($0).inserted }
      }
    }
    return result
  }

  /// The kinds that `type` leaves; nil if it is nowhere.
  package var statedKinds: [Type.Name]? {
    all(Type.self).map(\.names).reduce(nil) { result, names in
      result.map { $0.compactMap { $0.common(with: names) } } ?? names
    }
  }

  /// The kinds that keywords other than `type` speak of.
  ///
  /// A schema that describes members is taken to describe objects, though it would accept values of
  /// every other kind too.
  var impliedKinds: [Type.Name] {
    if let values { return Type.Name.allCases.filter { kind in values.contains(where: kind.isOf) } }
    let rules = parts.flatMap(\.rules).map(\.keyword)
    let isAboutMembers = rules.contains {
      $0 is Properties || $0 is AdditionalProperties || $0 is PatternProperties || $0 is Required
    }
    if isAboutMembers { return [.object] }
    return rules.contains { $0 is Items || $0 is PrefixItems } ? [.array] : []
  }

  /// The kinds of the values, as far as they are known; none if a value may be of any.
  package var kinds: [Type.Name] { statedKinds ?? impliedKinds }

  /// The names that members must have, in the order of the document.
  package var requiredNames: [String] {
    var seen: Set<String> = []
    return all(Required.self).flatMap(\.names).filter { seen.insert($0).inserted }
  }

  /// The named properties, each with all that is said of it, in the order of the document.
  package var properties: [(name: String, schemas: [Schema])] {
    var positions: [String: Int] = [:]
    var result: [(name: String, schemas: [Schema])] = []
    for property in all(Properties.self).flatMap(\.properties) {
      if let position = positions[property.name] {
        result[position].schemas.append(property.schema)
      } else {
        positions[property.name] = result.count
        result.append((property.name, [property.schema]))
      }
    }
    return result
  }

  /// What is said of the property `name`; empty if it is not named.
  package func schemas(ofProperty name: String) -> [Schema] {
    all(Properties.self).flatMap(\.properties).filter { $0.name == name }.map(\.schema)
  }
}

extension Schema {
  /// Whether it says nothing but which members are there.
  var onlyRequires: Bool {
    let rules = rules.filter(\.canBeBroken)
    return rules.count == 1 && rules.allSatisfy { $0.keyword is Required }
  }
}

extension Type.Name {
  /// The kind itself, or the part of it that is one of some others.
  package func common(with names: [Type.Name]) -> Type.Name? {
    if names.contains(self) { return self }
    switch self {
    case .integer: return names.contains(.number) ? .integer : nil
    case .number: return names.contains(.integer) ? .integer : nil
    default: return nil
    }
  }

  /// Whether a value is of this kind; a number is either an integer or not.
  fileprivate func isOf(_ value: JSON) -> Bool {
    switch value {
    case .null: self == .null
    case .boolean: self == .boolean
    case .string: self == .string
    case .array: self == .array
    case .object: self == .object
    case .number(let number): self == (number.isInteger ? .integer : .number)
    }
  }
}
