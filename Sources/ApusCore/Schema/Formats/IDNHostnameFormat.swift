extension Format {
  /// `idn-hostname`: a host's name that may have characters beyond ASCII (RFC 5890, section 2.3.2.3),
  /// by the rules of IDNA 2008, where any of the four dots may stand between labels (RFC 3490,
  /// section 3.1).
  public static let idnHostname = Format(
    "idn-hostname", constant: "idnHostname", expectation: "an internationalized host name",
    test: .string { InternationalName.isValid($0) })
}

private enum InternationalName {
  /// The most bytes that a name can have in UTF-8, where one in ASCII stands for each.
  private static let longest = InternetName.longest * 4

  private static let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]

  static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= longest else { return false }
    let labels = String(decoding: text, as: UTF8.self).unicodeScalars
      .split(omittingEmptySubsequences: false) { dots.contains($0) }
      .map(Array.init)
    var length = labels.count - 1
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
      guard let (scalars, count) = decode(label) else { return false }
      length += count
      decoded.append(scalars)
    }
    return length <= InternetName.longest
      && (!decoded.contains(where: InternationalLabel.runsFromRight)
        || decoded.allSatisfy(InternationalLabel.keepsToOneDirection))
  }

  /// A label's characters, and the number of its bytes in ASCII; nil if it is no label.
  private static func decode(_ label: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], count: Int)?
  {
    guard label.allSatisfy(\.isASCII) else {
      return InternationalLabel(label).map { ($0.scalars, $0.encoded.count + 4) }
    }
    let text = label.map { UInt8(ascii: $0) }
    guard InternetName.isLabel(text) else { return nil }
    if InternetName.isEncoded(text) {
      return InternationalLabel(encoded: text).map { ($0.scalars, text.count) }
    }
    return InternetName.hasReservedHyphens(text) ? nil : (label, text.count)
  }
}
