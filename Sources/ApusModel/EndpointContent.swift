import ApusCore

/// What the body of a message is.
public struct EndpointContent: Sendable {
  /// How it is read and written.
  public enum Form: Sendable {
    /// A JSON value.
    case json(Shape)
    /// Text as a whole.
    case text
    /// Bytes that come one after another.
    case bytes
    /// The fields of a form in the media type `application/x-www-form-urlencoded`.
    case form(Shape, [FormField])
    /// The events of an event stream, whose data is JSON of that shape; nil if it is text.
    case events(Shape?)
    /// JSON values that come one after another.
    case values(Shape, ValueSeparation)
    /// The parts of a multipart message, told by their names or their places.
    case multipart(EndpointParts)
    /// The parts of a multipart message one after another, which are JSON of that shape; nil if they
    /// are bytes. They are of those media types, if the document names any.
    case parts(Shape?, mediaTypes: [String])
  }

  /// How JSON values follow each other.
  public enum ValueSeparation: String, Sendable {
    /// One a line.
    case lines
    /// Each behind a record separator.
    case sequence
  }

  /// A field of a form that is not written in the common way.
  public struct FormField: Sendable {
    public var name: String
    public var notation: ParameterNotation
  }

  public var form: Form
  /// The media types that mean this, as the document writes them, without parameters; the first is
  /// the one that is sent.
  public var mediaTypes: [String]
  /// What it must satisfy.
  public var schema: Schema
}

extension EndpointContent.Form {
  /// Whether it is a multipart message whose parts are told apart.
  public var isMultipart: Bool {
    if case .multipart = self { true } else { false }
  }
}

extension EndpointContent {
  /// What its values are; nil for text and bytes. The parts of a multipart message have one each.
  public var shape: Shape? {
    switch form {
    case .json(let shape), .form(let shape, _), .values(let shape, _): shape
    case .events(let shape), .parts(let shape, _): shape
    case .multipart: .any
    case .text, .bytes: nil
    }
  }

  /// What its values are, and those of its parts.
  public var shapes: [Shape] {
    if case .multipart(let parts) = form { return parts.shapes }
    return [shape].compactMap(\.self)
  }

  /// Whether it is not kept in memory as a whole.
  public var isStreamed: Bool {
    switch form {
    case .bytes, .events, .values, .parts: true
    case .json, .text, .form, .multipart: false
    }
  }
}

extension EndpointResponse {
  /// The shapes of its body and of its header fields.
  public var shapes: [Shape] { contents.flatMap(\.shapes) + headers.map(\.shape) }

  /// Whether its status is in the given class: 2 for successes.
  func isOfClass(_ digit: Int) -> Bool {
    switch status {
    case .code(let code): code / 100 == digit
    case .range(digit): true
    case .range, .other: false
    }
  }
}

extension Endpoint {
  /// The shapes of what its requests carry.
  public var requestShapes: [Shape] {
    parameters.map(\.shape) + (body?.contents.flatMap(\.shapes) ?? [])
  }

  /// All documented responses: first the successes.
  public var responses: [EndpointResponse] { successes + failures }

  /// The shapes of what its responses carry.
  public var responseShapes: [Shape] { responses.flatMap(\.shapes) }
}
