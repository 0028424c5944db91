/// The `name=value` items of a query or of cookies, as they were sent.
struct ParameterItems: Sendable {
  /// One item: its name decoded, its text as it was sent.
  typealias Item = (name: String, text: Substring)

  let items: [Item]

  init(items: [Item]) {
    self.items = items
  }

  /// The items of a query. One without `=` has an empty value; one whose name can't be read is
  /// left out, as names that the document doesn't have are.
  init(query: String) {
    items = query.split(separator: "&").compactMap { item in
      let (name, text) = Self.split(item)
      return PercentEncoding.decode(name, plusIsSpace: true).map { ($0, text) }
    }
  }

  /// The items of `Cookie` fields (RFC 6265, section 4.2.1).
  ///
  /// - Parameter escaping: How names are written, where they are: a name that isn't is taken as it is.
  init(cookies fields: [String], _ escaping: ParameterEscaping) {
    items = fields.flatMap { $0.split(separator: ";") }.map { item in
      let (name, text) = Self.split(ASCII.trimmed(item))
      return (escaping.decode(name) ?? String(name), text)
    }
  }

  /// The texts of all items of that name.
  func values(of name: String) -> [Substring] {
    items.compactMap { $0.name == name ? $0.text : nil }
  }

  /// The items that belong to none of some parameters: neither by their name, nor by one that goes on
  /// in brackets.
  func others(beside names: [String]) -> ParameterItems {
    ParameterItems(
      items: items.filter { item in
        !names.contains { item.name == $0 || item.name.hasPrefix($0 + "[") }
      })
  }

  /// The items as the members of an object, several of one name as a list; `nil` where the encoding
  /// is broken.
  func members(_ decode: (Substring) -> String?) -> [ParameterValue.Member]? {
    var order: [String] = []
    var texts: [String: [ParameterValue]] = [:]
    for item in items {
      guard let text = decode(item.text) else { return nil }
      if texts[item.name] == nil { order.append(item.name) }
      texts[item.name, default: []].append(.scalar(text))
    }
    return order.map { name in
      let values = texts[name] ?? []
      return .init(name: name, value: values.count == 1 ? values[0] : .array(values))
    }
  }

  /// What stands before and behind the first `=`.
  static func split(_ item: Substring) -> (name: Substring, text: Substring) {
    let name = Substring(item.utf8.prefix { $0 != UInt8(ascii: "=") })
    return (name, Substring(item.utf8[name.endIndex...].dropFirst()))
  }
}
