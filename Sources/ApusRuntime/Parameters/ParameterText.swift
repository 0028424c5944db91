/// The text of a parameter in a request, before it is known what it should be.
struct ParameterText: Sendable {
  /// What it can be, the likeliest first: one value, a list, an object.
  var values: [ParameterValue]
  /// The object whose members stand by themselves, should it be one.
  var members: [ParameterValue.Member] = []

  /// Whether there is a text, and it is empty.
  var isEmpty: Bool { values.first == .scalar("") }

  /// It as one value.
  var scalar: ParameterValue? { values.first(where: \.isScalar) }
  /// It as a list, or as what it can be else.
  var list: ParameterValue? {
    values.first { if case .array = $0 { true } else { false } } ?? values.first
  }

  /// Whether there are only names of which the document says nothing, so that they need not be members
  /// of anything.
  func isElsewhere(by schema: Schema?) -> Bool {
    guard values.isEmpty, let schema else { return false }
    let choices = SchemaParts.choices(among: [schema])
    return !members.contains { member in
      choices.joined().contains { SchemaParts.describes(member.name, in: $0) }
    }
  }

  /// What it can be by the document's rules.
  func values(by schema: Schema?) -> [ParameterValue] {
    guard !members.isEmpty else { return values }
    let choices = schema.map { SchemaParts.choices(among: [$0]) } ?? [[]]
    let known = members.filter { member in
      choices.contains { $0.allSatisfy { SchemaParts.allows(member.name, in: $0) } }
    }
    return known.isEmpty ? values : values + [.object(known)]
  }
}

/// A parameter as a request has it.
enum SentParameter: Sendable {
  /// It is not there.
  case absent
  /// Its percent-encoding is broken, or its bytes are not UTF-8.
  case broken(String)
  /// It is there.
  case text(ParameterText)

  /// What was read of a text, if it could be.
  init(_ text: ParameterText?, of sent: Substring) {
    self = text.map(SentParameter.text) ?? .broken(String(sent))
  }
}
