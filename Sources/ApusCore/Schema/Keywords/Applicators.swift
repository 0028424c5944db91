/// A keyword whose argument is a schema.
protocol SchemaApplicator: Keyword {
  var schema: Schema { get }
  init(_ schema: Schema)
}

extension SchemaApplicator {
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(reader.schema(argument))
  }

  public var arguments: [RuleArgument]? { [.schema(schema)] }
}

/// A keyword whose argument is a list of at least one schema.
protocol SchemasApplicator: Keyword {
  var schemas: [Schema] { get }
  init(_ schemas: [Schema])
}

extension SchemasApplicator {
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try reader.schemas(argument))
  }

  public var arguments: [RuleArgument]? { schemas.map(RuleArgument.schema) }
}
