import Testing

/// What is reported about references, and where.
@Suite struct ReferenceDiagnosticsTests {
  private static let head = """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}

    """

  @Test(arguments: [
    """
    components:
      parameters:
        A: {$ref: '#/components/parameters/B'}
                  ^ error: this reference leads back to itself
        B: {$ref: '#/components/parameters/A'}
        C: {$ref: '#/components/parameters/C'}
                  ^ error: this reference leads back to itself
        D: {$ref: '#/components/parameters/E'}
                  ^ error: nothing is at '#/components/parameters/E'
    """,
    """
    components:
      headers:
        Loop:
          content:
            multipart/form-data:
              encoding:
                part:
                  headers:
                    Loop:
                      $ref: '#/components/headers/Loop'
                            ^ error: a Header Object can't contain itself
    """,
    """
    components:
      responses:
        Remote: {$ref: 'https://example.com/api.yaml#/components/responses/A'}
                       ^ error: 'https://example.com/api.yaml#/components/responses/A' refers to a remote document, and none is ever fetched
        Other: {$ref: 'common.yaml#/A'}
                      ^ error: 'common.yaml#/A' refers to another file, and only this document is read
        Own: {$ref: 'api.yaml#/components/responses/Done'}
        OwnToo: {$ref: './api.yaml#/components/responses/Done'}
        Slash: {$ref: '#components/responses/Done'}
                      ^ warning: a JSON Pointer starts with '/': write '#/components/responses/Done'
        Number: {$ref: 1, description: One}
                       ^ error: a reference is a string, not a number
        Name: {$ref: '#Done'}
                     ^ error: nothing in this document is named '#Done'
        Beside:
          $ref: '#/components/responses/Done'
          description: All done
          headers: {}
          ^ warning: 'headers' has no effect beside '$ref'
          x-note: beside
        Done: {description: Done}
    """,
    """
    paths:
      /a:
        $ref: '#/paths/~1b'
              ^ error: this reference leads back to itself
      /b:
        $ref: '#/paths/~1a'
    """,
    """
    paths:
      /runs:
        get:
          responses: {$ref: '#/components/x-responses'}
                            ^ warning: the standard allows no reference in place of 'responses'
    components:
      x-responses:
        '204': {description: Done}
    """,
  ])
  func reported(marked: String) {
    let source = MarkedSource(Self.head + marked)
    let (document, reported) = source.read()
    #expect(document != nil)
    #expect(reported == source.expected)
  }
}
