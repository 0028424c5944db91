/// A form that strings can have, named by the `format` keyword.
///
/// Each format is one constant in a file of its own, and ``known`` lists them all.
public struct Format: Sendable {
  /// The name in documents: `date-time`.
  public let name: String

  /// The constant's name: `dateTime`.
  public let swiftName: String

  /// What a string of this format is, to follow the word "expected": "a UUID".
  let expectation: String

  /// Whether a string, given as UTF-8, has the format.
  let accepts: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

  /// Every format with a meaning of its own.
  static let known: [Format] = [.uuid]

  static func named(_ name: String) -> Format? {
    known.first { $0.name == name }
  }
}
