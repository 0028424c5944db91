/// Which version of the tool this is.
enum Version {
  /// The number, by the rules of Semantic Versioning.
  static let current = "0.1.0"
  /// When it was made, as the manual tells.
  static let date = "2026-11-23"
}
