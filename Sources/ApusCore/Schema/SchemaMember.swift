/// A member of a schema, as a dialect understands it.
public struct SchemaMember {
  /// What the keyword means; nil for a name that is no keyword of the dialect.
  public let unit: (any Keyword.Type)?
  /// The document's number for the name; nil if the document has none.
  public let key: UInt32?
  /// The document's number for what stands under it.
  public var value: UInt32
}
