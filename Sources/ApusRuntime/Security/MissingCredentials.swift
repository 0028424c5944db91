/// A client was given nothing that an operation needs: no request was sent.
public struct MissingCredentials: Error, Hashable, Sendable, CustomStringConvertible {
  /// The alternatives, of which the operation needs one.
  public let alternatives: [SecurityRequirement]

  public var description: String {
    let names = alternatives.map { "“\($0)”" }.joined(separator: " or ")
    return "The operation needs credentials, and the client has none for \(names)."
  }
}

/// A credential can't be used: no request was sent.
public struct UnusableCredential: Error, CustomStringConvertible {
  /// The name of the scheme that it is for.
  public let scheme: String
  /// Why no token could be had; nil where what there is can't stand in a request.
  public let cause: (any Error)?

  public var description: String {
    cause.map { "No token could be had for “\(scheme)”: \($0)" }
      ?? "What there is for “\(scheme)” can't stand in a request."
  }
}

/// An operation is served where the client's credentials may not go: no request was sent.
public struct UntrustedOrigin: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the document says that it is served.
  public let origin: String

  public var description: String {
    "The operation is served at \(origin), and the client's credentials may not go there unless "
      + "ClientSettings.trustedOrigins names it."
  }
}

/// An origin in the form in which it can be compared (RFC 6454, section 6.2).
struct Origin: Hashable {
  private let text: String

  init(_ text: String) {
    var text = text.lowercased()
    for (scheme, port) in [("https://", ":443"), ("http://", ":80")]
    where text.hasPrefix(scheme) && text.hasSuffix(port) {
      text.removeLast(port.count)
    }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
