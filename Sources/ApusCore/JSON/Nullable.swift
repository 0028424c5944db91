/// A value or JSON's `null`: for members that may be absent *and* may be null, where the one does
/// not mean the other. An optional of it tells all three apart.
@frozen
public enum Nullable<Wrapped> {
  /// JSON's `null`.
  case null
  /// A value.
  case value(Wrapped)

  /// The value; nil for null.
  public var value: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Null for nil, else the value.
  public init(_ value: Wrapped?) {
    self = value.map(Nullable.value) ?? .null
  }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}
extension Nullable: Sendable where Wrapped: Sendable {}

extension Nullable: Decodable where Wrapped: Decodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
  }
}

extension Nullable: Encodable where Wrapped: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .value(let value): try container.encode(value)
    }
  }
}

extension Nullable: JSONCodable where Wrapped: JSONCodable {
  public init(from json: JSONView) throws {
    self = json.isNull ? .null : .value(try Wrapped(from: json))
  }

  public func write(to json: inout JSONWriter) {
    value.write(to: &json)
  }
}
