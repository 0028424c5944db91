import ApusCore

/// A named part of a multipart message.
public struct EndpointPart: Sendable {
  /// How a part is read and written.
  public enum Form: Sendable {
    /// Text, as of parameters.
    case text
    case json
    /// Bytes that come one after another.
    case file
  }

  /// The name on the wire.
  public var name: String
  public var description: String?
  public var form: Form
  /// Whether there may be several parts of the name.
  public var isList: Bool
  /// Whether it is always there.
  public var isRequired: Bool
  /// What it may be, as the document says, without parameters; empty where the form says it.
  public var mediaTypes: [String]
  /// What its value is; any for files.
  public var shape: Shape
  /// The value that stands in for an absent one.
  public var defaultValue: JSON?
  public var isDeprecated: Bool
}
