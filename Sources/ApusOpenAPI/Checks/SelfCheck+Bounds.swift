import ApusCore
import ApusSource

// Schemas that no value can satisfy.
extension SelfCheck {
  /// Checks that there are values between the bounds of a schema.
  mutating func checkBounds(of schema: Schema) {
    checkCounts(schema[MinLength.self]?.limit, schema[MaxLength.self]?.limit, of: schema) {
      ("no string is so long", MinLength.name, MaxLength.name)
    }
    checkCounts(schema[MinItems.self]?.limit, schema[MaxItems.self]?.limit, of: schema) {
      ("no array has so many elements", MinItems.name, MaxItems.name)
    }
    checkCounts(schema[MinProperties.self]?.limit, schema[MaxProperties.self]?.limit, of: schema) {
      ("no object has so many members", MinProperties.name, MaxProperties.name)
    }
    if schema[Contains.self] != nil {
      let least = schema[MinContains.self]?.limit
      checkCounts(least ?? 1, schema[MaxContains.self]?.limit, of: schema) {
        (
          "no array has so many of the elements that are asked for",
          least == nil ? Contains.name : MinContains.name, MaxContains.name
        )
      }
    }
    checkNumbers(of: schema)
  }

  private mutating func checkCounts(
    _ least: Int?, _ most: Int?, of schema: Schema,
    _ words: () -> (message: String, lower: String, upper: String)
  ) {
    guard let least, let most, least > most else { return }
    let (message, lower, upper) = words()
    warn(
      "\(message): at least \(least), and at most \(most)", at: span(of: schema, [lower]),
      against: "'\(upper)' is \(most)", at: span(of: schema, [upper]))
  }

  private mutating func checkNumbers(of schema: Schema) {
    guard let lower = schema.lowerBound, let upper = schema.upperBound else { return }
    let names = schema[Type.self]?.names ?? []
    let areWhole = names.contains(.integer) && !names.contains(.number)
    guard !lower.leavesRoom(below: upper, areWhole: areWhole) else { return }
    warn(
      "no \(areWhole ? "whole number" : "number") is \(lower.inWords(.lower)) and \(upper.inWords(.upper))",
      at: span(of: schema, [lower.keyword]), against: "'\(upper.keyword)' is \(upper.number)",
      at: span(of: schema, [upper.keyword]))
  }

  /// Checks that an object may have the members that it must have.
  mutating func checkRequired(of schema: Schema) {
    guard let names = schema[Required.self]?.names, let properties = schema[Properties.self] else {
      return
    }
    let refused = Set(properties.properties.filter(\.schema.refusesEverything).map(\.name))
    guard !refused.isEmpty else { return }
    for (index, name) in names.enumerated() where refused.contains(name) {
      warn(
        "the member '\(name)' is required, but no value of it is accepted",
        at: span(of: schema, [Required.name, String(index)]), against: "its schema accepts nothing",
        at: span(of: schema, [Properties.name, name]))
    }
  }

  /// Checks that a schema of arrays says what their elements are (OpenAPI 3.0.4, section 4.7.24.1).
  mutating func checkItems(of schema: Schema) {
    guard schema[Type.self]?.names.contains(.array) == true, schema[Items.self] == nil else {
      return
    }
    diagnostics.warning(
      "an array needs 'items' in OpenAPI 3.0", at: span(of: schema, [Type.name]))
  }

  /// Checks that there are kinds of values that a schema and all parts of its `allOf` accept.
  mutating func checkTypes(of schema: Schema) {
    guard let parts = schema[AllOf.self]?.schemas else { return }
    var allowed: (kinds: Set<Type.Name>, span: SourceSpan?)?
    for part in [schema] + parts {
      guard let (types, owner) = part.statedTypes() else { continue }
      let kinds = Set(types.flatMap(\.included))
      let span = span(of: owner, [Type.name])
      guard let known = allowed else {
        allowed = (kinds, span)
        continue
      }
      guard known.kinds.isDisjoint(with: kinds) else {
        allowed = (known.kinds.intersection(kinds), known.span)
        continue
      }
      let words = types.map(\.noun).joined(separator: " or ")
      warn(
        "no value is \(words) and what else 'allOf' asks for",
        at: self.span(of: part) ?? span, against: "another kind of value is asked for here",
        at: known.span)
      return
    }
  }
}

/// A bound of numbers.
private struct NumberBound {
  enum Side { case lower, upper }

  var number: JSONNumber
  var isExclusive: Bool
  var keyword: String

  func inWords(_ side: Side) -> String {
    switch (side, isExclusive) {
    case (.lower, false): "at least \(number)"
    case (.lower, true): "greater than \(number)"
    case (.upper, false): "at most \(number)"
    case (.upper, true): "less than \(number)"
    }
  }

  /// Whether there is a number between this lower bound and an upper one.
  func leavesRoom(below upper: NumberBound, areWhole: Bool) -> Bool {
    guard number < upper.number else {
      return number == upper.number && !isExclusive && !upper.isExclusive
        && (!areWhole || number.isInteger)
    }
    // Beyond 2⁵³, doubles don't tell neighbours apart.
    guard areWhole, let low = number.double, let high = upper.number.double,
      max(abs(low), abs(high)) < 0x1p53
    else { return true }
    let least = isExclusive && number.isInteger ? low + 1 : low.rounded(.up)
    let greatest = upper.isExclusive && upper.number.isInteger ? high - 1 : high.rounded(.down)
    return least <= greatest
  }
}

extension Schema {
  fileprivate var lowerBound: NumberBound? {
    let inclusive = self[Minimum.self]?.limit
    let exclusive = self[ExclusiveMinimum.self]?.limit
    if let exclusive, inclusive.map({ exclusive >= $0 }) ?? true {
      return NumberBound(number: exclusive, isExclusive: true, keyword: ExclusiveMinimum.name)
    }
    return inclusive.map { NumberBound(number: $0, isExclusive: false, keyword: Minimum.name) }
  }

  fileprivate var upperBound: NumberBound? {
    let inclusive = self[Maximum.self]?.limit
    let exclusive = self[ExclusiveMaximum.self]?.limit
    if let exclusive, inclusive.map({ exclusive <= $0 }) ?? true {
      return NumberBound(number: exclusive, isExclusive: true, keyword: ExclusiveMaximum.name)
    }
    return inclusive.map { NumberBound(number: $0, isExclusive: false, keyword: Maximum.name) }
  }

  /// Whether it is the schema `false`.
  fileprivate var refusesEverything: Bool { rules.contains { $0.keyword is Nothing } }

  /// The kinds that the schema, or the one that it refers to, names, and which of them names them.
  fileprivate func statedTypes(_ depth: Int = 0) -> (types: [Type.Name], owner: Schema)? {
    if let type = self[Type.self] { return (type.names, self) }
    guard depth < 16, let reference = self[ApusCore.Reference.self] else { return nil }
    return reference.target.schema.statedTypes(depth + 1)
  }
}

extension Type.Name {
  /// The kinds that are of this kind: integers are numbers.
  fileprivate var included: [Type.Name] { self == .number ? [.number, .integer] : [self] }
}
