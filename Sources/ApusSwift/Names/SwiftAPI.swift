import ApusCore
import ApusModel

/// A whole document whose every name is decided: what the emitters write down.
struct SwiftAPI {
  var api: API
  /// What all of it stands in; nil for the top level.
  var namespace: Identifier?
  var types: [SwiftType]
  var services: [SwiftService]
  /// How requests show who sends them; nil if none has to.
  var security: SwiftSecurity?
  /// The names of types, for spelling shapes.
  var spelling: TypeSpelling
  /// The names of schemas, by these schemas' places in the document.
  var schemaNames: [String: SchemaName]
  /// The schemas that belong to no type of their own, by the names of their constants.
  var constants: [(name: Identifier, schema: Schema)]
  /// The schema resources on which the meaning of dynamic references depends.
  var resources: SchemaResources
  /// The names of these constants, beside what their scope holds anyway.
  private var constantNames = NameTable(.members, reserved: ["named", "document"])
  private let literals: DefaultLiterals
  private let naming: NamingStyle
  /// The names that are asked for.
  private(set) var renames: Renames

  init(naming api: API, style: SwiftStyle = SwiftStyle()) {
    self.api = api
    namespace = style.namespace?.name
    naming = style.names
    var namer = Namer(style)
    types = namer.name(api.types)
    let serviceNames = Self.names(of: api.services, in: &namer)
    let endpoints = api.services.flatMap(\.endpoints)
    let functionNames = Self.functions(of: endpoints, &namer)
    let namespaces = namer.topLevelNames(
      for: zip(endpoints, functionNames).map { Self.namespace(of: $0, called: $1) })
    security = SwiftSecurity(naming: api, in: &namer)
    var owned = zip(endpoints, namespaces).map { namer.name(typesOf: $0, inside: $1) }
    let literals = DefaultLiterals(types + owned.flatMap(\.self))
    types = types.map(literals.filled)
    owned = owned.map { $0.map(literals.filled) }
    self.literals = literals
    renames = namer.renames

    spelling = TypeSpelling(qualifiedNames: namer.qualifiedNames)
    schemaNames = [:]
    constants = []
    resources = SchemaResources(of: [], taken: [])
    services = []
    registerSchemas(of: types + owned.flatMap(\.self))
    registerConstants(of: endpoints)
    registerHolders(in: types + owned.flatMap(\.self))
    let reachable = reachableSchemas(from: types + owned.flatMap(\.self))
    for target in reachable.unnamed {
      registerConstant(target, named: Words(of: target.location?.pointer ?? ""))
    }
    resources = SchemaResources(of: reachable.all, taken: constants.map(\.name.text))

    var operations = zip(zip(functionNames, namespaces), zip(endpoints, owned)).map {
      operation($0.0, $0.1, $1.0, $1.1, namer)
    }[...]
    for (service, names) in zip(api.services, serviceNames) {
      let own = operations.prefix(service.endpoints.count)
      operations = operations.dropFirst(own.count)
      services.append(
        SwiftService(
          protocolName: names.api, clientName: names.client, service: service,
          operations: Array(own)))
    }
  }

  /// The namespace of schemas that belong to no type.
  var schemasName: Identifier { Identifier.schemas.inside(namespace) }

  /// The spelling of types inside the namespace, if there is one.
  var innerSpelling: TypeSpelling { namespace.map(spelling.inside) ?? spelling }

  private static func names(
    of services: [Service], in namer: inout Namer
  ) -> [(api: Identifier, client: Identifier)] {
    let asked = services.map { service in
      service.tag.flatMap { namer.renames.rename(of: .service, keys: [$0])?.name }
    }
    let words = services.map(\.words)
    let protocols = namer.topLevelNames(
      for: zip(words, asked).map {
        ValueName(words: Words($0 + ["api"]), given: $1.map { $0 + "API" })
      })
    let clients = namer.topLevelNames(
      for: zip(words, asked).map { words, name in
        ValueName(
          words: Words(words.isEmpty ? ["api", "client"] : words + ["client"]),
          given: name.map { $0 + "Client" })
      })
    return Array(zip(protocols, clients)).map { (api: $0, client: $1) }
  }
}

extension Service {
  /// The words that tell it from others.
  fileprivate var words: [String] {
    switch role {
    case .operations: Words(of: tag ?? "").words
    case .webhooks: Words(of: tag ?? "").words + ["webhooks"]
    case .callback(let name): Words(of: name).words
    }
  }
}

// Schemas.
extension SwiftAPI {
  private mutating func registerSchemas(of types: [SwiftType]) {
    for type in types {
      switch type.content {
      case .object(let object) where object.union != nil: break
      case .alias: registerConstant(type.schema, named: words(of: type))
      default:
        if let pointer = type.schema.location?.pointer {
          schemaNames[pointer] = .type(type.qualifiedName)
        }
      }
      registerSchemas(of: type.nested)
    }
  }

  private mutating func registerConstants(of endpoints: [Endpoint]) {
    for endpoint in endpoints {
      for parameter in endpoint.parameters
      where !parameter.shape.needsNoSchema(besides: parameter.schema) {
        let words = Words(of: endpoint.name).words + Words(of: parameter.name).words
        registerConstant(parameter.schema, named: Words(words))
      }
      for content in endpoint.body?.contents ?? [] {
        guard let shape = content.shape, !shape.needsNoSchema(besides: content.schema) else {
          continue
        }
        registerConstant(content.schema, named: Words(Words(of: endpoint.name).words + ["body"]))
      }
      for response in endpoint.successes + endpoint.failures {
        for content in response.contents where content.form.isMultipart {
          let words = StatusName.words(for: response.status).words + ["body"]
          registerConstant(content.schema, named: Words(Words(of: endpoint.name).words + words))
        }
      }
    }
  }

  /// The schemas that list the alternatives of unions, where these are not the unions' own.
  private mutating func registerHolders(in types: [SwiftType]) {
    for type in types {
      if case .union(_, let union) = type.content, let choice = union.discrimination.choice,
        choice.holder !== type.schema
      {
        registerConstant(
          choice.holder, named: Words(words(of: type).words + ["alternatives"]))
      }
      registerHolders(in: type.nested)
    }
  }

  private mutating func registerConstant(_ schema: Schema, named words: Words) {
    guard let pointer = schema.location?.pointer, schemaNames[pointer] == nil else { return }
    let name = constantNames.name(for: words)
    constants.append((name, schema))
    schemaNames[pointer] = .constant(name.inside(schemasName))
  }

  private func words(of type: SwiftType) -> Words {
    Words(of: type.qualifiedName.relative(to: namespace).text)
  }

  private func schemaArgument(_ schema: Schema, _ shape: Shape) -> Code? {
    if shape.needsNoSchema(besides: schema) { return nil }
    return schema.location.flatMap { schemaNames[$0.pointer]?.expression() }
  }
}

extension Shape {
  /// Whether the shape's type says all that the schema does: it states the schema itself, or the
  /// schema says no more than what type it is.
  fileprivate func needsNoSchema(besides schema: Schema) -> Bool {
    switch self {
    case .reference: true
    case .scalar(let scalar):
      schema.rules.allSatisfy {
        !$0.canBeBroken || $0.isMeaning(of: scalar)
      }
    default: false
    }
  }
}

// Operations.
extension SwiftAPI {
  private mutating func operation(
    _ function: Identifier, _ namespace: Identifier, _ endpoint: Endpoint, _ types: [SwiftType],
    _ namer: Namer
  ) -> SwiftOperation {
    var payloads = PayloadNamer(
      namespace: namespace,
      table: namer.table(besides: types, of: endpoint, inside: namespace),
      style: naming,
      schema: { [self] in schemaArgument($0, $1) },
      literal: { [literals] in literals.literal($0, of: $1) })
    let body = endpoint.body.map { payloads.payload(of: $0) }
    // A response that is both a success and a failure is one type.
    let isBoth =
      endpoint.failures.contains { $0.status == .other }
      && endpoint.successes.contains { $0.status == .other }
    let successes = Self.outcomes(endpoint.successes, reserved: ["response"], &payloads)
    var failures = Self.outcomes(
      endpoint.failures.filter { !isBoth || $0.status != .other },
      reserved: ["undocumented", "unexpected", "response"], &payloads)
    if isBoth { failures += successes }
    return SwiftOperation(
      functionName: function,
      namespace: namespace,
      endpoint: endpoint,
      inputs: inputs(of: endpoint, body, types),
      successes: successes,
      failures: failures,
      types: types,
      reasonProperties: reasonProperties(of: endpoint))
  }

  private func reasonProperties(of endpoint: Endpoint) -> [Int: Identifier] {
    var properties: [Int: Identifier] = [:]
    for rejection in [endpoint.rejection].compactMap(\.self) + endpoint.refusals {
      let property = literals.property(rejection.property, of: rejection.body)
      properties[rejection.status] = property?.name
    }
    return properties
  }

  private static func outcomes(
    _ responses: [EndpointResponse], reserved: [String], _ payloads: inout PayloadNamer
  ) -> [SwiftOutcome] {
    var cases = NameTable(.cases, reserved: reserved)
    let names = cases.names(for: responses.map { StatusName.words(for: $0.status) })
    return zip(names, responses).map { name, response in
      SwiftOutcome(name: name, response: response, payload: payloads.payload(of: response))
    }
  }

  private mutating func inputs(
    of endpoint: Endpoint, _ payload: SwiftPayload?, _ types: [SwiftType]
  ) -> [SwiftInput] {
    var table = NameTable(
      .members, naming,
      reserved: ["client", "call", "request", "response", "result", "api", "principal"])
    var inputs: [SwiftInput] = []
    if let body = endpoint.body, let payload {
      inputs.append(
        SwiftInput(
          name: table.name(for: Words(["body"])), location: .body(payload),
          description: body.description, isRequired: body.isRequired, shape: .any))
    }
    let keys = PartKeys(of: endpoint)
    let names = renames.names(
      for: endpoint.parameters.map { ValueName(words: Words(of: $0.name)) }, of: .parameter,
      in: &table
    ) { keys.inside(endpoint.parameters[$0]) }
    for (name, parameter) in zip(names, endpoint.parameters) {
      inputs.append(
        SwiftInput(
          name: name, location: .parameter(parameter), description: parameter.description,
          isRequired: parameter.isRequired, shape: parameter.shape,
          defaultValue: parameter.defaultValue.flatMap {
            literals.literal($0, of: parameter.shape)
          },
          schema: schemaArgument(parameter.schema, parameter.shape),
          neighbours: neighbours(of: parameter, in: endpoint, among: types)))
    }
    // What can be left out stands behind what can't.
    return inputs.filter(\.isBody) + inputs.filter { !$0.isBody && $0.isRequired }
      + inputs.filter { !$0.isBody && !$0.isRequired }
  }

  /// The names of the parameters that stand beside the members of an object that has no name itself.
  private func neighbours(
    of parameter: EndpointParameter, in endpoint: Endpoint, among own: [SwiftType]
  ) -> [String]? {
    let notation = parameter.notation
    guard notation.isExploded, notation.style == .form || notation.style == .cookie,
      parameter.location == .query || parameter.location == .cookie,
      mayBeObject(parameter.shape, among: own)
    else { return nil }
    let others = endpoint.parameters.filter { $0.location == parameter.location }
    return others.map(\.name).filter { $0 != parameter.name }
  }

  private func mayBeObject(_ shape: Shape, among own: [SwiftType]) -> Bool {
    switch shape {
    case .scalar, .enumeration, .array, .tuple: return false
    case .dictionary, .object, .union, .any: return true
    case .nullable(let shape): return mayBeObject(shape, among: own)
    case .reference(let identifier):
      let isMeant = { (type: SwiftType) in type.identifier == identifier }
      switch (own.first(where: isMeant) ?? types.first(where: isMeant))?.content {
      case .enumeration, .tuple: return false
      case .alias(.scalar), .alias(.array): return false
      default: return true
      }
    }
  }
}

extension Rule {
  /// Whether the rule is part of what a scalar type means: a format is whose type holds nothing
  /// else.
  fileprivate func isMeaning(of scalar: Scalar) -> Bool {
    if keyword is Type { return true }
    guard keyword is FormatKeyword, case .formatted(let format) = scalar, let type = format.type
    else { return false }
    return !type.holdsMore
  }
}
