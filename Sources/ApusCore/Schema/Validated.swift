/// A type whose values the document gives rules.
public protocol Validated {
  /// What a value must satisfy.
  static var schema: Schema { get }
}
