import ApusCore

extension EnumerationShape {
  /// The values of alternatives all of which list theirs; open if others of them are any string.
  /// Nil if an alternative is anything else.
  init?(of alternatives: [UnionAlternative]) {
    var isOpen = false
    var lists: [EnumerationShape] = []
    for alternative in alternatives {
      guard alternative.joined.choices.isEmpty else { return nil }
      if let enumeration = alternative.joined.enumeration {
        lists.append(enumeration.described(by: alternative.schema))
      } else if alternative.joined.isAnyText {
        isOpen = true
      } else {
        return nil
      }
    }
    guard let first = lists.first else { return nil }
    let isUniform = lists.allSatisfy { $0.kind == first.kind }
    if isOpen, !isUniform || first.kind != .string { return nil }
    var seen: Set<JSON> = []
    self.init(
      kind: isUniform ? first.kind : .json,
      values: lists.flatMap(\.values).filter { seen.insert($0.json).inserted },
      isOpen: isOpen)
  }

  /// The same, where a schema that has only one value describes it. A number is called what the
  /// schema is.
  private func described(by schema: Schema) -> EnumerationShape {
    guard values.count == 1, var value = values.first else { return self }
    let title = schema[Title.self]?.text
    value.description = value.description ?? schema[Description.self]?.text ?? title
    if value.json.kind == .number { value.name = value.name ?? title }
    var result = self
    result.values = [value]
    return result
  }
}

extension Conjunction {
  /// Whether a string of no known format is all that is asked for.
  fileprivate var isAnyText: Bool {
    kinds.filter { $0 != .null } == [.string] && Scalar(.string, of: self) == .string
  }
}
