// Mailboxes (RFC 5321, section 4.1.2; RFC 6531, section 3.3).

extension ByteScanner {
  /// Reads a local part of at most 64 bytes, an `@` and a domain or an address.
  ///
  /// - Parameter isInternational: Whether characters beyond ASCII are letters like others.
  mutating func mailbox(isInternational: Bool) -> Bool {
    guard isAt("\"") ? quotedPart(isInternational) : plainPart(isInternational), position <= 64,
      skip("@")
    else { return false }
    if skip("[") { return mailAddressLiteral() && skip("]") }
    return domain(isInternational)
  }

  /// `Dot-string`: words with single dots between them.
  private mutating func plainPart(_ isInternational: Bool) -> Bool {
    repeat {
      let isWord = some {
        $0.isLetterOrDigit || $0.isAny(of: "!#$%&'*+-/=?^_`{|}~")
          || ($0 >= 0x80 && isInternational)
      }
      guard isWord else { return false }
    } while skip(".")
    return true
  }

  /// `Quoted-string`: any text in quotation marks, where a backslash stands before those inside.
  private mutating func quotedPart(_ isInternational: Bool) -> Bool {
    guard skip("\"") else { return false }
    while let byte = take(), byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        guard skip(where: { $0 == 0x20 || $0.isVisible }) else { return false }
      } else if !(byte == 0x20 || byte.isVisible || (byte >= 0x80 && isInternational)) {
        return false
      }
    }
    return bytes[position - 1] == UInt8(ascii: "\"") && position > 1
  }

  /// `Domain`: labels with dots between them.
  private mutating func domain(_ isInternational: Bool) -> Bool {
    let start = position
    repeat {
      let first = position
      guard
        some(where: {
          $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || ($0 >= 0x80 && isInternational)
        }),
        bytes[first] != UInt8(ascii: "-"), bytes[position - 1] != UInt8(ascii: "-"),
        // How long a label beyond ASCII is shows only in the other way to write it.
        position - first <= InternetName.longestLabel || isInternational
      else { return false }
    } while skip(".")
    return position - start <= 255
  }

  /// `address-literal`, of the kinds that have been registered.
  private mutating func mailAddressLiteral() -> Bool {
    skip(word: "IPv6:") ? ipv6Address() : ipv4Address()
  }
}
