import Testing

/// What is reported about paths, operations and what they hold, and where.
@Suite struct PathDiagnosticsTests {
  private static let head = """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}

    """

  @Test(arguments: [
    """
    paths:
      /runs/{run_id}:
        get:
        ^ warning: '{run_id}' in the path '/runs/{run_id}' isn't among the operation's parameters
          responses: {'204': {description: Done}}
      runs:
      ^ warning: a path starts with '/'
        get:
          responses: {'204': {description: Done}}
    """,
    """
    paths:
      /runs/{id}: {}
      /runs/{run}: {}
      ^ warning: '/runs/{run}' matches the same requests as '/runs/{id}'
      /runs?all=true: {}
      ^ warning: a path has no query: '?' and what follows
    """,
    """
    paths:
      /runs/{run_id}:
        parameters:
          - {name: run_id, in: path, schema: {type: string}}
                   ^ warning: a path parameter is required: write 'required: true'
        post:
          operationId: cancel
          parameters:
            - name: runid
              ^ warning: the path '/runs/{run_id}' has no '{runid}'; did you mean 'run_id'?
              in: path
              required: true
              schema: {type: string}
            - name: body
              in: body
                  ^ error: 'in: body' is Swagger 2.0's: use 'requestBody'
              schema: {type: object}
            - name: filter
              in: qurey
                  ^ error: no request carries parameters in 'qurey'; did you mean 'query'?
              schema: {type: object}
            - name: limit
              in: query
              style: deepobject
                     ^ warning: there is no style 'deepobject'; did you mean 'deepObject'?
              schema: {type: integer}
            - name: limit
              ^ warning: a second query parameter 'limit' is left out
              in: query
              schema: {type: integer}
            - name: X-Trace
              in: header
              style: form
                     ^ warning: header parameters have no style 'form'; 'simple' is used (allowed: 'simple')
              required: 'true'
                        ^ warning: 'required' is a boolean, not a string
              schema: {type: string}
          responses: {'204': {description: Done}}
        delete:
          operationId: cancel
                       ^ warning: another operation is named 'cancel' too
          responses: {'204': {description: Done}}
    """,
    """
    paths:
      /runs:
        post:
          requestBody:
            content:
              json:
              ^ warning: 'json' is no media type: it has the form 'type/subtype'
                schema: {type: object}
              application/json; charset=utf-8:
                schema: {type: object}
          responses:
            '404/596':
            ^ warning: '404/596' is no status: write a code such as '404', '4XX' or 'default'; the response is left out
              description: Not Found
            4xx:
            ^ warning: write '4XX' for '4xx'
              description: Wrong
            200:
            ^ warning: a Response Object needs a field 'description'
              contents: {}
              ^ warning: a Response Object has no field 'contents'; did you mean 'content'?
            default:
            ^ warning: 'default' has no value
    """,
    """
    paths:
      /runs:
        get:
          parameters:
            - name: filter
              in: query
              schema: {type: string}
              ^ warning: 'schema' and 'content' exclude each other; 'content' is left out
              content: {application/json: {}}
            - name: other
              ^ warning: a Parameter Object needs a 'schema' or 'content'
              in: query
            - name: several
              in: query
              content:
                application/json: {}
                text/plain: {}
                ^ warning: only one media type can be used here
          security:
            - key: []
              ^ error: no security scheme under 'components' is named 'key'; did you mean 'Key'?
            - Key: [1]
                    ^ error: a scope is a string, not a number
            - {Key: []}
          responses: {'204': {description: Done}}
    components:
      securitySchemes:
        Key: {type: apiKey, name: X-Key, in: header}
        Bad: {type: apikey, name: X-Key, in: header}
                    ^ error: there is no security scheme of the type 'apikey'; did you mean 'apiKey'?
        NoName: {type: apiKey, in: header}
        ^ error: this security scheme can't be used without 'name'
    """,
  ])
  func reported(marked: String) {
    let source = MarkedSource(Self.head + marked)
    let (document, reported) = source.read()
    #expect(document != nil)
    #expect(reported == source.expected)
  }
}
