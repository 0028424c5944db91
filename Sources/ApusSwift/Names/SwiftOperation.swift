import ApusCore
import ApusModel

/// A service whose every name is decided.
struct SwiftService {
  /// The protocol that its servers and clients conform to: `ThreadRunsAPI`. As all names of types
  /// here, it is the one from the top level.
  var protocolName: Identifier
  /// The type that calls it: `ThreadRunsClient`.
  var clientName: Identifier
  var service: Service
  var operations: [SwiftOperation]
}

/// An operation whose every name is decided.
struct SwiftOperation {
  /// The function: `cancelRunsPost`.
  var functionName: Identifier
  /// What holds the types that belong to the operation: `CancelRunsPost`.
  var namespace: Identifier
  var endpoint: Endpoint
  /// The body, if the request has one, and then the parameters.
  var inputs: [SwiftInput]
  var successes: [SwiftOutcome]
  var failures: [SwiftOutcome]
  var types: [SwiftType]
  /// The properties that take the reasons where the operation documents how bad requests are
  /// answered, by the statuses of the answers.
  var reasonProperties: [Int: Identifier] = [:]
}

extension SwiftService {
  /// Whether its requests go to addresses that the document doesn't know.
  var isReceived: Bool { service.role != .operations }
}

extension SwiftOperation {
  /// The success that is returned as a plain value; nil if there are several, or if its status says
  /// something.
  var plainSuccess: SwiftOutcome? {
    guard successes.count == 1, let only = successes.first else { return nil }
    if case .range = only.response.status { return nil }
    return only
  }

  /// What the request and the responses carry, but for what other operations share.
  var payloads: [SwiftPayload] {
    inputs.compactMap(\.payload).filter { !$0.isShared } + responsePayloads
  }

  /// What the responses carry, each once, but for what other operations share.
  var responsePayloads: [SwiftPayload] {
    let others = failures.filter { failure in
      failure.response.status != .other || !successes.contains { $0.response.status == .other }
    }
    return (successes + others).map(\.payload).filter { !$0.isShared }
  }
}

/// Something that a request carries, as a parameter of the operation's function.
struct SwiftInput {
  /// Where in the request it stands.
  enum Location {
    case body(SwiftPayload)
    case parameter(EndpointParameter)
  }

  var name: Identifier
  var location: Location
  var description: String?
  var isRequired: Bool
  /// What it may be; any for a body, which says it by itself.
  var shape: Shape
  /// The literal of the document's default.
  var defaultValue: Code?
  /// The expression that names the schema, where the type has none itself.
  var schema: Code?
  /// The parameters of the same part of the request beside which the members of the value stand,
  /// each by itself; nil if they do not.
  var neighbours: [String]?
}

/// A documented response as a case.
struct SwiftOutcome {
  var name: Identifier
  var response: EndpointResponse
  var payload: SwiftPayload
}

extension SwiftInput {
  /// Whether the function takes an optional: the document knows no value for an absent one.
  var isOptional: Bool { !isRequired && defaultValue == nil }

  /// What the document says of it.
  var documentation: String? {
    guard case .parameter(let parameter) = location, parameter.isDeprecated else {
      return description
    }
    return [Code.deprecationText, description].compactMap(\.self).joined(separator: " ")
  }

  var isBody: Bool { payload != nil }

  /// What a body carries; nil for a parameter.
  var payload: SwiftPayload? {
    if case .body(let payload) = location { payload } else { nil }
  }
}
