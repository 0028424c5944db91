extension Format {
  /// `idn-email`: a mailbox that may have characters beyond ASCII (RFC 6531, section 3.3).
  public static let idnEmail = Format(
    "idn-email", constant: "idnEmail",
    expectation: "an e-mail address such as \"ann@example.com\"",
    test: .text { $0.mailbox(isInternational: true) })
}
