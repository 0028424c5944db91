/// An alphabet of 64 characters (RFC 4648).
enum Base64Alphabet {
  /// Section 4: `+` and `/`, and always padded.
  case standard
  /// Section 5: `-` and `_`, padded or not.
  case url

  /// The six bits that a character stands for; nil if it is not in the alphabet.
  func bits(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte &- UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte &- UInt8(ascii: "a") &+ 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0") &+ 52
    case UInt8(ascii: "+") where self == .standard, UInt8(ascii: "-") where self == .url: 62
    case UInt8(ascii: "/") where self == .standard, UInt8(ascii: "_") where self == .url: 63
    default: nil
    }
  }

  /// The character of the standard alphabet that stands for six bits.
  static func character(_ bits: UInt8) -> UInt8 {
    switch bits {
    case 0..<26: bits &+ UInt8(ascii: "A")
    case 26..<52: bits &- 26 &+ UInt8(ascii: "a")
    case 52..<62: bits &- 52 &+ UInt8(ascii: "0")
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }
}

extension ByteScanner {
  /// Reads groups of four characters, of which the last may be shorter. Bits that stand for no byte
  /// are zero, so that there is one text for any bytes (section 3.5).
  mutating func base64(_ alphabet: Base64Alphabet) -> Bool {
    var last: UInt8 = 0
    let characters = count { byte in
      guard let bits = alphabet.bits(byte) else { return false }
      last = bits
      return true
    }
    let unused: UInt8
    switch characters % 4 {
    case 0: return true
    case 2: unused = 0b1111
    case 3: unused = 0b11
    default: return false
    }
    guard last & unused == 0 else { return false }
    let padding = 4 - characters % 4
    let found = count { $0 == UInt8(ascii: "=") }
    return found == padding || (found == 0 && alphabet == .url)
  }
}
