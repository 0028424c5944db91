extension Format {
  /// `ipv4-cidr`: an IPv4 address and the length of its prefix in bits (OpenAPI Format Registry; RFC
  /// 4632, section 3.1).
  public static let ipv4CIDR = Format(
    "ipv4-cidr", constant: "ipv4CIDR", expectation: "a range such as \"192.0.2.0/24\"",
    test: .text { $0.ipv4Address() && $0.skip("/") && $0.shortNumber(in: 0...32) != nil })
}
