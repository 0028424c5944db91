import ApusCore
import ApusOpenAPI
import Testing

/// References where the standard wants something written out: what they mean is plain.
@Suite struct MisplacedReferenceTests {
  private static let head = "openapi: 3.1.0\ninfo: {title: Runs, version: 1.0.0}\n"

  @Test(arguments: [
    """
    components:
      schemas:
        A:
          properties: {$ref: '#/x-parts/properties'}
          ^ warning: the standard allows no reference in place of 'properties'
          required: {$ref: '#/x-parts/required'}
          ^ warning: the standard allows no reference in place of 'required'
        B:
          oneOf: {$ref: '#/x-parts/list'}
          ^ warning: the standard allows no reference in place of 'oneOf'
        C:
          properties: {$ref: '#/x-parts/propertys'}
          ^ error: nothing is at '#/x-parts/propertys'; did you mean 'properties'?
        D:
          properties:
            $ref: {type: string}
          enum:
            - $ref: '#/none'
    x-parts:
      properties:
        a/b%: {type: string}
      required: [a/b%]
      list: [{type: string}, {type: integer}]
    """,
    """
    paths:
      /runs:
        parameters: {$ref: '#/x-parameters'}
                           ^ warning: the standard allows no reference in place of 'parameters'
        get:
          tags: {$ref: '#/x-tags'}
                       ^ warning: the standard allows no reference in place of 'tags'
          responses: {'204': {description: Done}}
    components:
      headers: {$ref: '#/x-tags'}
                      ^ warning: the standard allows no reference in place of 'headers'
    x-parameters:
      - {name: a, in: query, schema: {type: string}}
    x-tags: [a]
            ^ error: 'headers' is a mapping, not a sequence
    """,
  ])
  func reported(marked: String) {
    let source = MarkedSource(Self.head + marked)
    let (document, reported) = source.read()
    #expect(document != nil)
    #expect(reported == source.expected)
  }

  @Test func whatTheyLeadToCounts() throws {
    let (document, _) = MarkedSource(
      Self.head + """
        components:
          schemas:
            A:
              properties: {$ref: '#/x-parts/properties'}
              required: {$ref: '#/x-parts/required'}
            B:
              oneOf: {$ref: '#/x-parts/list'}
        x-parts:
          properties:
            a/b%: {type: string}
          required: [a/b%]
          list: [{type: string}, {type: integer}]
        """
    ).read()
    let schemas = try #require(document?.components.schemas)
    #expect(violations(schemas["A"], #"{"a/b%": 1}"#) == ["/a~1b%"])
    #expect(violations(schemas["A"], "{}") == [""])
    #expect(violations(schemas["B"], "1") == [])
    #expect(violations(schemas["B"], "true") == [""])
  }

  private func violations(_ schema: Schema?, _ text: String) -> [String]? {
    schema?.violations(in: Array(text.utf8)).map(\.instance)
  }
}
