extension ParameterStyle {
  /// What the text of a path's variable can be; `nil` where the percent-encoding is broken.
  func read(_ text: Substring, named name: String) -> ParameterText? {
    let reading = TextReading(style: self, escaping: .percent, plusIsSpace: false)
    guard let prefix else { return reading.parts(of: text).map { ParameterText(values: $0) } }
    guard text.first == prefix else { return ParameterText(values: []) }
    let rest = text.dropFirst()
    if form == .matrix { return reading.named(rest, name).map { ParameterText(values: $0) } }
    return reading.parts(of: rest).map { ParameterText(values: $0) }
  }

  /// What the values of a header field can be. They are taken as they are, without the blanks around
  /// the elements of a list.
  func read(fields: [String]) -> ParameterText {
    let whole = fields.joined(separator: ", ")
    if form == .json { return ParameterText(values: [.scalar(whole)]) }
    let parts = whole.split(separator: ",").map { ASCII.trimmed($0) }
    let reading = TextReading(style: self, escaping: .none, plusIsSpace: false)
    return ParameterText(
      values: [.scalar(whole), .array(parts.map { .scalar(String($0)) })]
        + [reading.object(of: parts)].compactMap(\.self))
  }

  /// What the items of a query or of cookies are for a parameter.
  func read(
    _ items: ParameterItems, named name: String, _ escaping: ParameterEscaping,
    plusIsSpace: Bool
  ) -> SentParameter {
    let reading = TextReading(style: self, escaping: escaping, plusIsSpace: plusIsSpace)
    let texts = items.values(of: name)
    var read = ParameterText(values: [])
    if let first = texts.first {
      guard let values = reading.values(of: texts) else { return .broken(String(first)) }
      read.values = values
    }
    if form == .deepObject {
      let decoded = items.items.compactMap { item in
        reading.decode(item.text).map { (name: item.name, text: $0) }
      }
      read.values += [DeepObject.value(named: name, in: decoded)].compactMap(\.self)
    } else if explodes, let neighbours {
      let others = items.others(beside: neighbours)
      guard let members = others.members(reading.decode) else {
        return .broken(others.items.map { "\($0.name)=\($0.text)" }.joined(separator: "&"))
      }
      read.members = members
    }
    return read.values.isEmpty && read.members.isEmpty ? .absent : .text(read)
  }
}

extension ParameterStyle {
  /// Whether a value is read from the items that were written for it.
  func reads(
    _ value: ParameterValue, in items: ParameterItems, named name: String,
    _ escaping: ParameterEscaping, plusIsSpace: Bool
  ) -> Bool {
    if value.isEmpty { return true }
    let style = neighbours == nil ? members() : self
    guard
      case .text(let text) = style.read(items, named: name, escaping, plusIsSpace: plusIsSpace)
    else { return false }
    let value = form == .deepObject ? value.withNamedElements : value
    return (text.values + [.object(text.members)]).contains(value)
  }
}

/// Takes texts apart. All functions give `nil` where the encoding is broken.
private struct TextReading {
  let style: ParameterStyle
  let escaping: ParameterEscaping
  let plusIsSpace: Bool

  func decode(_ text: Substring) -> String? {
    escaping.decode(text, plusIsSpace: plusIsSpace)
  }

  /// The items of one name.
  func values(of texts: [Substring]) -> [ParameterValue]? {
    guard let only = texts.first, texts.count == 1, !style.explodes else {
      guard let decoded = allOf(texts.map(decode)) else { return nil }
      let list = ParameterValue.array(decoded.map(ParameterValue.scalar))
      return decoded.count == 1 ? decoded.map(ParameterValue.scalar) + [list] : [list]
    }
    return parts(of: only)
  }

  /// One text: as a value, as a list, and as an object if it can be one; what it looks like first.
  func parts(of text: Substring) -> [ParameterValue]? {
    guard let whole = decode(text) else { return nil }
    if style.form == .json { return [.scalar(whole)] }
    guard style.separator != " ", style.separator != "|" else {
      // These separators are encoded themselves.
      let parts = whole.split(separator: style.separator, omittingEmptySubsequences: false)
      let texts = parts.map { ParameterValue.scalar(String($0)) }
      let pairs = style.explodes ? nil : Self.pairs(parts.map(String.init))
      return [.scalar(whole), .array(texts)] + [pairs].compactMap(\.self)
    }
    let parts = text.split(separator: style.separator, omittingEmptySubsequences: false)
    guard let texts = allOf(parts.map(decode)) else { return nil }
    let list = ParameterValue.array(texts.map(ParameterValue.scalar))
    let object = [object(of: parts)].compactMap(\.self)
    // Whoever writes a text encodes what separates parts: where it stands as it is, it separates.
    if style.explodes, !object.isEmpty { return object + [list, .scalar(whole)] }
    return parts.count > 1 ? [list] + object + [.scalar(whole)] : [.scalar(whole), list] + object
  }

  /// Parts as the members of an object; `nil` also where they are none.
  func object(of parts: [Substring]) -> ParameterValue? {
    guard style.explodes else { return allOf(parts.map(decode)).flatMap(Self.pairs) }
    let pairs = parts.map(ParameterItems.split)
    guard parts.allSatisfy({ $0.utf8.contains(UInt8(ascii: "=")) }),
      let names = allOf(pairs.map { decode($0.name) }),
      let texts = allOf(pairs.map { decode($0.text) })
    else { return nil }
    return ParameterValue(members: Array(zip(names, texts)).map { (name: $0, text: $1) })
  }

  private static func pairs(_ texts: [String]) -> ParameterValue? {
    guard texts.count.isMultiple(of: 2), !texts.isEmpty else { return nil }
    let starts = stride(from: 0, to: texts.count, by: 2)
    return ParameterValue(members: starts.map { (name: texts[$0], text: texts[$0 + 1]) })
  }

  /// The `name=value` parts of the style `matrix`.
  func named(_ text: Substring, _ name: String) -> [ParameterValue]? {
    let pairs = text.split(separator: ";", omittingEmptySubsequences: false)
      .map(ParameterItems.split)
    guard let names = allOf(pairs.map { decode($0.name) }),
      let texts = allOf(pairs.map { decode($0.text) })
    else { return nil }
    var values: [ParameterValue] = []
    if names.allSatisfy({ $0 == name }) {
      guard let own = self.values(of: pairs.map(\.text)) else { return nil }
      values += own
    }
    guard style.explodes else { return values }
    return values
      + [ParameterValue(members: Array(zip(names, texts)).map { (name: $0, text: $1) })]
  }

  private func allOf(_ texts: [String?]) -> [String]? {
    let present = texts.compactMap(\.self)
    return present.count == texts.count ? present : nil
  }
}
