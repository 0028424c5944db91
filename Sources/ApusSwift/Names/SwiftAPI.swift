import ApusCore
import ApusModel

/// A whole document whose every name is decided: what the emitters write down.
struct SwiftAPI: Sendable {
  var api: API
  /// What all of it stands in; nil for the top level.
  var namespace: Identifier?
  var types: [SwiftType]
  var services: [SwiftService]
  /// The requests, and the responses, that operations refer to.
  var sharedRequests: SharedPayloads
  var sharedResponses: SharedPayloads
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
  var constantNames = NameTable(.members, reserved: ["named", "document"])
  private let literals: DefaultLiterals
  private let naming: NamingStyle
  /// The names that are asked for.
  var renames: Renames

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
    sharedRequests = SharedPayloads(
      "request", endpoints.compactMap { $0.body?.sharedWithTypes }, in: &namer)
    sharedResponses = SharedPayloads(
      "response", endpoints.flatMap(\.responses).compactMap(\.sharedWithTypes), in: &namer)
    var owned = zip(endpoints, namespaces).map { namer.name(typesOf: $0, inside: $1) }
    let literals = DefaultLiterals(types + owned.flatMap(\.self))
    types = types.map(literals.filled)
    owned = owned.map { $0.map(literals.filled) }
    self.literals = literals
    renames = namer.renames
    renames.refuse(displacing: namer.displacing)

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

    nameShared(in: endpoints, namer)
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

// Operations.
extension SwiftAPI {
  private mutating func operation(
    _ function: Identifier, _ namespace: Identifier, _ endpoint: Endpoint, _ types: [SwiftType],
    _ namer: Namer
  ) -> SwiftOperation {
    var payloads = payloadNamer(
      namespace,
      namer.table(inside: namespace, besides: types, mentioning: endpoint.references))
    let body = endpoint.body.map { body in
      sharedRequests[body.shared] ?? payloads.payload(of: body)
    }
    // A response that is both a success and a failure is one type.
    let isBoth =
      endpoint.failures.contains { $0.status == .other }
      && endpoint.successes.contains { $0.status == .other }
    let successes = outcomes(endpoint.successes, reserved: ["response"], &payloads)
    var failures = outcomes(
      endpoint.failures.filter { !isBoth || $0.status != .other },
      reserved: ["undocumented", "unexpected", "response"], &payloads)
    if isBoth { failures += successes }
    return SwiftOperation(
      functionName: function,
      namespace: namespace,
      endpoint: endpoint,
      inputs: inputs(
        of: endpoint, body, types,
        besides: namer.reserved(inside: namespace, mentioning: endpoint.references)),
      successes: successes,
      failures: failures,
      types: types,
      reasonProperties: reasonProperties(of: endpoint))
  }

  func payloadNamer(_ namespace: Identifier, _ table: NameTable) -> PayloadNamer {
    PayloadNamer(
      namespace: namespace, table: table, style: naming,
      schema: { schemaArgument($0, $1) },
      literal: { literals.literal($0, of: $1) })
  }

  private func reasonProperties(of endpoint: Endpoint) -> [Int: Identifier] {
    var properties: [Int: Identifier] = [:]
    for rejection in [endpoint.rejection].compactMap(\.self) + endpoint.refusals {
      let property = literals.property(rejection.property, of: rejection.body)
      properties[rejection.status] = property?.name
    }
    return properties
  }

  private func outcomes(
    _ responses: [EndpointResponse], reserved: [String], _ payloads: inout PayloadNamer
  ) -> [SwiftOutcome] {
    var cases = NameTable(.cases, reserved: reserved)
    let names = cases.names(for: responses.map { StatusName.words(for: $0.status) })
    return zip(names, responses).map { name, response in
      SwiftOutcome(
        name: name, response: response,
        payload: sharedResponses[response.shared] ?? payloads.payload(of: response))
    }
  }

  private mutating func inputs(
    of endpoint: Endpoint, _ payload: SwiftPayload?, _ types: [SwiftType],
    besides reserved: [String]
  ) -> [SwiftInput] {
    var table = NameTable(
      .members, naming,
      reserved: ["client", "call", "request", "response", "result", "api", "principal"] + reserved)
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
}
