import ApusCore
import ApusModel

/// Finds defaults that would be made with themselves: of objects that hold others of their own type,
/// which have these by default. They have no end.
struct DefaultCircles {
  /// A property that has a default.
  private struct Place: Hashable {
    var type: TypeIdentifier
    var name: String
  }

  private let types: [TypeIdentifier: SwiftType]
  private var circular: Set<Place> = []

  private static let maximumDepth = 16

  init(_ types: [TypeIdentifier: SwiftType]) {
    self.types = types
    for type in types.values {
      guard case .object(let object) = type.content else { continue }
      for property in object.properties where property.documentedDefault?.hasParts ?? false {
        let place = Place(type: type.identifier, name: property.wireName)
        if leadsBack(property, at: place) { circular.insert(place) }
      }
    }
  }

  /// Whether the default of a property would be made with itself.
  func contain(_ property: SwiftProperty, of type: TypeIdentifier) -> Bool {
    circular.contains(Place(type: type, name: property.wireName))
  }

  private func leadsBack(_ property: SwiftProperty, at place: Place) -> Bool {
    var seen: Set<Place> = []
    var waiting = needs(of: property)
    while let next = waiting.popLast() {
      if next.place == place { return true }
      if seen.insert(next.place).inserted { waiting += needs(of: next.property) }
    }
    return false
  }

  private typealias Need = (place: Place, property: SwiftProperty)

  /// The properties whose defaults a property's default is made with.
  private func needs(of property: SwiftProperty) -> [Need] {
    property.documentedDefault.map { needs(of: $0, property.shape, Self.maximumDepth) } ?? []
  }

  private func needs(of value: JSON, _ shape: Shape, _ depth: Int) -> [Need] {
    guard depth > 0 else { return [] }
    switch (shape, value) {
    case (.nullable(let inner), _): return needs(of: value, inner, depth)
    case (.array(let element), .array(let values)):
      return values.flatMap { needs(of: $0, element, depth - 1) }
    case (.dictionary(let element, _), .object(let members)):
      return members.values.flatMap { needs(of: $0, element, depth - 1) }
    case (.reference(let identifier), _):
      return types[identifier].map { needs(of: value, $0, depth - 1) } ?? []
    default: return []
    }
  }

  private func needs(of value: JSON, _ type: SwiftType, _ depth: Int) -> [Need] {
    switch (type.content, value) {
    case (.alias(let shape), _): return needs(of: value, shape, depth)
    case (.object(let object), .object(let members)):
      return object.properties.flatMap { property -> [Need] in
        if let member = members[property.wireName] {
          return needs(of: member, property.shape, depth)
        }
        guard property.documentedDefault != nil else { return [] }
        return [(Place(type: type.identifier, name: property.wireName), property)]
      }
    case (.tuple(let tuple), .array(let elements)):
      return zip(tuple.properties, elements).flatMap { needs(of: $1, $0.shape, depth) }
    case (.union(let cases, let union), _):
      guard let index = union.discrimination.branch(of: value), cases.indices.contains(index) else {
        return []
      }
      return needs(of: value, cases[index].shape, depth)
    default: return []
    }
  }
}

extension JSON {
  /// Whether it holds other values.
  fileprivate var hasParts: Bool {
    switch self {
    case .array(let elements): !elements.isEmpty
    case .object: true
    case .null, .boolean, .number, .string: false
    }
  }
}
