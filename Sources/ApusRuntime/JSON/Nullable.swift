/// A value or null, for a member that may be null and may also not be there: as a `Nullable<T>?` it tells the two apart.
public enum Nullable<Wrapped: JSONCodable>: JSONCodable {
  case null
  case value(Wrapped)

  /// The value, or nil for null.
  public var value: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }

  public init(from json: JSONView) throws {
    self = json.isNull ? .null : .value(try Wrapped(from: json))
  }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .value(let value): value.write(to: &json)
    }
  }
}
