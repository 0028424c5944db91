/// The lines of the standard that can be read. Patch releases change no meaning.
public enum OpenAPIVersion: String, Comparable, Sendable, CaseIterable {
  case v30 = "3.0"
  case v31 = "3.1"
  case v32 = "3.2"

  /// The earlier line comes first.
  public static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension OpenAPIVersion: CustomStringConvertible {
  /// The version without its patch number, such as `3.1`.
  public var description: String { rawValue }
}
