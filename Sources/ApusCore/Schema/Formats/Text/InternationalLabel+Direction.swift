extension InternationalLabel {
  /// The kinds of direction that the rules for labels tell apart: groups of Bidi_Class.
  private enum Direction {
    /// L
    case leftToRight
    /// R and AL
    case rightToLeft
    /// EN
    case europeanDigit
    /// AN
    case arabicDigit
    /// NSM
    case mark
    /// ES, CS, ET, ON and BN
    case neutral
  }

  /// Whether a label has characters of text that runs from right to left: a label of a name in which
  /// any does must keep to the rules of RFC 5893, section 2.
  static func runsFromRight(_ label: [Unicode.Scalar]) -> Bool {
    label.contains {
      let direction = direction(of: $0)
      return direction == .rightToLeft || direction == .arabicDigit
    }
  }

  /// Whether a label keeps to the rules of RFC 5893, section 2.
  static func keepsToOneDirection(_ label: [Unicode.Scalar]) -> Bool {
    let directions = label.map(direction)
    let last = directions.last { $0 != .mark }
    switch directions.first {
    case .rightToLeft:
      return !directions.contains(.leftToRight)
        && !(directions.contains(.europeanDigit) && directions.contains(.arabicDigit))
        && (last == .rightToLeft || last == .europeanDigit || last == .arabicDigit)
    case .leftToRight:
      return !directions.contains(.rightToLeft) && !directions.contains(.arabicDigit)
        && (last == .leftToRight || last == .europeanDigit)
    default:
      return false
    }
  }

  /// Of the Unicode Character Database (DerivedBidiClass.txt), for the characters that labels may
  /// have.
  private static func direction(of scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: .europeanDigit
    case 0x660...0x669, 0x10D30...0x10D39: .arabicDigit
    case 0x2D, 0xB7, 0x2B9...0x2BA, 0x2C6...0x2CF, 0x2EC, 0x375, 0x200C...0x200D, 0x2E2F, 0x30FB,
      0xA67F, 0xA717...0xA71F, 0xA788:
      .neutral
    case _ where scalar.isMark && scalar.properties.generalCategory != .spacingMark: .mark
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      .rightToLeft
    default: .leftToRight
    }
  }
}
