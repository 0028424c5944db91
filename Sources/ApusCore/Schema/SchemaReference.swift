/// A schema that stands elsewhere, looked up when it is first needed: schemas may refer to each
/// other in a circle.
public final class SchemaReference: Sendable {
  /// The schema's place in its document, a JSON Pointer; empty where generated code names the
  /// schema itself.
  public let pointer: String

  /// The name by which the reference names it, if that was given by `$dynamicAnchor`.
  public let dynamicAnchor: String?

  private let find: @Sendable () -> Schema

  /// A reference to the schema that `find` gives.
  public init(
    pointer: String = "", dynamicAnchor: String? = nil, _ find: @escaping @Sendable () -> Schema
  ) {
    self.pointer = pointer
    self.dynamicAnchor = dynamicAnchor
    self.find = find
  }

  /// The schema.
  public var schema: Schema { find() }
}
