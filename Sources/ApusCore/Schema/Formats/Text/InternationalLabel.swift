/// A label of a host's name that has characters beyond ASCII, as IDNA 2008 allows them: a U-label
/// (RFC 5890, section 2.3.2.1; RFC 5891, sections 4.2 and 5.4).
struct InternationalLabel {
  let scalars: [Unicode.Scalar]

  /// The same label in ASCII, behind `xn--`.
  let encoded: [UInt8]

  /// The label of some characters; nil if they are none.
  init?(_ scalars: [Unicode.Scalar]) {
    // Each character takes at least one byte.
    guard scalars.count <= InternetName.longestLabel, !scalars.allSatisfy(\.isASCII) else {
      return nil
    }
    encoded = Punycode.encode(scalars)
    self.scalars = scalars
    guard encoded.count + 4 <= InternetName.longestLabel, hasOnlyPermittedCharacters,
      hasPermittedEnds, isNormalized,
      !Self.runsFromRight(scalars) || Self.keepsToOneDirection(scalars)
    else { return nil }
  }

  /// The label that one in ASCII stands for; nil if it stands for none, or is not the one way to
  /// write it.
  ///
  /// - Parameter text: The label with the `xn--` in front.
  init?(encoded text: some BidirectionalCollection<UInt8>) {
    let code = text.dropFirst(4).map { $0.isLetter ? $0 | 0x20 : $0 }
    guard text.count <= InternetName.longestLabel, let scalars = Punycode.decode(code),
      let label = InternationalLabel(scalars), label.encoded == code
    else { return nil }
    self = label
  }

  private var hasOnlyPermittedCharacters: Bool {
    scalars.indices.allSatisfy { index in
      switch scalars[index].labelUse {
      case .always: true
      case .inContext: isPermittedInContext(at: index)
      case .never: false
      }
    }
  }

  /// No hyphen at either end, none third and fourth, and no mark in front.
  private var hasPermittedEnds: Bool {
    guard let first = scalars.first else { return false }
    return first != "-" && scalars.last != "-" && !first.isMark
      && !scalars.dropFirst(2).prefix(2).elementsEqual(["-", "-"])
  }

  /// Whether the characters are composed as far as they can be: NFC (RFC 5891, section 5.4).
  ///
  /// Strings are ordered by their normalized characters. So a string begins with all but the last of
  /// its characters once it is normalized, if it stands behind those and before those with the
  /// highest of all characters behind them; and the last one is none that always changes, as such
  /// are not permitted.
  private var isNormalized: Bool {
    var text = ""
    for scalar in scalars {
      let shorter = text
      text.unicodeScalars.append(scalar)
      guard scalar.isMark else { continue }
      if !(shorter < text && text < shorter + "\u{10FFFF}") { return false }
    }
    return true
  }
}

extension Unicode.Scalar {
  /// How the character may be used in labels: the property that RFC 5892, section 3 derives.
  enum LabelUse {
    case always
    case inContext
    case never
  }

  var labelUse: LabelUse {
    if let exception = Self.exceptions[value] { return exception }
    if isASCII {
      let isLower = properties.isLowercase || isDigit(UInt8(ascii: self)) || self == "-"
      return isLower ? .always : .never
    }
    let properties = properties
    if properties.isJoinControl { return .inContext }
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint
      || properties.isWhitespace || properties.isNoncharacterCodePoint || isInIgnoredBlock
      || isPartOfHangulSyllable
    {
      return .never
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter,
      .nonspacingMark, .spacingMark:
      return .always
    default:
      return .never
    }
  }

  /// A mark of any kind: it combines with what stands before it.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// RFC 5892, section 2.6
  private static let exceptions: [UInt32: LabelUse] = {
    var uses: [UInt32: LabelUse] = [:]
    for value: UInt32 in [0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007] { uses[value] = .always }
    for value: UInt32 in [0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB] { uses[value] = .inContext }
    for value: UInt32 in 0x660...0x669 { uses[value] = .inContext }
    for value: UInt32 in 0x6F0...0x6F9 { uses[value] = .inContext }
    for value: UInt32 in [0x640, 0x7FA, 0x302E, 0x302F, 0x303B] { uses[value] = .never }
    for value: UInt32 in 0x3031...0x3035 { uses[value] = .never }
    return uses
  }()

  /// RFC 5892, section 2.4: marks for symbols and musical notation.
  private var isInIgnoredBlock: Bool {
    switch value {
    case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: true
    default: false
    }
  }

  /// RFC 5892, section 2.9: the parts of which Hangul syllables are composed.
  private var isPartOfHangulSyllable: Bool {
    switch value {
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: true
    default: false
    }
  }
}
