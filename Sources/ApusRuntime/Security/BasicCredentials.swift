import Foundation

/// A user's name and password (RFC 7617). They are left out when it is printed.
public struct BasicCredentials: Hashable, Sendable {
  /// The name, in which no colon can be.
  public var user: String
  /// The password.
  public var password: String

  /// - Parameters:
  ///   - user: The name, in which no colon can be.
  ///   - password: The password.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// What an `Authorization` field says behind `Basic`; nil where it says no user and password in
  /// UTF-8.
  init?(token: String) {
    guard let data = Data(base64Encoded: token), let text = String(validating: data, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(user: String(parts[0]), password: String(parts[1]))
  }

  /// What stands behind `Basic`; nil where the user's name has a colon or either has a control
  /// character (RFC 7617, section 2).
  var token: String? {
    let text = "\(user):\(password)"
    guard !user.utf8.contains(UInt8(ascii: ":")),
      !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    return Data(text.utf8).base64EncodedString()
  }
}

extension BasicCredentials: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  public var description: String { "BasicCredentials(hidden)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
