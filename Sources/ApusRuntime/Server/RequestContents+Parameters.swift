extension RequestContents {
  /// The value of a parameter that must be there.
  mutating func required<Value: JSONCodable>(
    _ sent: SentParameter, _ part: InvalidRequest.Part, _ style: ParameterStyle, _ schema: Schema?
  ) -> Value? {
    let value: Value?? = optional(sent, part, style, schema)
    if case .some(.none) = value { reject(part, [.missing]) }
    return value ?? nil
  }

  /// The value of a parameter that may be missing: `.some(nil)` where it is.
  mutating func optional<Value: JSONCodable>(
    _ sent: SentParameter, _ part: InvalidRequest.Part, _ style: ParameterStyle, _ schema: Schema?
  ) -> Value?? {
    switch sent {
    case .absent:
      return .some(nil)
    case .broken(let text):
      let found = JSON.string(String(text.prefix(60))).description
      reject(part, [Violation(expected: "percent-encoded UTF-8", found: found)])
      return nil
    case .text(let text):
      let schema = schema ?? schemaOf(Value.self)
      let values = text.values(by: schema)
      if values.isEmpty, !text.members.isEmpty { return .some(nil) }
      let (value, violations) = Self.chosen(Value.self, values, style, schema)
      if value == nil, style.allowsEmpty, text.isEmpty { return .some(nil) }
      reject(part, violations)
      return value.map(Optional.some)
    }
  }

  /// The first meaning of the text that the document allows, or what is wrong with the likeliest.
  private static func chosen<Value: JSONCodable>(
    _ type: Value.Type, _ values: [ParameterValue], _ style: ParameterStyle, _ schema: Schema?
  ) -> (value: Value?, violations: [Violation]) {
    var refusals: [[Violation]] = []
    for bytes in meanings(of: values, style, schema) {
      let (value, violations) = decoded(type, bytes, schema, direction: .request)
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
  private static func meanings(
    of values: [ParameterValue], _ style: ParameterStyle, _ schema: Schema?
  ) -> some Sequence<[UInt8]> {
    let rules = schema.map { [$0] } ?? []
    return values.lazy.flatMap { value in
      [false, true].lazy.map { prefersLiterals in
        if style.form == .json, case .scalar(let text) = value { return Array(text.utf8) }
        var reading = ParameterReading(prefersLiterals: prefersLiterals)
        return reading.json(of: value, by: rules).json
      }
    }
  }
}
