import ApusSource

/// The schemas of schemas that the standard itself gives (JSON Schema Core, section 8.1): they are
/// there without being asked for, so that references to them need no copy.
enum Metaschema {
  /// The URI of JSON Schema 2020-12.
  static let jsonSchema2020 = base + "schema"

  /// The file at a URI, if it is one of the standard's.
  static func file(at address: String) -> SourceFile? {
    guard address.hasPrefix(base) else { return nil }
    return texts[String(address.dropFirst(base.count))].map { text in
      SourceFile(name: address, bytes: Array(text.utf8))
    }
  }

  /// Whether a file of the standard has an address.
  static func isAddress(_ address: String) -> Bool {
    address.hasPrefix(base) && texts[String(address.dropFirst(base.count))] != nil
  }

  private static let base = "https://json-schema.org/draft/2020-12/"

  private static let texts = [
    "schema": whole, "meta/core": core, "meta/applicator": applicator,
    "meta/unevaluated": unevaluated, "meta/validation": validation,
    "meta/meta-data": metadata, "meta/format-annotation": format("format-annotation"),
    "meta/format-assertion": format("format-assertion"), "meta/content": content,
  ]

  /// The head of the schema of one vocabulary.
  private static func head(_ name: String) -> String {
    """
    $schema: \(base)schema
    $id: \(base)meta/\(name)
    $vocabulary:
      \(base)vocab/\(name): true
    $dynamicAnchor: meta
    type: [object, boolean]

    """
  }

  private static let whole = """
    $schema: \(base)schema
    $id: \(base)schema
    $vocabulary:
      \(base)vocab/core: true
      \(base)vocab/applicator: true
      \(base)vocab/unevaluated: true
      \(base)vocab/validation: true
      \(base)vocab/meta-data: true
      \(base)vocab/format-annotation: true
      \(base)vocab/content: true
    $dynamicAnchor: meta
    title: A schema of JSON Schema 2020-12
    type: [object, boolean]
    allOf:
      - $ref: meta/core
      - $ref: meta/applicator
      - $ref: meta/unevaluated
      - $ref: meta/validation
      - $ref: meta/meta-data
      - $ref: meta/format-annotation
      - $ref: meta/content
    properties:
      definitions:
        description: What '$defs' was called before.
        deprecated: true
        type: object
        additionalProperties: {$dynamicRef: '#meta'}
      dependencies:
        description: What 'dependentSchemas' and 'dependentRequired' have taken the place of.
        deprecated: true
        type: object
        additionalProperties:
          anyOf:
            - $dynamicRef: '#meta'
            - $ref: meta/validation#/$defs/stringArray
      $recursiveAnchor: {deprecated: true, $ref: meta/core#/$defs/anchorString}
      $recursiveRef: {deprecated: true, $ref: meta/core#/$defs/uriReferenceString}
    """

  private static let core =
    head("core") + #"""
      properties:
        $id: {$ref: '#/$defs/uriReferenceString', pattern: '^[^#]*#?$'}
        $schema: {$ref: '#/$defs/uriString'}
        $ref: {$ref: '#/$defs/uriReferenceString'}
        $anchor: {$ref: '#/$defs/anchorString'}
        $dynamicRef: {$ref: '#/$defs/uriReferenceString'}
        $dynamicAnchor: {$ref: '#/$defs/anchorString'}
        $vocabulary:
          type: object
          propertyNames: {$ref: '#/$defs/uriString'}
          additionalProperties: {type: boolean}
        $comment: {type: string}
        $defs:
          type: object
          additionalProperties: {$dynamicRef: '#meta'}
      $defs:
        anchorString: {type: string, pattern: '^[A-Za-z_][-A-Za-z0-9._]*$'}
        uriString: {type: string, format: uri}
        uriReferenceString: {type: string, format: uri-reference}
      """#

  private static let applicator =
    head("applicator") + """
      properties:
        prefixItems: {$ref: '#/$defs/schemaArray'}
        items: {$dynamicRef: '#meta'}
        contains: {$dynamicRef: '#meta'}
        additionalProperties: {$dynamicRef: '#meta'}
        properties:
          type: object
          additionalProperties: {$dynamicRef: '#meta'}
          default: {}
        patternProperties:
          type: object
          additionalProperties: {$dynamicRef: '#meta'}
          propertyNames: {format: regex}
          default: {}
        dependentSchemas:
          type: object
          additionalProperties: {$dynamicRef: '#meta'}
          default: {}
        propertyNames: {$dynamicRef: '#meta'}
        if: {$dynamicRef: '#meta'}
        then: {$dynamicRef: '#meta'}
        else: {$dynamicRef: '#meta'}
        allOf: {$ref: '#/$defs/schemaArray'}
        anyOf: {$ref: '#/$defs/schemaArray'}
        oneOf: {$ref: '#/$defs/schemaArray'}
        not: {$dynamicRef: '#meta'}
      $defs:
        schemaArray:
          type: array
          minItems: 1
          items: {$dynamicRef: '#meta'}
      """

  private static let unevaluated =
    head("unevaluated") + """
      properties:
        unevaluatedItems: {$dynamicRef: '#meta'}
        unevaluatedProperties: {$dynamicRef: '#meta'}
      """

  private static let validation =
    head("validation") + """
      properties:
        type:
          anyOf:
            - $ref: '#/$defs/simpleTypes'
            - type: array
              items: {$ref: '#/$defs/simpleTypes'}
              minItems: 1
              uniqueItems: true
        const: true
        enum: {type: array, items: true}
        multipleOf: {type: number, exclusiveMinimum: 0}
        maximum: {type: number}
        exclusiveMaximum: {type: number}
        minimum: {type: number}
        exclusiveMinimum: {type: number}
        maxLength: {$ref: '#/$defs/nonNegativeInteger'}
        minLength: {$ref: '#/$defs/nonNegativeIntegerDefault0'}
        pattern: {type: string, format: regex}
        maxItems: {$ref: '#/$defs/nonNegativeInteger'}
        minItems: {$ref: '#/$defs/nonNegativeIntegerDefault0'}
        uniqueItems: {type: boolean, default: false}
        maxContains: {$ref: '#/$defs/nonNegativeInteger'}
        minContains: {$ref: '#/$defs/nonNegativeInteger', default: 1}
        maxProperties: {$ref: '#/$defs/nonNegativeInteger'}
        minProperties: {$ref: '#/$defs/nonNegativeIntegerDefault0'}
        required: {$ref: '#/$defs/stringArray'}
        dependentRequired:
          type: object
          additionalProperties: {$ref: '#/$defs/stringArray'}
      $defs:
        nonNegativeInteger: {type: integer, minimum: 0}
        nonNegativeIntegerDefault0: {$ref: '#/$defs/nonNegativeInteger', default: 0}
        simpleTypes: {enum: [array, boolean, integer, 'null', number, object, string]}
        stringArray:
          type: array
          items: {type: string}
          uniqueItems: true
          default: []
      """

  private static let metadata =
    head("meta-data") + """
      properties:
        title: {type: string}
        description: {type: string}
        default: true
        deprecated: {type: boolean, default: false}
        readOnly: {type: boolean, default: false}
        writeOnly: {type: boolean, default: false}
        examples: {type: array, items: true}
      """

  private static func format(_ name: String) -> String {
    head(name) + "properties: {format: {type: string}}\n"
  }

  private static let content =
    head("content") + """
      properties:
        contentEncoding: {type: string}
        contentMediaType: {type: string}
        contentSchema: {$dynamicRef: '#meta'}
      """
}
