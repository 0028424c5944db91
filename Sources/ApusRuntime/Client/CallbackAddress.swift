/// The address of a callback, made of what a request said (OpenAPI 3.2.0, sections 4.18 and 4.20.4).
public struct CallbackAddress {
  private let template: String
  private var values: [String: JSON] = [:]

  /// - Parameter template: A runtime expression, or a text with some in braces.
  public init(_ template: String) {
    self.template = template
  }

  /// Takes what the request carried.
  public mutating func body<Value: JSONCodable>(_ value: Value?) {
    take(value, as: "$request.body")
  }

  /// Takes a variable of the request's path.
  public mutating func path<Value: JSONCodable>(_ name: String, _ value: Value?) {
    take(value, as: "$request.path.\(name)")
  }

  /// Takes a query parameter of the request.
  public mutating func query<Value: JSONCodable>(_ name: String, _ value: Value?) {
    take(value, as: "$request.query.\(name)")
  }

  /// Takes a header field of the request, by its name in lower case.
  public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?) {
    take(value, as: "$request.header.\(name)")
  }

  private mutating func take<Value: JSONCodable>(_ value: Value?, as expression: String) {
    guard let value else { return }
    values[expression] = try? withJSON(value.json) { $0.json }
  }

  /// The address; nil where the request doesn't have a part of it as text, number or Boolean.
  public var url: String? {
    if template.hasPrefix("$") { return text(of: template[...]) }
    var url = ""
    var rest = template[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      guard let value = text(of: rest[open..<close].dropFirst()) else { return nil }
      url += rest[..<open]
      // What begins the address is one itself; what stands further behind is a part of it.
      url += url.isEmpty ? value : PercentEncoding.encode(value)
      rest = rest[close...].dropFirst()
    }
    return url + rest
  }

  private func text(of expression: Substring) -> String? {
    let parts = expression.split(separator: "#", maxSplits: 1)
    guard let first = parts.first, var value = values[Self.key(of: first)] else { return nil }
    if parts.count > 1 {
      guard let member = value.member(at: parts[1]) else { return nil }
      value = member
    }
    switch value {
    case .string(let text): return text
    case .number, .boolean: return value.jsonText
    case .array, .object, .null: return nil
    }
  }

  /// An expression as values are kept: names of header fields don't differ by case.
  private static func key(of expression: Substring) -> String {
    expression.hasPrefix("$request.header.") ? expression.lowercased() : String(expression)
  }
}

extension JSON {
  /// The value at a JSON Pointer (RFC 6901); nil if there is none.
  fileprivate func member(at pointer: Substring) -> JSON? {
    guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    var value = self
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
      switch value {
      case .object(let members):
        guard let member = members[name] else { return nil }
        value = member
      case .array(let elements):
        guard let index = Int(name), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }
}
