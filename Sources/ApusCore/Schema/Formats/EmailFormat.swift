extension Format {
  /// `email`: a mailbox (RFC 5321, section 4.1.2).
  public static let email = Format(
    "email", expectation: "an e-mail address such as \"ann@example.com\"",
    test: .text { $0.mailbox(isInternational: false) })
}
