import Testing

/// What a document says against itself, and where.
@Suite("The document's check of itself")
struct SelfCheckTests {
  @Test("finds values that their schemas don't describe", arguments: values)
  func findsValues(_ schemas: String) { expectReport(Self.document(of: schemas)) }

  @Test("finds schemas that nothing satisfies", arguments: bounds)
  func findsBounds(_ schemas: String) { expectReport(Self.document(of: schemas)) }

  @Test("asks for what arrays hold in OpenAPI 3.0")
  func findsItems() {
    expectReport(
      """
      openapi: 3.0.3
      info: {title: T, version: "1"}
      paths: {}
      components:
        schemas:
          Lacking: {type: array}
                          ^ warning: an array needs 'items' in OpenAPI 3.0
          Whole: {type: array, items: {}}
          Nested: {type: array, items: {type: array, nullable: true}}
                                              ^ warning: an array needs 'items' in OpenAPI 3.0
      """)
  }

  @Test("finds examples that the schemas beside them don't describe")
  func findsExamples() {
    expectReport(
      """
      openapi: 3.1.0
      info: {title: T, version: "1"}
      paths:
        /a/{id}:
          get:
            parameters:
              - name: id
                in: path
                required: true
                schema: {type: integer}
                         ^ note: the rule that it breaks
                example: x
                         ^ warning: this example is not what its schema describes: expected an integer, found "x"
            responses:
              "200":
                description: ok
                headers:
                  X-Count:
                    schema: {type: integer}
                             ^ note: the rule that it breaks
                    example: 1.5
                             ^ warning: this example is not what its schema describes: expected an integer, found 1.5
                content:
                  application/json:
                    schema: {$ref: "#/components/schemas/User"}
                    examples:
                      good: {value: {id: 1, name: Ann}}
                      lacking: {$ref: "#/components/examples/Bad"}
                  text/csv:
                    schema: {type: array}
                    example: "a,b"
                  application/xml:
                    schema: {type: array}
                             ^ note: the rule that it breaks
                    example: {a: b}
                             ^ warning: this example is not what its schema describes: expected an array, found an object
      components:
        examples:
          Bad:
            value: {id: 0, name: 1}
                   ^ warning: this example is not what its schema describes: at '/id', expected a number of at least 1, found 0
        schemas:
          User:
            type: object
            required: [id, secret]
            properties:
              id: {type: integer, minimum: 1}
                                  ^ note: the rule that it breaks
              name: {type: string}
                     ^ note: and here: at '/name', expected a string, found 1
              secret: {type: string, writeOnly: true}
      """)
  }

  @Test("asks of an example what the way of its message asks for")
  func directions() {
    expectReport(
      """
      openapi: 3.1.0
      info: {title: T, version: "1"}
      paths:
        /a:
          post:
            requestBody:
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/User"}
                  examples:
                    good: {value: {secret: x}}
                    bad: {value: {id: 1}}
                                 ^ warning: this example is not what its schema describes: expected a member "secret", found none of that name
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema: {$ref: "#/components/schemas/User"}
                    examples:
                      good: {value: {id: 1}}
                      bad: {value: {secret: x}}
                                   ^ warning: this example is not what its schema describes: expected a member "id", found none of that name
      components:
        schemas:
          User:
            type: object
            required: [id, secret]
            ^ note: the rule that it breaks
            properties:
              id: {type: integer, readOnly: true}
              secret: {type: string, writeOnly: true}
            example: {}
      """)
  }

  @Test("counts the values that break rules in one way, after the first of them")
  func counts() {
    expectReport(
      Self.document(
        of: """
              A: {type: string, example: 1}
                  ^ note: the rule that it breaks
                                         ^ warning: this example is not what its schema describes: expected a string, found 1
              B: {type: string, example: 2}
                  ^ note: the rule that it breaks
                                         ^ warning: this example is not what its schema describes: expected a string, found 2
              C: {type: string, example: 3}
                  ^ note: the rule that it breaks
                                         ^ warning: this example is not what its schema describes: expected a string, found 3
              D: {type: string, example: 4}
                                         ^ note: 2 more of this kind, from here on
              E: {type: string, example: 5}
              F: {type: string, default: 6}
                  ^ note: the rule that it breaks
                                         ^ warning: this default is not what its schema describes: expected a string, found 6
          """))
  }

  @Test("has nothing to say of a document without fault")
  func faultless() {
    expectReport(
      Self.document(
        of: """
            A:
              type: object
              required: [id, made]
              properties:
                id: {type: string, format: uuid, example: 8a0c9e5e-1d2f-4b3a-9c4d-5e6f70818293}
                made: {type: string, readOnly: true}
                next: {$ref: "#/components/schemas/A"}
              example: {id: 8a0c9e5e-1d2f-4b3a-9c4d-5e6f70818293}
            B: {type: integer, minimum: 1, maximum: 1, default: 1, enum: [1]}
            C: {type: number, exclusiveMinimum: 1, exclusiveMaximum: 2, example: 1.5}
            D: {allOf: [{type: number}, {type: integer}], default: 1}
            E: {type: [string, "null"], minLength: 2, maxLength: 2, default: null}
            F: {default: anything, enum: [anything, 1]}
          """))
  }

  static let values = [
    """
    A: {type: string, default: 1}
        ^ note: the rule that it breaks
                               ^ warning: this default is not what its schema describes: expected a string, found 1
    """,
    """
    A: {type: string, examples: [a, 5]}
        ^ note: the rule that it breaks
                                    ^ warning: this example is not what its schema describes: expected a string, found 5
    """,
    """
    A:
      type: string
      format: date
      ^ note: the rule that it breaks
      example: soon
               ^ warning: this example is not what its schema describes: expected a date such as "2025-01-31", found "soon"
    """,
    """
    A: {type: string, enum: [a, 1]}
        ^ note: the rule that it breaks
                                ^ warning: this value is not what its schema describes: expected a string, found 1
    """,
    """
    A: {type: string, enum: [1, 2]}
        ^ note: the rule that it breaks
                            ^ warning: every value of 'enum' is not what its schema describes: expected a string, found 1
    """,
    """
    A: {type: string, const: 1}
        ^ note: the rule that it breaks
                             ^ warning: the value of 'const' is not what its schema describes: expected a string, found 1
    """,
    """
    A:
      type: object
      properties:
        b: {$ref: "#/components/schemas/B"}
      default: {b: {c: true}}
               ^ warning: this default is not what its schema describes: at '/b/c', expected an integer, found true
    B:
      properties:
        c: {type: integer}
            ^ note: the rule that it breaks
    """,
  ]

  static let bounds = [
    """
    A: {type: string, minLength: 5, maxLength: 3}
                                 ^ warning: no string is so long: at least 5, and at most 3
                                               ^ note: 'maxLength' is 3
    """,
    """
    A: {minItems: 2, maxItems: 1}
                  ^ warning: no array has so many elements: at least 2, and at most 1
                               ^ note: 'maxItems' is 1
    """,
    """
    A: {minProperties: 2, maxProperties: 1}
                       ^ warning: no object has so many members: at least 2, and at most 1
                                         ^ note: 'maxProperties' is 1
    """,
    """
    A: {contains: {type: string}, minContains: 3, maxContains: 2}
                                               ^ warning: no array has so many of the elements that are asked for: at least 3, and at most 2
                                                               ^ note: 'maxContains' is 2
    """,
    """
    A: {minimum: 5, exclusiveMaximum: 5}
                 ^ warning: no number is at least 5 and less than 5
                                      ^ note: 'exclusiveMaximum' is 5
    """,
    """
    A: {type: integer, exclusiveMinimum: 1, exclusiveMaximum: 2}
                                         ^ warning: no whole number is greater than 1 and less than 2
                                                              ^ note: 'exclusiveMaximum' is 2
    """,
    """
    A: {type: integer, minimum: 1.2, maximum: 1.8}
                                ^ warning: no whole number is at least 1.2 and at most 1.8
                                              ^ note: 'maximum' is 1.8
    """,
    """
    A:
      required: [a, b]
                    ^ warning: the member 'b' is required, but no value of it is accepted
      properties: {a: true, b: false}
                               ^ note: its schema accepts nothing
    """,
    """
    A:
      allOf:
        - {$ref: "#/components/schemas/B"}
        - {type: [string, integer]}
          ^ warning: no value is a string or an integer and what else 'allOf' asks for
    B: {type: object}
              ^ note: another kind of value is asked for here
    """,
  ]

  private static func document(of schemas: String) -> String {
    let lines = schemas.split(separator: "\n").map { "    \($0)\n" }.joined()
    return """
      openapi: 3.1.0
      info: {title: T, version: "1"}
      components:
        schemas:
      \(lines)
      """
  }

  private func expectReport(_ marked: String) {
    let source = MarkedSource(marked)
    #expect(source.check() == source.expected)
  }
}
