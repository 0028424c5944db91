import Testing

/// What is reported about the document as a whole, and where.
@Suite struct RootDiagnosticsTests {
  @Test(arguments: [
    """
    swagger: "2.0"
             ^ error: this is a Swagger 2.0 document: convert it to OpenAPI 3 first
    info:
      title: Runs
    """,
    """
    asyncapi: 3.0.0
    ^ error: this is an AsyncAPI document, not an OpenAPI one
    """,
    """
    overlay: 1.0.0
    ^ error: this is an OpenAPI overlay, not an OpenAPI document
    """,
    """
    openAPI: 3.1.0
    ^ error: an OpenAPI document starts with its version, such as 'openapi: 3.1.0'; did you mean 'openAPI'?
    """,
    """
    - openapi: 3.1.0
    ^ error: an OpenAPI document is a mapping, not a sequence
    """,
    """
    just a text
    ^ error: an OpenAPI document is a mapping, not a string
    """,
    """
    openapi: 4.0.0
             ^ error: '4.0.0' is no version that can be read: 3.0, 3.1 and 3.2 can
    """,
    """
    openapi:
      version: 3.1.0
      ^ error: '' is no version that can be read: 3.0, 3.1 and 3.2 can
    """,
    """
    openapi: 3.9223372036854775808.0
             ^ error: '3.9223372036854775808.0' is no version that can be read: 3.0, 3.1 and 3.2 can
    """,
  ])
  func unusable(marked: String) {
    let source = MarkedSource(marked)
    let (document, reported) = source.read()
    #expect(document == nil)
    #expect(reported == source.expected)
  }

  @Test(arguments: [
    """
    openapi: 3.1
             ^ warning: 'openapi' is a string: write '"3.1"'
    info: {title: Runs, version: 1.0.0}
    """,
    """
    openapi: 3.7.0
             ^ warning: OpenAPI 3.7 is newer than what can be read, and is taken for 3.2
    info: {title: Runs, version: 1.0.0}
    """,
    """
    openapi: 3.1.0
    ^ warning: an OpenAPI Object needs a field 'info'
    """,
    """
    openapi: 3.0.3
    ^ warning: an OpenAPI Object needs a field 'paths'
    info: {title: Runs, version: 1.0.0}
    """,
    """
    openapi: 3.1.0
    info:
      titel: Runs
      ^ warning: an Info Object has no field 'titel'; did you mean 'title'?
      version: 1.0
               ^ warning: 'version' is a string, not a number
      x-logo: {url: /logo.png}
      title:
      ^ warning: 'title' has no value
      entirely: unknown
      ^ warning: an Info Object has no field 'entirely'
    """,
    """
    openapi: 3.0.3
    info: {title: Runs, version: 1.0.0, summary: All of them}
                                        ^ warning: 'summary' came with OpenAPI 3.1, and this document follows 3.0
    paths: {}
    webhooks: {}
    ^ warning: 'webhooks' came with OpenAPI 3.1, and this document follows 3.0
    """,
    """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}
    servers: {url: /}
             ^ error: 'servers' is a sequence, not a mapping
    tags:
      - name: Runs
      - Threads
        ^ error: a Tag Object is a mapping, not a string
      - name: Runs
        ^ warning: a second tag 'Runs' is left out
      - description: Nothing
        ^ warning: a Tag Object needs a field 'name'
    paths: []
           ^ warning: 'paths' is a mapping, not a sequence
    """,
    """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}
    servers:
      - url: https://{region}.example.com/{base}
             ^ warning: '{base}' isn't among the server's variables
        variables:
          region:
            enum: [eu, us]
            default: asia
                     ^ warning: the default 'asia' isn't among the variable's values
    """,
  ])
  func plain(marked: String) {
    let source = MarkedSource(marked)
    let (document, reported) = source.read()
    #expect(document != nil)
    #expect(reported == source.expected)
  }
}
