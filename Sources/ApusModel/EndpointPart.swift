import ApusCore

/// The parts of a multipart message.
public struct EndpointParts: Sendable {
  public var parts: [EndpointPart]
  /// Whether they are told by their places, and not by their names. Of the last there may then be
  /// several: all that follow.
  public var isInOrder: Bool
  /// What the object whose members they are must satisfy, or the list of them.
  public var schema: Schema

  /// What the values of the parts and of their header fields are.
  public var shapes: [Shape] {
    parts.flatMap { part in
      (part.inner?.shapes ?? [part.shape]) + part.headers.map(\.shape)
    }
  }
}

/// A part of a multipart message.
public struct EndpointPart: Sendable {
  /// How a part is read and written.
  public enum Form: Sendable {
    /// Text, as of parameters.
    case text
    case json
    /// Bytes that come one after another.
    case file
    /// A multipart message itself.
    case message
  }

  /// The name on the wire; where parts have none, what the part is called.
  public var name: String
  public var description: String?
  public var form: Form
  /// Whether there may be several parts of the name.
  public var isList: Bool
  /// Whether it is always there.
  public var isRequired: Bool
  /// What it may be, as the document says, without parameters; empty where the form says it.
  public var mediaTypes: [String]
  /// What its value is, or where there may be several with header fields, the value of each; any for
  /// files and messages.
  public var shape: Shape
  /// The value that stands in for an absent one.
  public var defaultValue: JSON?
  public var isDeprecated: Bool
  /// The header fields that are told beside its content.
  public var headers: [EndpointHeader] = []
  /// The parts of one that is a message.
  public var inner: EndpointParts?
}
