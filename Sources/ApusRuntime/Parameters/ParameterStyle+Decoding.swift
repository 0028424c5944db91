extension ParameterStyle {
  /// The first meaning of a text that the document allows, or what is wrong with the likeliest.
  ///
  /// - Parameter values: What the text can be.
  func decoded<Value: JSONCodable>(
    _ type: Value.Type, _ values: [ParameterValue], _ schema: Schema?, direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    var refusals: [[Violation]] = []
    for bytes in meanings(of: values, schema) {
      let (value, violations) = decodedAndChecked(type, bytes, schema, direction: direction)
      if let value, violations.isEmpty { return (value, []) }
      refusals.append(violations)
    }
    if let nearest = refusals.first(where: { !$0.contains(where: \.concernsKind) }) {
      return (nil, nearest)
    }
    if case .array(let elements) = values.first {
      return (nil, [Violation(expected: "one value", found: "\(elements.count)")])
    }
    return (nil, refusals.first ?? [Violation(expected: "text of its style", found: "other text")])
  }

  /// The JSON texts that values can stand for, each made when it is asked for.
  private func meanings(
    of values: [ParameterValue], _ schema: Schema?
  ) -> some Sequence<[UInt8]> {
    let rules = schema.map { [$0] } ?? []
    return values.lazy.flatMap { value in
      [false, true].lazy.map { prefersLiterals in
        if form == .json, case .scalar(let text) = value { return Array(text.utf8) }
        var reading = ParameterReading(prefersLiterals: prefersLiterals)
        return reading.json(of: value, by: rules).json
      }
    }
  }
}
