/// Which types a client sends, which a server does, and which name members on the way.
struct Directions {
  /// The types that are part of a request.
  let requests: Set<TypeIdentifier>
  /// The types that are part of a response.
  let responses: Set<TypeIdentifier>
  /// The types that names of members are of.
  let keys: Set<TypeIdentifier>

  init(of api: API) {
    let endpoints = api.services.flatMap(\.endpoints)
    let declarations = (api.types + endpoints.flatMap(\.types)).flatMap(\.withNested)
    let parts = Dictionary(
      declarations.map { ($0.identifier, $0.shape.references) }, uniquingKeysWith: +)
    let sent = endpoints.flatMap(\.requestShapes)
    let received = endpoints.flatMap(\.responseShapes)
    // What a type of names is another name for has to be one as well.
    let named = (declarations.map(\.shape) + sent + received).flatMap(\.keys)
    keys = Self.reached(from: named, through: parts)
    requests = Self.reached(from: sent.flatMap(\.references), through: parts)
    responses = Self.reached(from: received.flatMap(\.references), through: parts)
  }

  /// The types that some types are or hold, however deep.
  private static func reached(
    from types: [TypeIdentifier], through parts: [TypeIdentifier: [TypeIdentifier]]
  ) -> Set<TypeIdentifier> {
    var reached: Set<TypeIdentifier> = []
    var waiting = types
    while let type = waiting.popLast() {
      if reached.insert(type).inserted { waiting += parts[type] ?? [] }
    }
    return reached
  }
}

extension API {
  /// The same API, with what depends on whether a type is sent by clients or by servers.
  var directed: API {
    let directions = Directions(of: self)
    return mapped { $0.directed(by: directions) }
  }

  /// The same API, with every type changed by a function.
  private func mapped(_ transform: (TypeDeclaration) -> TypeDeclaration) -> API {
    var api = self
    api.types = types.map { $0.mapped(transform) }
    for service in api.services.indices {
      for endpoint in api.services[service].endpoints.indices {
        let own = api.services[service].endpoints[endpoint].types
        api.services[service].endpoints[endpoint].types = own.map { $0.mapped(transform) }
      }
    }
    return api
  }
}

extension TypeDeclaration {
  /// The declaration as the directions ask for it: an enumeration that a server sends is open, and
  /// a property that is missing on one of the ways that its object goes is neither required nor
  /// filled in.
  fileprivate func directed(by directions: Directions) -> TypeDeclaration {
    var declaration = self
    switch shape {
    case .enumeration(var enumeration):
      enumeration.isOpen = enumeration.isOpen || directions.responses.contains(identifier)
      enumeration.areKeys = directions.keys.contains(identifier)
      declaration.shape = .enumeration(enumeration)
    case .object(var object):
      for index in object.properties.indices {
        switch object.properties[index].direction {
        case .response where directions.requests.contains(identifier),
          .request where directions.responses.contains(identifier):
          object.properties[index].isRequired = false
          object.properties[index].defaultValue = nil
        default: break
        }
      }
      declaration.shape = .object(object)
    default: break
    }
    return declaration
  }
}
