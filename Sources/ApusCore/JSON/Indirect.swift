/// Keeps a property's value in a place of its own, so that a struct can hold values of its own type.
@propertyWrapper
public indirect enum Indirect<Value> {
  /// The value, in its place.
  case value(Value)

  /// A place for a value.
  public init(wrappedValue: Value) {
    self = .value(wrappedValue)
  }

  /// The value.
  public var wrappedValue: Value {
    get {
      switch self {
      case .value(let value): value
      }
    }
    set { self = .value(newValue) }
  }
}

extension Indirect: Sendable where Value: Sendable {}
