extension Format {
  /// `ipv6-cidr`: an IPv6 address and the length of its prefix in bits (OpenAPI Format Registry; RFC
  /// 4291, section 2.3).
  public static let ipv6CIDR = Format(
    "ipv6-cidr", constant: "ipv6CIDR", expectation: "a range such as \"2001:db8::/32\"",
    test: .text { $0.ipv6Address() && $0.skip("/") && $0.shortNumber(in: 0...128) != nil })
}
