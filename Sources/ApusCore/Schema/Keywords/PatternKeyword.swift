/// `pattern`: a regular expression is found in a string (JSON Schema Validation, section 6.3.3).
public struct PatternKeyword: Keyword {
  public static let name = "pattern"

  /// The pattern as the document has it.
  public let text: String

  /// What it means, or why it means nothing.
  public let pattern: Result<Pattern, PatternError>

  init(_ text: String) {
    self.text = text
    pattern = Pattern.reading(text)
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    let pattern = try reader.pattern(try argument.requireString(), at: argument, of: Self.name)
    text = pattern.text
    self.pattern = .success(pattern)
  }

  public var arguments: [RuleArgument]? { [.string(text)] }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard let string = instance.stringView else { return true }
    switch pattern {
    case .success(let pattern):
      if pattern.matches(string) { return true }
      return evaluation.fail(
        Self.name, expected: "text that matches \(JSON.string(text))", found: instance.summary)
    case .failure(let error):
      return evaluation.fail(
        Self.name, expected: error.expectation(for: text), found: instance.summary)
    }
  }
}

extension Rule {
  /// `pattern`: the regular expression, of ECMA-262, is found in the string.
  ///
  /// One that can't be read refuses every string.
  public static func pattern(_ text: String) -> Rule {
    Rule(PatternKeyword(text))
  }
}

// What the keywords with patterns have in common.

extension Pattern {
  static func reading(_ text: String) -> Result<Pattern, PatternError> {
    Result { () throws(PatternError) in try Pattern(text) }
  }

  /// Whether the pattern is found anywhere in a string or a member's name.
  func matches(_ text: JSONStringView) -> Bool {
    text.withUTF8 { matches($0) }
  }
}

extension PatternError {
  /// What an argument should have been, to follow the word "expected".
  func expectation(for text: String) -> String {
    "a regular expression of ECMA-262 (\(JSON.string(text)) is none: \(self))"
  }
}

extension SchemaReader {
  /// A pattern in the argument of the keyword being read.
  ///
  /// - Throws: ``InvalidArgument`` if it can't be read.
  mutating func pattern(
    _ text: String, at value: DocumentValue, of keyword: String
  ) throws(InvalidArgument) -> Pattern {
    let reading = patterns[text] ?? Pattern.reading(text)
    patterns[text] = reading
    switch reading {
    case .failure(let error):
      throw InvalidArgument(expected: error.expectation(for: text))
    case .success(let pattern):
      if !pattern.isLinear {
        report(
          "The pattern refers back to what a group of its own matched, which no engine does in "
            + "linear time: a text that takes too long to match is refused",
          of: keyword, atNameOf: value, isError: false)
      }
      return pattern
    }
  }
}
