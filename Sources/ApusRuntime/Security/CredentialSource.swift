/// What a client has to show who it is. Generated code declares one, with a member for each scheme
/// of the document.
///
/// It says nothing of what it holds when it is printed.
public protocol CredentialSource: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The credential for the scheme of that name; nil if there is none.
  func credential(for scheme: String) -> SecurityCredential?
}

extension CredentialSource {
  public var description: String { "\(type(of: self))(hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is shown for one scheme.
public struct SecurityCredential: Sendable {
  enum Kind: Sendable {
    case key(String)
    case password(BasicCredentials)
    case token(TokenProvider)
    case external
  }

  let kind: Kind

  /// A key, if there is one.
  public static func key(_ key: String?) -> SecurityCredential? {
    key.map { SecurityCredential(kind: .key($0)) }
  }

  /// A user's name and password, if there are any.
  public static func password(_ credentials: BasicCredentials?) -> SecurityCredential? {
    credentials.map { SecurityCredential(kind: .password($0)) }
  }

  /// Tokens, if there are any.
  public static func token(_ provider: TokenProvider?) -> SecurityCredential? {
    provider.map { SecurityCredential(kind: .token($0)) }
  }

  /// What something else adds to the request, such as the transport.
  public static let external = SecurityCredential(kind: .external)
}

extension SecurityCredential: CustomStringConvertible, CustomReflectable {
  public var description: String { "SecurityCredential(hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// For clients whose transport shows who they are, such as by a signature: the client adds nothing
/// itself, and lets all requests go.
public struct ExternalCredentials: CredentialSource {
  /// Credentials of which the client knows nothing.
  public init() {}

  public func credential(for scheme: String) -> SecurityCredential? { .external }
}
