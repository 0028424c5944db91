extension Format {
  /// `ipv6`: eight groups of hexadecimal digits with colons between them (RFC 4291, section 2.2).
  public static let ipv6 = Format(
    "ipv6", expectation: "an IPv6 address such as \"2001:db8::1\"", test: .text { $0.ipv6Address() }
  )
}

extension ByteScanner {
  /// Reads an IPv6 address: eight groups, of which `::` stands for one or more that are zero, and an
  /// IPv4 address for the last two.
  mutating func ipv6Address() -> Bool {
    var groups = 0
    var isShortened = false
    if isAt(":") {
      guard skip(word: "::") else { return false }
      isShortened = true
    }
    while let next, hexadecimalValue(next) != nil {
      if isAtIPv4Address {
        groups += 2
        return ipv4Address() && (isShortened ? groups < 8 : groups == 8)
      }
      guard groups < 8, some(4, where: { hexadecimalValue($0) != nil }) else { return false }
      groups += 1
      guard isAt(":") else { break }
      if skip(word: "::") {
        guard !isShortened else { return false }
        isShortened = true
      } else {
        // One colon leads to a group.
        guard skip(":"), let next = self.next, hexadecimalValue(next) != nil else { return false }
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }

  /// Whether up to three digits and a dot come next.
  private var isAtIPv4Address: Bool {
    var ahead = self
    return ahead.some(3, where: isDigit) && ahead.isAt(".")
  }
}
