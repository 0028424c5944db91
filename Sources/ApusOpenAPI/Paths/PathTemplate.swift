/// A path with variables, such as `/runs/{run_id}` (OpenAPI 3.2.0, section 4.8.2).
public struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
  /// One piece of a template.
  public enum Part: Hashable, Sendable {
    /// Text that stands for itself.
    case literal(String)
    /// A variable's name, without its braces and without the modifiers that some documents take
    /// from URI templates (RFC 6570, section 2.4): `{;id*}` is the variable `id`.
    case variable(String)
  }

  /// The template as the document spells it.
  public let description: String
  /// The path's pieces in order; no two literals are neighbours.
  public let parts: [Part]
  /// What stands behind a `?`, which no path has by the standard.
  public let query: String?
  /// What stands behind a `#`, which no path has by the standard.
  public let fragment: String?

  /// The template that a text spells. Any text is a template: a brace that has no partner stands
  /// for itself.
  public init(_ text: String) {
    description = text
    let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
    fragment = hash < text.endIndex ? String(Substring(text.utf8[hash...].dropFirst())) : nil
    let path = text[..<hash]
    let question = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
    query = question < path.endIndex ? String(Substring(path.utf8[question...].dropFirst())) : nil
    parts = Self.parts(of: path[..<question])
  }

  /// The names of the variables, in order.
  public var variables: [String] {
    parts.compactMap { part in
      guard case .variable(let name) = part else { return nil }
      return name
    }
  }

  /// The template with every variable's name left out: equal for templates that match the same
  /// requests.
  package var shape: [Part] {
    parts.map { part in
      guard case .variable = part else { return part }
      return .variable("")
    }
  }

  /// Whether the document spells a variable with modifiers: then it spells more than the parts.
  var hasModifiers: Bool {
    let path = description.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let length = parts.reduce(0) { length, part in
      switch part {
      case .literal(let text): length + text.utf8.count
      case .variable(let name): length + name.utf8.count + 2
      }
    }
    return length < path.count
  }

  /// A variable's name without an operator before it and an asterisk behind it.
  private static func name(in expression: Substring) -> String {
    var name = expression
    if let first = name.first, "+#./;?&".contains(first) { name.removeFirst() }
    if name.last == "*" { name.removeLast() }
    return String(name)
  }

  private static func parts(of path: Substring) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = path
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let end = rest[brace...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let start = rest[brace..<end].utf8.lastIndex(of: UInt8(ascii: "{")) ?? brace
      literal += rest[..<start]
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(.variable(Self.name(in: Substring(rest.utf8[start..<end].dropFirst()))))
      rest = Substring(rest.utf8[end...].dropFirst())
    }
    literal += rest
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }
}
