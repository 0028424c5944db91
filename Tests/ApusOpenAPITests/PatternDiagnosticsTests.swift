import ApusOpenAPI
import Testing

/// Patterns that mean nothing, or that no engine matches in linear time, are told where they stand.
@Suite struct PatternDiagnosticsTests {
  private static func marked(_ schema: String) -> String {
    let lines = schema.split(separator: "\n").map { "      \($0)\n" }.joined()
    return """
      openapi: 3.1.0
      info: {title: Runs, version: 1.0.0}
      paths: {}
      components:
        schemas:
          Run:

      """.appending(lines)
  }

  private static let outOfOrder =
    #"a regular expression of ECMA-262 ("[z-a]" is none: at character 2, the range's first "#
    + "character is above its last)"
  private static let reference =
    "the pattern refers back to what a group of its own matched, which no engine does in linear "
    + "time: a text that takes too long to match is refused"

  @Test(arguments: [
    """
    type: string
    pattern: '[z-a]'
             ^ error: expected \(outOfOrder) as the value of 'pattern'
    """,
    """
    type: string
    pattern: '(a)\\1'
    ^ warning: \(reference)
    """,
    """
    type: object
    patternProperties:
      ^x-: {type: string}
      '[z-a]':
      ^ error: expected \(outOfOrder) as a name in 'patternProperties'
        type: string
      '(a)\\1':
      ^ warning: \(reference)
        type: string
    """,
  ])
  func patternsAreToldWhereTheyStand(schema: String) {
    let source = MarkedSource(Self.marked(schema))
    #expect(source.read().reported == source.expected)
  }
}
