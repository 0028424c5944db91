import ApusCore

/// One operation: a request and what may come back.
public struct Endpoint: Sendable {
  /// What the operation is called: its `operationId`, or words made of its method and path.
  public var name: String
  /// The HTTP method as it is sent: `POST`.
  public var method: String
  /// The path template as the document writes it: `/runs/{id}`.
  public var path: String
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
  public var shape: Shape
  /// What it must satisfy.
  public var schema: Schema
}

/// One documented response.
public struct EndpointResponse: Sendable {
  /// The status code.
  public var status: Int
  public var description: String
  /// What its body holds; nil if it has none.
  public var shape: Shape?
}

/// The documented response that refuses bad input, and the member of its body that takes the
/// reasons in words.
public struct Rejection: Sendable {
  public var status: Int
  /// The type of its body.
  public var body: TypeIdentifier
  /// The property that holds the reasons, a string.
  public var property: String
}
