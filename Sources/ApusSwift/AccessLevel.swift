/// Who may use generated code.
public enum AccessLevel: String, CaseIterable, Sendable {
  case `public`, package, `internal`

  /// What stands in front of a declaration, with the space behind it. Swift takes a declaration
  /// without a word for internal.
  var modifier: String {
    switch self {
    case .public: "public "
    case .package: "package "
    case .internal: ""
    }
  }
}
