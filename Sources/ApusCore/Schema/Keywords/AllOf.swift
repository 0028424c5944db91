/// `allOf`: the value satisfies every one of some schemas (JSON Schema Core, section 10.2.1.1).
public struct AllOf: SchemasApplicator {
  public static let name = "allOf"

  /// The schemas, in the order of the document.
  public let schemas: [Schema]

  init(_ schemas: [Schema]) {
    self.schemas = schemas
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    var isValid = true
    for (index, schema) in schemas.enumerated() {
      if !evaluation.evaluate(schema, instance, below: Self.name, String(index)) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

extension Rule {
  /// `allOf`: the value satisfies every one of the schemas.
  public static func allOf(_ schemas: Schema...) -> Rule {
    Rule(AllOf(schemas))
  }
}
