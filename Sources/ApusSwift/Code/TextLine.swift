/// One line of a text, without its end.
struct TextLine {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether nothing is in it but what can't be seen for being space.
  var isBlank: Bool {
    if let isBlank = isBlankASCII { return isBlank }
    return String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
  }

  /// The same of a line of ASCII; nil if it is none.
  private var isBlankASCII: Bool? {
    for byte in bytes where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
      return byte < 0x80 ? false : nil
    }
    return true
  }

  /// Whether code fenced by Markdown starts or ends with it.
  var isFence: Bool {
    bytes.drop { $0 == UInt8(ascii: " ") }.starts(with: "```".utf8)
  }

  /// The line without what can't be seen, and without spaces at its end.
  var visible: [UInt8] {
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return visibleScalars }
    for byte in bytes {
      if byte == UInt8(ascii: "\t") {
        shown.append(contentsOf: "    ".utf8)
      } else if 0x20..<0x7F ~= byte {
        shown.append(byte)
      }
    }
    while shown.last == UInt8(ascii: " ") { shown.removeLast() }
    return shown
  }

  /// The same for every text.
  private var visibleScalars: [UInt8] {
    var shown: [Unicode.Scalar] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        shown.append(contentsOf: "    ".unicodeScalars)
      } else if !scalar.isInvisible {
        shown.append(scalar)
      }
    }
    while shown.last?.properties.isWhitespace == true { shown.removeLast() }
    return shown.flatMap { Array(UTF8.encode($0) ?? .init()) }
  }
}

/// The lines of a text.
enum TextLines {
  /// The lines, those between two ends of line among them that are empty.
  static func lines(of text: UnsafeBufferPointer<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var position = 0
    while position < text.count {
      let length = lengthOfLineEnd(at: position, in: text)
      if length > 0 {
        lines.append(TextLine(bytes: UnsafeBufferPointer(rebasing: text[start..<position])))
        start = position + length
      }
      position += max(length, 1)
    }
    return lines + [TextLine(bytes: UnsafeBufferPointer(rebasing: text[start...]))]
  }

  /// How many bytes end a line (Unicode Standard Annex 14, classes BK, CR, LF and NL); none where the
  /// line goes on.
  private static func lengthOfLineEnd(
    at position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch text[position] {
    case 0x0D: position + 1 < text.count && text[position + 1] == 0x0A ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: position + 1 < text.count && text[position + 1] == 0x85 ? 2 : 0
    case 0xE2:
      position + 2 < text.count && text[position + 1] == 0x80
        && text[position + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }
}
