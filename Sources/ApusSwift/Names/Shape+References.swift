import ApusCore
import ApusModel

extension Shape {
  /// The formats whose types the shape mentions.
  var formats: [Format] {
    switch self {
    case .scalar(.formatted(let format)): [format]
    case .array(let shape), .dictionary(let shape, _), .nullable(let shape): shape.formats
    default: []
    }
  }
}

extension Shape {
  /// Whether its type is spelt with one of the runtime's.
  var isOfRuntime: Bool {
    switch self {
    case .scalar(.formatted(let format)):
      format.type.map { $0.module == nil && !$0.isOfStandardLibrary } ?? false
    case .scalar(let scalar): scalar == .anyInteger
    case .array(let shape), .dictionary(let shape, _), .nullable(let shape): shape.isOfRuntime
    case .any, .object, .tuple, .union, .enumeration: true
    case .reference: false
    }
  }
}

extension Format.ValueType {
  /// Whether it is one of the numbers of the standard library.
  fileprivate var isOfStandardLibrary: Bool {
    ["Int", "UInt", "Double", "Float"].contains { name.hasPrefix($0) }
  }
}

extension Endpoint {
  /// The types that the operation and those that belong to it mention.
  var references: [TypeIdentifier] {
    (requestShapes + responseShapes).flatMap(\.references) + types.flatMap(\.references)
  }
}
