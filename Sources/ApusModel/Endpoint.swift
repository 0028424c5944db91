import ApusCore

/// One operation: a request and what may come back.
public struct Endpoint: Sendable {
  /// What the operation is called: its `operationId`, or words made of its method and path.
  public var name: String
  /// The HTTP method as it is sent: `POST`.
  public var method: String
  /// The path template as the document writes it: `/runs/{id}`. Of a request that is received by
  /// name, the name of the webhook or the expression for the address.
  public var path: String
  /// The JSON Pointer of the operation in the document.
  public var pointer: String
  /// Where the operation is served; nil if where all others are.
  public var server: EndpointServer?
  /// The name by which a webhook or callback is received; nil for an operation at a path.
  public var receiver: String?
  public var summary: String?
  public var description: String?
  public var isDeprecated: Bool
  /// The parameters in the order of the document.
  public var parameters: [EndpointParameter]
  public var body: EndpointBody?
  /// The documented successes, in the order of their statuses.
  public var successes: [EndpointResponse]
  /// The documented failures, in the order of their statuses.
  public var failures: [EndpointResponse]
  /// How the operation documents the refusal of bad input; nil if it does not.
  public var rejection: Rejection?
  /// The alternatives, of which a request needs one; anybody may send it where there are none.
  public var security: [EndpointSecurity]
  /// How the operation documents the refusal of requests that aren't allowed, by status.
  public var refusals: [Rejection]
  /// The requests that the server may send in turn.
  public var callbacks: [EndpointCallback]
  /// The types that belong to the operation alone.
  public var types: [TypeDeclaration]
}

/// A parameter of an operation.
public struct EndpointParameter: Sendable {
  /// Where in a request it stands.
  public enum Location: Sendable {
    case path, query, header, cookie
    /// The whole query.
    case queryString
  }

  /// The name on the wire.
  public var name: String
  public var location: Location
  public var description: String?
  public var isRequired: Bool
  /// Whether an empty text stands for no value.
  public var allowsEmpty: Bool
  /// How its value is put into text.
  public var notation: ParameterNotation
  /// What it may be.
  public var shape: Shape
  /// What its value must satisfy.
  public var schema: Schema
  public var isDeprecated: Bool
  /// What it is called if other operations may have it as well; nil if it is this one's own.
  public var shared: SharedPart?
  /// The value that stands in for an absent one.
  public var defaultValue: JSON?
}

/// How a parameter's value is put into text.
public struct ParameterNotation: Hashable, Sendable {
  /// The forms of text.
  public enum Style: String, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    /// JSON text.
    case json
  }

  public var style: Style
  /// Whether each element or member stands for itself.
  public var isExploded: Bool
  /// Whether reserved characters are sent as they are.
  public var allowsReserved: Bool
}

/// What an operation's request carries.
public struct EndpointBody: Sendable {
  public var description: String?
  public var isRequired: Bool
  /// What it may be, in the order of the document; never empty. Media types that mean the same are
  /// one.
  public var contents: [EndpointContent]
  /// What it is called if other operations may have it as well; nil if it is this one's own.
  public var shared: SharedPart?
}

/// One documented response.
public struct EndpointResponse: Sendable {
  /// The statuses that a response is documented for.
  public enum Status: Hashable, Sendable {
    case code(Int)
    /// All codes with that first digit that are not documented by themselves.
    case range(Int)
    /// All statuses that are not documented otherwise.
    case other
  }

  public var status: Status
  public var description: String
  /// What its body may be, in the order of the document; empty if it has none.
  public var contents: [EndpointContent]
  /// The documented header fields, in the order of the document.
  public var headers: [EndpointHeader]
  /// What it is called if other operations may have it as well; nil if it is this one's own.
  public var shared: SharedPart?
}

/// A documented header field of a response.
public struct EndpointHeader: Sendable {
  /// The name on the wire.
  public var name: String
  public var description: String?
  /// Whether it is always there.
  public var isRequired: Bool
  public var notation: ParameterNotation
  public var shape: Shape
  /// What its value must satisfy.
  public var schema: Schema
}

/// The documented response that refuses a request, and the member of its body that takes the
/// reasons in words.
public struct Rejection: Sendable {
  public var status: Int
  /// The type of its body.
  public var body: TypeIdentifier
  /// The property that holds the reasons, a string.
  public var property: String
}
