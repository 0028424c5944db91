/// The `name=value` items of a query or of cookies, as they were sent.
struct ParameterItems: Sendable {
  private let items: [(name: String, text: Substring)]

  /// The items of a query. One without `=` has an empty value; one whose name can't be read is
  /// left out, as names that the document doesn't have are.
  init(query: String) {
    items = query.split(separator: "&").compactMap { item in
      let (name, text) = Self.split(item)
      return PercentEncoding.decode(name, plusIsSpace: true).map { ($0, text) }
    }
  }

  /// The items of `Cookie` fields (RFC 6265, section 4.2.1).
  init(cookies fields: [String]) {
    items = fields.flatMap { $0.split(separator: ";") }.map { item in
      let (name, text) = Self.split(ASCII.trimmed(item))
      return (String(name), text)
    }
  }

  /// The values of all items of that name, percent-encoded.
  func values(of name: String) -> [Substring] {
    items.compactMap { $0.name == name ? $0.text : nil }
  }

  private static func split(_ item: Substring) -> (name: Substring, text: Substring) {
    let name = Substring(item.utf8.prefix { $0 != UInt8(ascii: "=") })
    return (name, Substring(item.utf8[name.endIndex...].dropFirst()))
  }
}
