/// The media type `application/x-www-form-urlencoded` (OpenAPI 3.2.0, section 4.15.2).
enum Form {
  /// An object of JSON text as a form. Empty lists are left out: a form has no text for them.
  ///
  /// - Parameter styles: How fields are written; where nothing is said, objects as JSON text, and
  ///   all else as exploded `form`.
  /// - Returns: The text, and what can't be written.
  static func text(
    of json: [UInt8], _ styles: [String: ParameterStyle]
  ) -> (text: String, violations: [Violation]) {
    guard case .object(let members) = try? withJSON(json, { $0.json }) else {
      return ("", [Violation(expected: "an object", found: "another value")])
    }
    var items: [String] = []
    var violations: [Violation] = []
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let style = styles[name] ?? (value.kind == .object ? .json : .form)
      guard let field = ParameterValue(json: value.json, for: style) else { continue }
      let escaping: ParameterEscaping = style.allowsReserved ? .reservedInQuery : .percent
      let written = style.items(of: field, named: name, escaping)
      let sent = ParameterItems(query: written.joined(separator: "&"))
      if !style.reads(field, in: sent, named: name, escaping, plusIsSpace: true) {
        violations.append(
          Violation(expected: "a field that can be written in a form", found: value.description))
      }
      items += written
    }
    return (items.joined(separator: "&"), violations)
  }

  /// The object that a form is by the document's rules; `nil` where the encoding is broken.
  static func value(
    of text: String, _ styles: [String: ParameterStyle], by schema: Schema?
  ) -> JSON? {
    let items = ParameterItems(query: text)
    var members: [ParameterValue.Member] = []
    var literal: [String: JSON] = [:]
    for (name, style) in styles.sorted(by: { $0.key < $1.key }) {
      switch style.read(items, named: name, .percent, plusIsSpace: true) {
      case .absent: continue
      case .broken: return nil
      case .text(let text):
        if style.form == .json, case .scalar(let json) = text.values.first {
          literal[name] = (try? withJSON(json) { $0.json }) ?? .string(json)
        } else if let value = isList(name, schema) ? text.list : text.scalar ?? text.values.first {
          members.append(.init(name: name, value: value))
        }
      }
    }
    let rest = items.others(beside: Array(styles.keys))
    let decode = { (text: Substring) in PercentEncoding.decode(text, plusIsSpace: true) }
    guard let others = rest.members(decode) else { return nil }
    var reading = ParameterReading(prefersLiterals: false)
    let object = reading.json(of: .object(others + members), by: schema.map { [$0] } ?? [])
    guard case .object(var fields) = object else { return object }
    fields.merge(literal) { _, new in new }
    return .object(fields)
  }

  private static func isList(_ name: String, _ schema: Schema?) -> Bool {
    let choices = schema.map { SchemaParts.choices(among: [$0]) } ?? []
    return choices.joined().compactMap { SchemaParts.member(name, of: $0) }.contains { member in
      SchemaParts.choices(among: [member]).contains { SchemaParts.wantList($0) }
    }
  }
}
