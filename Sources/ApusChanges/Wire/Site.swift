import ApusCore

/// How what a message may hold changed, as a set of values.
enum Effect {
  /// Some values are refused that were allowed.
  case narrows
  /// Some values are allowed that were refused.
  case widens
  /// Both.
  case changes
  /// The same values are allowed.
  case keeps

  /// What breaks if such a change concerns values that go one way; nothing breaks where none go.
  func breakage(of flow: Direction?) -> Breakage {
    switch (self, flow) {
    case (.keeps, _), (_, nil): []
    case (.narrows, .request), (.widens, .response): .clients
    case (.widens, .request), (.narrows, .response): .servers
    case (.changes, _): .wire
    }
  }
}

/// Where in a message a schema describes a value.
struct Site {
  /// What the names of rules start with: `request-body`, `response-header`.
  var prefix: String
  /// Which way the value goes; nil if it is part of no message.
  var flow: Direction?
  /// The whole, in words: "the body", "the query parameter 'limit'"; empty for a schema that is kept
  /// for reuse.
  var root: String
  /// What leads to the value from there: names, `[]` for elements and `{}` for other members.
  var path = ""

  /// The value in words.
  var words: String {
    guard isShared else { return path.isEmpty ? root : "the property '\(path)' of \(root)" }
    let value = path.isEmpty ? "the value" : "the property '\(path)'"
    switch flow {
    case .request: return "in requests, \(value)"
    case .response: return "in responses, \(value)"
    case nil: return value
    }
  }

  /// Whether it is in a schema that is kept for reuse.
  var isShared: Bool { root.isEmpty }

  /// The name of a rule about the value.
  func name(of rule: ValueRule) -> String { "\(prefix)-\(rule.rawValue)" }

  /// The site of a member.
  func member(_ name: String) -> Site {
    var site = below(path.isEmpty ? name : ".\(name)")
    switch prefix {
    case "request-body", "response-body":
      site.prefix = String(prefix.dropLast(4)) + "property"
    case "request-parameter": site.prefix = "request-parameter-property"
    default: break
    }
    return site
  }

  /// The site of the elements, or of the members without names.
  func below(_ step: String) -> Site {
    var site = self
    site.path += step
    return site
  }

  /// Whether the message is a request, as its rules say.
  var isRequest: Bool { prefix.hasPrefix("request") }

  /// The same value in a schema that is kept for reuse.
  var shared: Site {
    Site(prefix: prefix, flow: flow, root: "")
  }
}
