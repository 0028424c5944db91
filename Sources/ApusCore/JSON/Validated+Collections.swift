// A value that holds values of a type with rules has the rule that those rules hold for each.

extension Array: Validated where Element: Validated {
  public static var schema: Schema { Schema(.type(.array), .items(Element.schema)) }
}

extension Dictionary: Validated where Key: JSONKey, Value: Validated {
  public static var schema: Schema {
    Schema(.type(.object), .additionalProperties(Value.schema))
  }
}

extension Optional: Validated where Wrapped: Validated {
  public static var schema: Schema { Schema(.anyOf(Schema(.type(.null)), Wrapped.schema)) }
}
