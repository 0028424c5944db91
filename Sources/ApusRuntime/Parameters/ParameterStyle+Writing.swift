extension ParameterStyle {
  /// A value as one text, as paths and header fields have it: empty for a list or an object without
  /// parts.
  func text(of value: ParameterValue, named name: String, _ escaping: ParameterEscaping) -> String {
    if value.isEmpty { return "" }
    let writing = TextWriting(style: self, escaping: escaping)
    let start = prefix.map(String.init) ?? ""
    guard form == .matrix else { return start + writing.joined(value) }
    let name = PercentEncoding.encode(name)
    switch value {
    case .array(let elements) where explodes:
      return elements.map { start + pair(name, writing.text(of: $0)) }.joined()
    case .object where explodes:
      return start + writing.joined(value)
    case .scalar(let text) where text.isEmpty:
      return start + name
    default:
      return start + pair(name, writing.joined(value))
    }
  }

  /// A value as a header field has it, and what is wrong with it if it is not read from there as what
  /// it is.
  func field(
    _ name: HeaderName, of value: ParameterValue
  ) -> (text: String, violations: [Violation]) {
    let field = HeaderField(name, text(of: value, named: name.description, .none))
    if read(fields: [field.value]).values.contains(value) { return (field.value, []) }
    let expected = "a value that can stand in a header field"
    return (field.value, [Violation(expected: expected, found: value.summary)])
  }

  /// A value as the items of a query or of cookies: none for a list or an object without parts.
  func items(
    of value: ParameterValue, named name: String, _ escaping: ParameterEscaping
  ) -> [String] {
    if value.isEmpty { return [] }
    let writing = TextWriting(style: self, escaping: escaping)
    if form == .deepObject, case .object = value {
      return DeepObject.paths(of: value, below: name).map { path, text in
        pair(writing.name(path), writing.text(of: .scalar(text)))
      }
    }
    let name = writing.name(name)
    switch value {
    case .array(let elements) where explodes:
      return elements.map { pair(name, writing.text(of: $0)) }
    case .object(let members) where explodes:
      return members.map { pair(writing.name($0.name), writing.text(of: $0.value)) }
    default:
      return [pair(name, writing.joined(value))]
    }
  }

  private func pair(_ name: String, _ text: String) -> String { "\(name)=\(text)" }
}

/// Puts the parts of values into text.
private struct TextWriting {
  let style: ParameterStyle
  let escaping: ParameterEscaping

  /// A name: nothing in it may be taken for the end of it.
  func name(_ name: String) -> String {
    if case .none = escaping { return name }
    return ParameterEscaping.percent.encode(name, separator: style.separator)
  }

  /// A part without parts of its own.
  func text(of value: ParameterValue) -> String {
    guard case .scalar(let text) = value else { return joined(value) }
    return escaping.encode(text, separator: style.separator)
  }

  /// All parts, with what the style has between them.
  func joined(_ value: ParameterValue) -> String {
    let separator = escaping.separator(style.separator)
    switch value {
    case .scalar:
      return text(of: value)
    case .array(let elements):
      return elements.map(text).joined(separator: separator)
    case .object(let members):
      let between = style.explodes ? "=" : separator
      return members.map { name($0.name) + between + text(of: $0.value) }
        .joined(separator: separator)
    }
  }
}

extension ParameterEscaping {
  /// A separator as it is written: a blank and a bar can't stand in a URL.
  fileprivate func separator(_ separator: Character) -> String {
    if case .none = self { return String(separator) }
    return separator == " " || separator == "|"
      ? PercentEncoding.encode(String(separator)) : String(separator)
  }
}
