extension ParameterStyle {
  /// The first meaning of a text that the document allows, or what is wrong with the likeliest.
  ///
  /// - Parameter values: What the text can be.
  func decoded<Value: JSONCodable>(
    _ type: Value.Type, _ values: [ParameterValue], _ schema: Schema?, direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    var refusals: [RefusedReading] = []
    for (bytes, isScalar) in meanings(of: values, schema) {
      let (value, violations) = decodedAndChecked(type, bytes, schema, direction: direction)
      if let value, violations.isEmpty { return (value, []) }
      refusals.append(RefusedReading(violations: violations, isScalar: isScalar))
    }
    if let nearest = refusals.first(where: \.isNear) { return (nil, nearest.violations) }
    if case .array(let elements) = values.first, !values.contains(where: \.isScalar) {
      return (nil, [Violation(expected: "one value", found: "\(elements.count)")])
    }
    let likeliest = refusals.first(where: \.isInside) ?? refusals.first(where: \.isScalar)
    let violations = (likeliest ?? refusals.first)?.violations
    return (nil, violations ?? [Violation(expected: "text of its style", found: "other text")])
  }

  /// The same for those who would rather have a value that breaks rules than none.
  func tolerated<Value: JSONCodable>(
    _ type: Value.Type, _ values: [ParameterValue], _ schema: Schema?, direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    let (value, violations) = decoded(type, values, schema, direction: direction)
    guard value == nil, schema != nil else { return (value, violations) }
    return (decoded(type, values, nil, direction: direction).value, violations)
  }

  /// The JSON texts that values can stand for, each made when it is asked for.
  private func meanings(
    of values: [ParameterValue], _ schema: Schema?
  ) -> some Sequence<(bytes: [UInt8], isScalar: Bool)> {
    let rules = schema.map { [$0] } ?? []
    return values.lazy.flatMap { value in
      [false, true].lazy.map { prefersLiterals in
        if form == .json, case .scalar(let text) = value { return (Array(text.utf8), true) }
        var reading = ParameterReading(prefersLiterals: prefersLiterals)
        return (reading.json(of: value, by: rules).json, value.isScalar)
      }
    }
  }
}

/// Why a text is not what one of its meanings would be.
private struct RefusedReading {
  let violations: [Violation]
  /// Whether that meaning is the text as it stands.
  let isScalar: Bool

  /// Whether it is of the right kind.
  var isNear: Bool { !violations.contains(where: \.concernsKind) }
  /// Whether it is of the right kind itself, and what is in it isn't.
  var isInside: Bool { violations.allSatisfy { !$0.instance.isEmpty } }
}
