extension Code {
  /// What a piece of text is, or a place in it.
  struct Mark: Sendable {
    enum Kind: UInt8 {
      /// Text without a line break.
      case text
      /// A string literal in its quotes: on one line if that fits, else on several.
      case literal
      /// The word for who may use a declaration, with a space behind it, as the settings have it.
      case access
      /// A line break; the next line is indented by the spaces of all marks around it.
      case lineBreak
      /// Lines from here on are indented by so many columns more.
      case indent
      /// The end of that.
      case outdent
      /// A space, or a line break where what follows up to the next one of either does not fit; the
      /// next line is then indented by so many columns more.
      case space
      /// The start of a list between two words or brackets, with the first of these: on one line if
      /// that fits, else one element a line. Its columns are all but those of its elements.
      case list
      /// The start of each element.
      case element
      /// The end of the list, with the second bracket.
      case listEnd
    }

    let kind: Kind
    /// Whether a list on one line has a space inside of each bracket.
    var isPadded = false
    /// Whether the last element of a list has a comma too where each has a line.
    var hasTrailingComma = false
    /// How many bytes of the text belong to it.
    private(set) var length: UInt32
    /// How many columns it takes or stands for.
    var columns: UInt32
    /// From the start of a list, the number of marks to its end.
    var distance: UInt32 = 0

    init(_ kind: Kind, length: Int = 0, columns: Int = 0) {
      self.kind = kind
      self.length = UInt32(truncatingIfNeeded: length)
      self.columns = UInt32(truncatingIfNeeded: columns)
    }

    static let lineBreak = Mark(.lineBreak)

    static func indent(_ columns: Int) -> Mark { Mark(.indent, columns: columns) }

    static func outdent(_ columns: Int) -> Mark { Mark(.outdent, columns: columns) }

    /// Makes the text that follows a part of this one.
    mutating func join(_ next: Mark) {
      length += next.length
      columns += next.columns
    }
  }
}

/// How wide texts are.
enum Columns {
  /// The columns that a text takes: its characters.
  static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    for byte in text where byte >= 0x80 { return String(decoding: text, as: UTF8.self).count }
    return text.count
  }
}
