/// A type whose values the document gives rules.
public protocol Validated {
  /// What a value must satisfy.
  static var schema: Schema { get }
}

extension Validated {
  /// Every rule of the type that a text breaks, with its place in the text's value and in the
  /// document; text that is not JSON breaks one. Nothing is made of the text.
  public static func violations(in text: [UInt8]) -> [Violation] {
    schema.violations(in: text)
  }

  /// Every rule of the type that a parsed value breaks, with its place in the value and in the
  /// document.
  public static func violations(in json: JSONView) -> [Violation] {
    schema.violations(in: json)
  }
}

extension Validated where Self: JSONCodable {
  /// Every rule of its type that the value breaks as it stands, with its place in the JSON value that
  /// would be sent and in the document.
  public var violations: [Violation] { Self.schema.violations(of: self) }

  /// Checks that the value is fit to be sent.
  ///
  /// - Throws: `InvalidValue` with every rule that the value breaks.
  public func validate() throws(InvalidValue) {
    let violations = violations
    if !violations.isEmpty { throw InvalidValue(violations: violations) }
  }
}
