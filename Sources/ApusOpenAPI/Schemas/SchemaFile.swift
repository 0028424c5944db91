import ApusCore

/// What is known of the schemas of one file before any is read.
struct SchemaFile {
  /// How the file writes schemas.
  let notation: SchemaNotation
  /// Finds the dialect of a schema; nil if all are in the common one.
  let dialects: ((SchemaLocation) -> Dialect)?
  /// Finds the resource that decides what dynamic references mean; nil if there are none.
  let resource: ((SchemaLocation) -> SchemaResource?)?
}
