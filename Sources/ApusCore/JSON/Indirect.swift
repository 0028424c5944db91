/// Keeps a property's value in a place of its own, so that a struct can hold values of its own type.
@propertyWrapper
public indirect enum Indirect<Value> {
  case value(Value)

  public init(wrappedValue: Value) {
    self = .value(wrappedValue)
  }

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
