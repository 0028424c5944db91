/// What names of hosts have in common (RFC 1123, section 2.1; RFC 1035, section 2.3.4).
enum InternetName {
  /// The most bytes of a name, dots included: 255 as they are sent, where the name is one longer in
  /// front and ends in an empty label.
  static let longest = 253

  /// The most bytes of a label.
  static let longestLabel = 63

  /// Whether a label has only letters, digits and, neither first nor last, hyphens.
  static func isLabel(_ label: some BidirectionalCollection<UInt8>) -> Bool {
    (1...longestLabel).contains(label.count) && label.first != UInt8(ascii: "-")
      && label.last != UInt8(ascii: "-")
      && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  /// Whether a label stands for one of other characters: it begins with `xn--`.
  static func isEncoded(_ label: some Collection<UInt8>) -> Bool {
    label.prefix(2).map { $0 | 0x20 } == Array("xn".utf8) && hasReservedHyphens(label)
  }

  /// Whether a label has hyphens as third and fourth character (RFC 5890, section 2.3.1).
  static func hasReservedHyphens(_ label: some Collection<UInt8>) -> Bool {
    label.dropFirst(2).prefix(2).elementsEqual("--".utf8)
  }
}
