import ApusCore
import ApusModel

extension Shape {
  /// The formats whose types the shape mentions.
  var formats: [Format] {
    switch self {
    case .scalar(.formatted(let format)): [format]
    case .array(let shape), .dictionary(let shape), .nullable(let shape): shape.formats
    default: []
    }
  }
}

extension Endpoint {
  /// The types that the operation and those that belong to it mention.
  var references: [TypeIdentifier] {
    let shapes =
      parameters.map(\.shape) + [body?.shape].compactMap(\.self)
      + (successes + failures).compactMap(\.shape)
    return shapes.flatMap(\.references) + types.flatMap(\.references)
  }
}
