/// A request that a server may send in turn to whoever called an operation.
public struct EndpointCallback: Sendable {
  /// A part of the operation's request that tells where the other one goes.
  public enum Source: Hashable, Sendable {
    case body
    case path(String)
    case query(String)
    case header(String)
  }

  /// The name by which it is received.
  public var name: String
  /// The address with runtime expressions in it (OpenAPI 3.2.0, section 4.20.4).
  public var address: String
  /// What the address is made of, each once; nil if that is more than the request.
  public var sources: [Source]?

  init(name: String, address: String) {
    self.name = name
    self.address = address
    let found = Self.expressions(in: address).map { Source($0) }
    var each: [Source] = []
    for source in found.compactMap(\.self) where !each.contains(source) { each.append(source) }
    sources = found.contains { $0 == nil } ? nil : each
  }

  /// The expressions in an address: it may be one as a whole, or hold some in braces.
  private static func expressions(in address: String) -> [Substring] {
    if address.hasPrefix("$") { return [address[...]] }
    return address.split(separator: "{").filter { $0.contains("}") }.map { part in
      part.prefix { $0 != "}" }
    }
  }
}

extension EndpointCallback.Source {
  /// The part that an expression names; nil if it is none of a request that a function is called
  /// with.
  fileprivate init?(_ expression: Substring) {
    let names: [(String, (String) -> EndpointCallback.Source)] = [
      ("$request.path.", { .path($0) }), ("$request.query.", { .query($0) }),
      ("$request.header.", { .header($0.lowercased()) }),
    ]
    if expression == "$request.body" || expression.hasPrefix("$request.body#") {
      self = .body
      return
    }
    for (prefix, source) in names where expression.hasPrefix(prefix) {
      self = source(String(expression.dropFirst(prefix.count)))
      return
    }
    return nil
  }
}
