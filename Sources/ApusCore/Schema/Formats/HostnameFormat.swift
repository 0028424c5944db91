extension Format {
  /// `hostname`: labels of letters, digits and hyphens with dots between them (RFC 1123, section 2.1),
  /// where a label that stands for an internationalized one does so rightly (RFC 5890, section
  /// 2.3.2.1).
  public static let hostname = Format(
    "hostname", expectation: "a host name such as \"www.example.com\"",
    test: .string { text in
      guard text.count <= InternetName.longest else { return false }
      return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
        InternetName.isLabel($0)
          && (!InternetName.isEncoded($0) || InternationalLabel(encoded: $0) != nil)
      }
    })
}
