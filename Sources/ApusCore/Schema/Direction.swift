/// Which way a value goes. A property that only one side sets need not be there on the way that the
/// other sends, even where it is required (OpenAPI 3.0, section 4.7.24.2; JSON Schema Validation,
/// section 9.4).
public enum Direction: Sendable {
  /// From a client to a server: required properties that are `readOnly` need not be there.
  case request
  /// From a server to a client: required properties that are `writeOnly` need not be there.
  case response
}

extension [Rule] {
  /// Whether the rules say of a member, in place or in a schema that they include, that it is not
  /// part of what goes that way.
  func leaveOut(_ name: String, in direction: Direction) -> Bool {
    including { rules in
      let property = rules.first(Properties.self)?.properties.first { $0.name == name }
      return property?.schema.rules.areLeftOut(in: direction) ?? false
    }
  }

  private func areLeftOut(in direction: Direction) -> Bool {
    including { rules in
      switch direction {
      case .request: rules.first(ReadOnly.self)?.isReadOnly ?? false
      case .response: rules.first(WriteOnly.self)?.isWriteOnly ?? false
      }
    }
  }

  /// Whether something holds for the rules or those of a schema that they include.
  ///
  /// - Parameter depth: How many schemas may be entered on the way: they may include each other.
  private func including(depth: Int = 8, _ holds: ([Rule]) -> Bool) -> Bool {
    if holds(self) { return true }
    guard depth > 0 else { return false }
    let included =
      (first(AllOf.self)?.schemas ?? []) + [first(Reference.self)?.target.schema].compactMap(\.self)
    return included.contains { $0.rules.including(depth: depth - 1, holds) }
  }
}
