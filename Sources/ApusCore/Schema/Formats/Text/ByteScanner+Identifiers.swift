// URIs and IRIs (RFC 3986, appendix A; RFC 3987, section 2.2).

extension ByteScanner {
  /// The characters that an identifier may have.
  enum Repertoire {
    /// Those of ASCII alone.
    case uri
    /// Others too.
    case iri
  }

  /// Reads an identifier with a scheme.
  mutating func resourceIdentifier(_ repertoire: Repertoire) -> Bool {
    scheme() && skip(":") && hierarchy(repertoire) && queryAndFragment(repertoire)
  }

  /// Reads an identifier with or without a scheme.
  mutating func resourceReference(_ repertoire: Repertoire) -> Bool {
    var ahead = self
    if ahead.scheme(), ahead.skip(":") { return resourceIdentifier(repertoire) }
    // Without a scheme, a colon can't stand in the first segment, and there it would follow one.
    return relativePart(repertoire) && queryAndFragment(repertoire)
  }

  private mutating func scheme() -> Bool {
    skip(where: \.isLetter) && count { $0.isLetterOrDigit || $0.isAny(of: "+-.") } >= 0
  }

  private mutating func hierarchy(_ repertoire: Repertoire) -> Bool {
    if skip(word: "//") { return authority(repertoire) && path(repertoire) }
    return path(repertoire)
  }

  private mutating func relativePart(_ repertoire: Repertoire) -> Bool {
    if skip(word: "//") { return authority(repertoire) && path(repertoire) }
    while character(repertoire, besides: "@") {}
    return !isAt(":") && (isAt("/") || isAtEndOfPath) && path(repertoire)
  }

  /// The end of the text, or where a query or a fragment begins.
  private var isAtEndOfPath: Bool { isAtEnd || isAt("?") || isAt("#") }

  /// Reads what of a path is left.
  private mutating func path(_ repertoire: Repertoire) -> Bool {
    while character(repertoire, besides: ":@/") {}
    return isAtEndOfPath
  }

  private mutating func queryAndFragment(_ repertoire: Repertoire) -> Bool {
    if skip("?") {
      while character(repertoire, besides: ":@/?", isPrivateAllowed: true) {}
    }
    if skip("#") {
      while character(repertoire, besides: ":@/?") {}
    }
    return isAtEnd
  }

  /// Reads what stands between the two slashes and the path: a user, a host and a port.
  private mutating func authority(_ repertoire: Repertoire) -> Bool {
    var ahead = self
    while ahead.character(repertoire, besides: ":") {}
    if ahead.skip("@") { self = ahead }
    if skip("[") {
      guard addressLiteral(), skip("]") else { return false }
    } else {
      while character(repertoire, besides: "") {}
    }
    if skip(":") { _ = count(while: isDigit) }
    return isAt("/") || isAtEndOfPath
  }

  /// Reads what stands in brackets: an IPv6 address or one of a later version.
  private mutating func addressLiteral() -> Bool {
    guard skip(anyOf: "Vv") else { return ipv6Address() }
    return some { hexadecimalValue($0) != nil } && skip(".")
      && some { $0.isUnreserved || $0.isSubordinateDelimiter || $0 == UInt8(ascii: ":") }
  }

  /// Reads one character that needs no escape, or an escaped one.
  ///
  /// - Parameters:
  ///   - others: The delimiters that may stand here as well.
  ///   - isPrivateAllowed: Whether characters for private use may.
  mutating func character(
    _ repertoire: Repertoire, besides others: StaticString, isPrivateAllowed: Bool = false
  ) -> Bool {
    guard let next else { return false }
    if next >= 0x80 {
      guard repertoire == .iri else { return false }
      var ahead = self
      guard let scalar = ahead.nonASCII(),
        scalar.isUniversal || (isPrivateAllowed && scalar.isForPrivateUse)
      else { return false }
      self = ahead
      return true
    }
    if next == UInt8(ascii: "%") { return percentEscape() }
    return skip { $0.isUnreserved || $0.isSubordinateDelimiter || $0.isAny(of: others) }
  }

  /// Reads a percent sign and two hexadecimal digits.
  mutating func percentEscape() -> Bool {
    var ahead = self
    guard ahead.skip("%"), ahead.skip(where: { hexadecimalValue($0) != nil }),
      ahead.skip(where: { hexadecimalValue($0) != nil })
    else { return false }
    self = ahead
    return true
  }
}

extension UInt8 {
  /// `unreserved`
  fileprivate var isUnreserved: Bool { isLetterOrDigit || isAny(of: "-._~") }

  /// `sub-delims`
  fileprivate var isSubordinateDelimiter: Bool { isAny(of: "!$&'()*+,;=") }
}

extension Unicode.Scalar {
  /// `ucschar` (RFC 3987, section 2.2)
  var isUniversal: Bool {
    switch value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xEFFFF: value & 0xFFFF < 0xFFFE && !(0xE0000...0xE0FFF).contains(value)
    default: false
    }
  }

  /// `iprivate` (RFC 3987, section 2.2)
  var isForPrivateUse: Bool {
    switch value {
    case 0xE000...0xF8FF: true
    case 0xF0000...0x10FFFF: value & 0xFFFF < 0xFFFE
    default: false
    }
  }
}
