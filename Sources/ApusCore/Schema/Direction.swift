/// Which way a value goes. A property that only one side sets need not be there on the way that the
/// other sends, even where it is required (OpenAPI 3.0, section 4.7.24.2; JSON Schema Validation,
/// section 9.4).
public enum Direction: Sendable {
  /// From a client to a server: required properties that are `readOnly` need not be there.
  case request
  /// From a server to a client: required properties that are `writeOnly` need not be there.
  case response
}

/// The ways that a value may be on.
package struct Directions: OptionSet, Sendable {
  package let rawValue: UInt8

  package static let request = Directions(rawValue: 1)
  package static let response = Directions(rawValue: 2)

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The one way that a value goes, or none if it has to be whole.
  package init(_ direction: Direction?) {
    switch direction {
    case .request: self = .request
    case .response: self = .response
    case nil: self = []
    }
  }

  /// Each of them.
  var all: [Direction] {
    (contains(.request) ? [.request] : []) + (contains(.response) ? [.response] : [])
  }
}

extension [Rule] {
  /// Whether the rules say of a member, in place or in a schema that they include, that it is not
  /// part of what goes that way.
  func leaveOut(_ name: String, in direction: Direction) -> Bool {
    including { rules in
      rules.first(Properties.self)?.leaveOut(name, in: direction) ?? false
    }
  }

  fileprivate func areLeftOut(in direction: Direction) -> Bool {
    including { rules in
      switch direction {
      case .request: rules.first(ReadOnly.self)?.isReadOnly ?? false
      case .response: rules.first(WriteOnly.self)?.isWriteOnly ?? false
      }
    }
  }

  /// Whether something holds for the rules or those of a schema that they include.
  private func including(_ holds: ([Rule]) -> Bool) -> Bool {
    if holds(self) { return true }
    // Schemas may include each other.
    var known: Set<ObjectIdentifier> = []
    var waiting = included
    while let schema = waiting.popLast() {
      guard known.insert(ObjectIdentifier(schema)).inserted else { continue }
      if holds(schema.rules) { return true }
      waiting += schema.rules.included
    }
    return false
  }

  /// The schemas whose rules hold for the same value.
  var included: [Schema] {
    (first(AllOf.self)?.schemas ?? []) + [first(Reference.self)?.target.schema].compactMap(\.self)
  }
}

extension Properties {
  /// Whether a property is described as one that is not part of what goes that way.
  func leaveOut(_ name: String, in direction: Direction) -> Bool {
    guard let position = names.position(of: name) else { return false }
    return properties[position].schema.rules.areLeftOut(in: direction)
  }
}
