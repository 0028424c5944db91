import ApusCore
import ApusModel

/// What a part of the document goes by, for those who ask for another name.
struct PartKeys {
  /// Its JSON Pointer.
  var pointer: String
  /// Its name and, before it, those of the parts that it belongs to.
  var paths: [String]

  /// All of it.
  var all: [String] { [pointer] + paths }

  /// What a type of the top level goes by.
  init(of declaration: TypeDeclaration) {
    pointer = Self.fragment(declaration.identifier.pointer)
    paths = if case .name(let name) = declaration.label { [name] } else { [] }
  }

  /// What a type inside another one goes by: the parts of both are told alike, but for those of a
  /// property's own type.
  init(of declaration: TypeDeclaration, inside owner: PartKeys) {
    pointer = Self.fragment(declaration.identifier.pointer)
    let name = declaration.label.propertyName
    paths = owner.paths.map { path in name.map { "\(path).\($0)" } ?? path }
  }

  /// What an operation goes by.
  init(of endpoint: Endpoint) {
    let path = JSONPointer.escape(endpoint.path)
    pointer = Self.fragment("/paths/\(path)/\(endpoint.method.lowercased())")
    paths = [endpoint.name, "\(endpoint.method) \(endpoint.path)"]
  }

  /// A JSON Pointer as it is written in keys.
  static func fragment(_ pointer: String) -> String { "#" + pointer }

  /// What a part of a name goes by.
  func inside(_ name: String) -> [String] { paths.map { "\($0).\(name)" } }

  /// What an alternative goes by.
  func inside(_ label: Label) -> [String] {
    if case .name(let name) = label { inside(name) } else { [] }
  }

  /// What a property goes by: also its pointer, if no type has that.
  func inside(_ property: PropertyShape) -> [String] {
    let place = "\(pointer)/properties/\(JSONPointer.escape(property.name))"
    let isType = property.shape.references.contains { Self.fragment($0.pointer) == place }
    return inside(property.name) + (isType ? [] : [place])
  }

  /// What a parameter goes by.
  func inside(_ parameter: EndpointParameter) -> [String] {
    let place = parameter.schema.location.map(\.pointer) ?? ""
    let suffix = "/schema"
    return inside(parameter.name)
      + (place.hasSuffix(suffix) ? [Self.fragment(String(place.dropLast(suffix.count)))] : [])
  }
}

extension Label {
  /// The property, or the like, whose value it is the label of.
  fileprivate var propertyName: String? {
    switch self {
    case .name(let name): name
    case .part(let whole, _): whole.propertyName
    default: nil
    }
  }
}
