/// Why bytes are not the multipart message that they should be.
public enum MultipartError: Error, Hashable {
  /// The media type says no boundary, or one that none can be (RFC 2046, section 5.1.1).
  case noBoundary
  /// The message ends before its last delimiter.
  case truncated
  /// There is more before the first part than there may be.
  case preambleTooLong
  /// The header of a part can't be read.
  case malformedHeader
  /// The header of a part is longer than it may be.
  case headerTooLong
  /// There are more parts than there may be.
  case tooManyParts
  /// A part that the handler should have had came behind a file that was too long to wait for.
  case partBehindFile(String)
  /// A part was read that is no longer, or not yet, the one that comes in.
  case passedOver
}

extension MultipartError {
  /// What is wrong with the message.
  var violation: Violation { Violation(expected: "a multipart message", found: description) }

  /// Whether it is the message's fault, and not its reader's.
  var isOfMessage: Bool { self != .passedOver }
}

extension MultipartError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noBoundary: "The media type of a multipart message has no usable boundary."
    case .truncated: "A multipart message ends before its last delimiter."
    case .preambleTooLong: "There is too much before the first part."
    case .malformedHeader: "The header of a part can't be read."
    case .headerTooLong: "The header of a part is too long."
    case .tooManyParts: "There are too many parts."
    case .partBehindFile(let name):
      "The part “\(name)” stands behind a long file: long files have to come last."
    case .passedOver: "The part is not the one that is coming in."
    }
  }
}
