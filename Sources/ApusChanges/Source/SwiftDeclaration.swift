/// What users of generated Swift can mention: one declaration.
struct SwiftDeclaration {
  /// What sort of declaration it is.
  enum Kind: Equatable {
    /// A type: its keyword, and what it conforms to.
    case type(String, conformances: [String])
    /// A second name of a type.
    case alias(String)
    /// A property, and whether it can be set.
    case property(String, isSettable: Bool)
    /// A case of an enumeration, with what it holds.
    case enumerationCase(String)
    case function(SwiftFunction)
  }

  /// The type that it is a member of; empty at the top level.
  var container: String
  /// Its own name; `init` of an initialiser.
  var name: String
  var kind: Kind
  var isStatic = false
  var isDeprecated = false
  /// Whether it stands in a protocol's own declaration, so that those who conform must have it.
  var isRequirement = false

  /// The name from the top level.
  var qualifiedName: String { container.isEmpty ? name : "\(container).\(name)" }

  /// The name from the top level, of a type.
  var typeName: String? {
    if case .type = kind { qualifiedName } else { nil }
  }

  var isProtocol: Bool {
    if case .type("protocol", _) = kind { true } else { false }
  }

  /// The service that a function is for: of some protocols, the one that its parameters mention last.
  func service(among protocols: Set<String>) -> String? {
    guard case .function(let function) = kind else { return nil }
    var lexer = SwiftLexer(Array(function.parameters.map(\.type).joined(separator: " ").utf8))
    var service: String?
    while let word = lexer.next()?.text {
      if protocols.contains(word) { service = word }
    }
    return service
  }
}

/// What is known of a function by those who call it.
struct SwiftFunction: Equatable {
  /// A parameter, as it is seen by those who call.
  struct Parameter: Equatable {
    var label: String
    var type: String
    var hasDefault: Bool
  }

  var parameters: [Parameter]
  /// What stands between the parameters and the result: `async throws(Failure)`.
  var effects: String
  var result: String

  /// The parameters' labels as functions are mentioned with: `(limit:tags:)`.
  var labels: String { "(\(parameters.map { "\($0.label):" }.joined()))" }

  /// How many of another function's parameters have the same labels.
  func likeness(to other: SwiftFunction) -> Int {
    let labels = Set(other.parameters.map(\.label))
    return parameters.count { labels.contains($0.label) }
  }

  /// Why calls of this function don't compile with another in its place; nil if they do.
  func obstacle(to other: SwiftFunction) -> String? {
    var remaining = parameters[...]
    for parameter in other.parameters {
      guard let first = remaining.first, first.label == parameter.label else {
        if parameter.hasDefault { continue }
        if remaining.contains(where: { $0.label == parameter.label }) {
          return "the argument '\(parameter.label)' has another place"
        }
        return "the argument '\(parameter.label)' is needed"
      }
      remaining.removeFirst()
      guard parameter.type == first.type || parameter.type == "\(first.type)?" else {
        return "the argument '\(parameter.label)' is of the type '\(parameter.type)', and was of "
          + "'\(first.type)'"
      }
      if first.hasDefault, !parameter.hasDefault {
        return "the argument '\(parameter.label)' is needed"
      }
    }
    if let lost = remaining.first {
      return other.parameters.contains { $0.label == lost.label }
        ? "the argument '\(lost.label)' has another place"
        : "there is no argument '\(lost.label)' any more"
    }
    if result != other.result {
      let words = { (type: String) in type.isEmpty ? "nothing" : "'\(type)'" }
      return "it returns \(words(other.result)), and returned \(words(result))"
    }
    return effects == other.effects ? nil : "it is '\(other.effects)', and was '\(effects)'"
  }
}
