extension Format {
  /// `ipv4`: four numbers with dots between them (RFC 2673, section 3.2).
  public static let ipv4 = Format(
    "ipv4", expectation: "an IPv4 address such as \"192.0.2.1\"", test: .text { $0.ipv4Address() })
}

extension ByteScanner {
  /// Reads an IPv4 address, none of whose numbers has leading zeros.
  mutating func ipv4Address() -> Bool {
    for place in 0..<4 {
      guard place == 0 || skip("."), shortNumber(in: 0...255) != nil else { return false }
    }
    return true
  }
}
