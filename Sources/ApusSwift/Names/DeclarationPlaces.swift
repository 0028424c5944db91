import ApusCore
import ApusModel

/// What in a document generated declarations are made from, for those who tell of their changes.
public struct DeclarationPlaces: Sendable {
  /// What an operation is called in generated code.
  public struct Operation: Sendable {
    /// The HTTP method as it is sent.
    public var method: String
    /// The path template as the document writes it.
    public var path: String
    /// The JSON Pointer of the operation.
    public var pointer: String
    /// The function.
    public var function: String
    /// What holds the types that belong to the operation alone.
    public var namespace: String
    /// The protocol of the operation's service.
    public var service: String
    /// The type that calls that service.
    public var client: String
  }

  /// The JSON Pointers of what types and their properties are made from, by their names from the top
  /// level. That of a property leads nowhere where another schema than the type's describes it.
  public private(set) var pointers: [String: String] = [:]
  /// The operations, in the order of the document's tags.
  public private(set) var operations: [Operation] = []

  /// The places of an API's declarations, as its files have them.
  init(of named: SwiftAPI) {
    addServers(of: named.api)
    pointers["Router"] = "/paths"
    for (name, schema) in named.constants {
      pointers[name.inside(named.schemasName).text] = schema.location?.pointer
    }
    if let security = named.security { add(security) }
    add(named.types + named.services.flatMap(\.operations).flatMap(\.types))
    for service in named.services {
      operations += service.operations.map { operation in
        Operation(
          method: operation.endpoint.method, path: operation.endpoint.path,
          pointer: operation.endpoint.pointer,
          function: operation.functionName.text, namespace: operation.namespace.text,
          service: service.protocolName.text, client: service.clientName.text)
      }
    }
  }

  private mutating func addServers(of api: API) {
    pointers[ServersEmitter.typeName] = "/servers"
    for (index, name) in ServersEmitter.names(of: api.servers).enumerated() {
      pointers["\(ServersEmitter.typeName).\(name.text)"] = "/servers/\(index)"
    }
  }

  /// What a client shows has a property for each scheme, of the same name.
  private mutating func add(_ security: SwiftSecurity) {
    let schemes = "/components/securitySchemes"
    pointers[security.authenticatorName.text] = schemes
    for owner in [security.schemesName.text, security.credentialsName.text] {
      pointers[owner] = schemes
      for scheme in security.schemes {
        let step = JSONPointer.escape(scheme.declaration.name)
        pointers["\(owner).\(scheme.name.text)"] = "\(schemes)/\(step)"
      }
    }
  }

  private mutating func add(_ types: [SwiftType]) {
    for type in types {
      let (name, pointer) = (type.qualifiedName.text, type.identifier.pointer)
      pointers[name] = pointer
      if case .object(let object) = type.content {
        for property in object.properties {
          let step = JSONPointer.escape(property.wireName)
          pointers["\(name).\(property.name.text)"] = "\(pointer)/properties/\(step)"
        }
      }
      add(type.nested)
    }
  }
}
