/// One rule of a document that a value breaks: where in the value, where in the document, what the
/// rule asks for and what the value is.
public struct Violation: Error, Hashable, Sendable {
  /// The place in the value, a JSON Pointer (RFC 6901): empty for the value as a whole.
  public var instance: String

  /// The keyword's place in the document, a JSON Pointer; empty where no schema is concerned, as
  /// for text that is not JSON.
  public var schema: String

  /// What the rule asks for, to follow the word "expected".
  public var expected: String

  /// What the value is instead, to follow the word "found".
  public var found: String

  /// For alternatives that all refuse the value: why each of them does, the nearest one's reasons
  /// first.
  public var causes: [Violation]

  /// The keyword that the value breaks; nil where it is none.
  let keyword: String?

  private let location: SchemaLocation?

  /// A violation of what no schema says, such as that a part must be there.
  public init(expected: String, found: String) {
    self.init(instance: "", schema: "", location: nil, expected: expected, found: found)
  }

  init(
    instance: String,
    schema: String,
    keyword: String? = nil,
    location: SchemaLocation?,
    expected: String,
    found: String,
    causes: [Violation] = []
  ) {
    self.instance = instance
    self.schema = schema
    self.keyword = keyword
    self.location = location
    self.expected = expected
    self.found = found
    self.causes = causes
  }

  /// The name of the document's file; nil where no document is concerned.
  public var file: String? { location?.document.file }

  /// The line in ``file`` that holds the rule, counted from 1; nil where it is not known.
  public var line: Int? { location?.document.line(of: schema) }

  /// Two violations are the same if they say the same; the lines follow from that.
  public static func == (left: Violation, right: Violation) -> Bool {
    left.instance == right.instance && left.schema == right.schema
      && left.file == right.file && left.expected == right.expected
      && left.found == right.found && left.causes == right.causes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(instance)
    hasher.combine(schema)
    hasher.combine(expected)
  }
}

extension Violation: CustomStringConvertible {
  /// What the value breaks, without the document's place: fit to be shown to whoever sent it.
  ///
  /// For example `/status: expected one of "pending", "running" or "all", found "paused"`.
  public var message: String {
    let place = instance.isEmpty ? "" : "\(instance): "
    return "\(place)expected \(expected), found \(found)"
  }

  /// The document's place and the message, with each cause on an indented line of its own.
  public var description: String {
    var text = "\(place)\(message)"
    if !schema.isEmpty { text += " (#\(schema))" }
    for cause in causes {
      for line in cause.description.split(separator: "\n") { text += "\n  \(line)" }
    }
    return text
  }

  private var place: String {
    guard let file else { return "" }
    guard let line else { return "\(file): " }
    return "\(file):\(line): "
  }
}

/// A value that breaks at least one rule of the document, or text that is not JSON at all.
public struct InvalidValue: Error, Hashable, Sendable, CustomStringConvertible {
  /// Every broken rule; never empty when thrown by this module.
  public var violations: [Violation]

  /// An error that names some violations.
  public init(violations: [Violation]) {
    self.violations = violations
  }

  public var description: String {
    violations.map(\.description).joined(separator: "\n")
  }
}

extension InvalidValue {
  /// Text that is not JSON.
  init(notJSON error: any Error) {
    self.init(violations: [
      Violation(
        instance: "", schema: "", location: nil, expected: "JSON text (RFC 8259)",
        found: "\(error)")
    ])
  }
}
