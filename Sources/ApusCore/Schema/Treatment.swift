/// What becomes of what a document says.
public enum Treatment: String, Sendable, CaseIterable {
  /// It decides which values and messages are accepted.
  case enforced
  /// It decides what generated code looks like: types, names, defaults.
  case typed
  /// It stands in documentation comments.
  case documented
  /// Nothing is made of it.
  case ignored
}

extension Rule {
  /// What becomes of the rule.
  package var treatment: Treatment {
    if canBeBroken { return .enforced }
    // A format that no value lacks may still have a type of its own.
    if let format = keyword as? FormatKeyword {
      return format.format?.type == nil ? .ignored : .typed
    }
    return Swift.type(of: keyword).treatment
  }
}
