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
      let (value, violations) = style.decoded(Value.self, values, schema, direction: .request)
      if value == nil, text.isElsewhere(by: schema) || style.allowsEmpty && text.isEmpty {
        return .some(nil)
      }
      reject(part, violations)
      return value.map(Optional.some)
    }
  }
}
