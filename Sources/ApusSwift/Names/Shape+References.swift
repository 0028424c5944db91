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

extension Endpoint {
  /// The types that the operation and those that belong to it mention.
  var references: [TypeIdentifier] {
    (requestShapes + responseShapes).flatMap(\.references) + types.flatMap(\.references)
  }
}
