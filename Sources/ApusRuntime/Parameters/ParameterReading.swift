/// Makes JSON of text: kinds of values, which text does not tell, come from the document's rules.
struct ParameterReading {
  /// Whether text is taken for the number, truth value or JSON that it spells where the rules leave
  /// it open; text is text otherwise.
  let prefersLiterals: Bool

  /// How many alternatives may still be tried, so that rules with many of them inside each other
  /// can't cost more than that.
  private var budget = 100

  init(prefersLiterals: Bool) {
    self.prefersLiterals = prefersLiterals
  }

  /// The value that a parameter has by some schemas, all of which hold; or if it breaks them, the
  /// one that comes nearest.
  mutating func json(of value: ParameterValue, by schemas: [Schema]) -> JSON {
    guard case .scalar(let text) = value else { return alternative(value, schemas) }
    let candidates = [.string(text)] + [Self.literal(text)].compactMap(\.self)
    return prefersLiterals ? candidates.last ?? .string(text) : candidates[0]
  }

  /// A list or an object by the first alternative that accepts it.
  private mutating func alternative(_ value: ParameterValue, _ schemas: [Schema]) -> JSON {
    let choices = SchemaParts.choices(among: schemas)
    var first: JSON?
    for choice in choices where first == nil || budget > 0 {
      let json = composite(value, by: choice)
      if choices.count == 1 { return json }
      budget -= 1
      if Self.accept(schemas, json) { return json }
      first = first ?? json
    }
    return first ?? .null
  }

  /// A part of a list or an object.
  private mutating func part(_ value: ParameterValue, _ schemas: [Schema]) -> JSON {
    guard case .scalar(let text) = value else { return alternative(value, schemas) }
    return scalar(text, schemas)
  }

  private mutating func composite(_ value: ParameterValue, by schemas: [Schema]) -> JSON {
    switch value {
    case .scalar(let text):
      return scalar(text, schemas)
    case .array(let elements):
      return array(elements, schemas)
    case .object(let members):
      if SchemaParts.wantList(schemas), let elements = value.indexed {
        return array(elements, schemas)
      }
      var object: [String: JSON] = [:]
      for member in members {
        let rules = schemas.compactMap { SchemaParts.member(member.name, of: $0) }
        object[member.name] = part(member.value, rules)
      }
      return .object(object)
    }
  }

  private mutating func array(_ elements: [ParameterValue], _ schemas: [Schema]) -> JSON {
    var array: [JSON] = []
    for (index, element) in elements.enumerated() {
      let rules = schemas.compactMap { SchemaParts.element(index, of: $0) }
      array.append(part(element, rules))
    }
    return .array(array)
  }

  /// A text inside a list or an object: it may be a list of one, or JSON text itself.
  private mutating func scalar(_ text: String, _ schemas: [Schema]) -> JSON {
    let literals = [Self.json(text)].compactMap(\.self)
    let candidates = prefersLiterals ? literals + [.string(text)] : [.string(text)] + literals
    if let accepted = candidates.first(where: { Self.accept(schemas, $0) }) { return accepted }
    for choice in SchemaParts.choices(among: schemas)
    where SchemaParts.wantList(choice) && budget > 0 {
      budget -= 1
      let list = array([.scalar(text)], choice)
      if Self.accept(schemas, list) { return list }
    }
    return candidates.first { Self.areOfKind(schemas, $0) } ?? candidates[0]
  }

  /// The number, truth value or null that a text is as JSON.
  private static func literal(_ text: String) -> JSON? {
    switch text {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "null": .null
    default: JSONNumber(text).map(JSON.number)
    }
  }

  /// What a text is as JSON, unless it is a string there.
  private static func json(_ text: String) -> JSON? {
    switch text.utf8.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try? withJSON(text) { $0.json }
    default: literal(text)
    }
  }

  private static func accept(_ schemas: [Schema], _ json: JSON) -> Bool {
    schemas.isEmpty
      || (try? withJSON(json.json) { view in schemas.allSatisfy { $0.accepts(view) } })
        ?? false
  }

  /// Whether no schema refuses a value for its kind.
  private static func areOfKind(_ schemas: [Schema], _ json: JSON) -> Bool {
    let bytes = json.json
    return !schemas.contains { $0.violations(in: bytes).contains(where: \.concernsKind) }
  }
}
