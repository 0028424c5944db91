/// A piece of Swift source text.
///
/// Untrusted text can't become code: a piece is made of literals in the generator's own source, of
/// other pieces, of ``Identifier`` values, which the ``NameTable`` alone makes, of numbers, and of
/// text that went through ``string(_:)`` or ``documentation(_:)``. A bare `String` can't be
/// interpolated.
///
/// An interpolated piece of several lines is indented as the line that it stands in. An empty piece
/// alone on its line takes the line with it.
struct Code: Sendable {
  /// What a piece is made of.
  indirect enum Part: Sendable {
    /// Text without a line break.
    case text(String)
    /// A name that the document gave.
    case name(String)
    /// A line break; the next line is indented by the spaces of all parts around it.
    case lineBreak
    /// Parts whose lines are indented by some spaces more.
    case indented(Int, [Part])
    /// A list between two words or brackets: on one line if that fits, else one element a line.
    case list(List)
    /// A space, or a line break where what follows up to the next one of either does not fit; the
    /// next line is then indented by so many spaces more.
    case space(indenting: Int)
    /// A string literal that means a text: on one line if that fits, else on several.
    case string(String)
    /// The word for who may use a declaration, with a space behind it, as the settings have it.
    case access
  }

  /// Elements separated by commas.
  struct List: Sendable {
    /// What stands before and behind the elements.
    var brackets: (open: String, close: String)
    /// What stands between them and the elements on one line: nothing, or a space.
    var padding: String
    var elements: [[Part]]
    /// Whether the last element has a comma too where each has a line.
    var hasTrailingComma = false
  }

  private(set) var parts: [Part] = []

  /// Whether there is nothing in it.
  var isEmpty: Bool { parts.isEmpty }

  private init(parts: [Part]) {
    self.parts = parts
  }

  /// Whether a name in it has letters beyond ASCII's, which are the document's own.
  var hasForeignNames: Bool { Self.hasForeignNames(parts) }

  private static func hasForeignNames(_ parts: [Part]) -> Bool {
    parts.contains { part in
      switch part {
      case .name(let name): name.utf8.contains { $0 >= 0x80 }
      case .indented(_, let parts): hasForeignNames(parts)
      case .list(let list): list.elements.contains(where: hasForeignNames)
      case .text, .lineBreak, .space, .string, .access: false
      }
    }
  }

  /// No text at all.
  static let empty = Code(parts: [])

  /// The word for who may use what is declared behind it: `public`, or what else is asked for.
  static let access = Code(parts: [.access])
}

// Ways to put pieces together.
extension Code {
  /// Pieces below each other, without those that are empty.
  static func lines(_ pieces: [Code]) -> Code {
    joined(pieces, by: [.lineBreak])
  }

  /// Pieces below each other with an empty line between them, without those that are empty.
  static func paragraphs(_ pieces: [Code]) -> Code {
    joined(pieces, by: [.lineBreak, .lineBreak])
  }

  private static func joined(_ pieces: [Code], by separator: [Part]) -> Code {
    let full = pieces.filter { !$0.isEmpty }
    return Code(parts: Array(full.map(\.parts).joined(separator: separator)))
  }

  /// Pieces in round brackets, separated by commas: on one line if that fits, else one a line.
  static func list(_ elements: [Code]) -> Code {
    let list = List(brackets: ("(", ")"), padding: "", elements: elements.map(\.parts))
    return Code(parts: [.list(list)])
  }

  /// An array literal: on one line if that fits, else one element a line.
  static func array(_ elements: [Code]) -> Code {
    let parts = elements.map(\.parts)
    let list = List(
      brackets: ("[", "]"), padding: "", elements: parts, hasTrailingComma: parts.count > 1)
    return Code(parts: [.list(list)])
  }

  /// A statement in braces: on one line if that fits, else on a line of its own.
  static func braces(_ statement: Code) -> Code {
    let list = List(brackets: ("{", "}"), padding: " ", elements: [statement.parts])
    return Code(parts: [.list(list)])
  }

  /// A `guard` whose conditions stand on one line if that fits, else one a line.
  static func `guard`(_ conditions: [Code], else body: StaticString) -> Code {
    let brackets = ("guard", "else { \(body) }")
    let list = List(brackets: brackets, padding: " ", elements: conditions.map(\.parts))
    return Code(parts: [.list(list)])
  }

  /// A space where the line may be broken; what follows is then indented by so many spaces.
  static func space(indenting spaces: Int = 0) -> Code {
    Code(parts: [.space(indenting: spaces)])
  }

  /// Declarations inside a type that is declared elsewhere; the same at the top level.
  func inside(_ scope: Identifier?) -> Code {
    guard let scope, !isEmpty else { return self }
    return """
      extension \(scope) {
        \(self)
      }
      """
  }

  /// Pieces on one line, separated by commas.
  static func sequence(_ elements: [Code]) -> Code {
    joined(elements, by: [.text(", ")])
  }
}

// The doors by which text from outside comes in.
extension Code {
  /// A string literal that means `text`, whatever is in it.
  static func string(_ text: String) -> Code {
    Code(parts: [.string(text)])
  }

  /// A string literal of several lines, whatever is in them.
  static func multilineString(_ lines: [String]) -> Code {
    let quotes = [Part.text("\"\"\"")]
    let body = lines.map { [Part.text(StringLiteral.escaped($0))] }
    let rest = Array((body + [quotes]).joined(separator: [.lineBreak]))
    return Code(parts: quotes + [.indented(2, [.lineBreak] + rest)])
  }

  /// A documentation comment that says `text`, whatever is in it; empty if it says nothing.
  static func documentation(_ text: String) -> Code {
    let lines = DocumentationComment.lines(of: text)
    return Code(parts: Array(lines.map { [Part.text($0)] }.joined(separator: [.lineBreak])))
  }

  /// A comment that stands to the end of the line; what is in `text` can't end it.
  static func comment(_ text: String) -> Code {
    Code(parts: [.text("// " + DocumentationComment.singleLine(text))])
  }

  /// A literal for a whole number.
  static func integer(_ value: Int) -> Code {
    Code(parts: [.text(grouped(String(value)))])
  }

  /// A literal for a whole number, parted in threes where it has many digits.
  private static func grouped(_ literal: String) -> String {
    let digits = Array(literal.drop { $0 == "-" })
    guard digits.count >= 7 else { return literal }
    let groups = stride(from: digits.count % 3, through: digits.count, by: 3).map { end in
      String(digits[max(0, end - 3)..<end])
    }
    return (literal.hasPrefix("-") ? "-" : "")
      + groups.filter { !$0.isEmpty }.joined(separator: "_")
  }

  /// The letters and digits of ASCII in `text`: for words of the runtime's own vocabulary.
  static func word(_ text: String) -> Code {
    let letters = text.unicodeScalars.filter { scalar in
      scalar.isASCII && scalar.properties.isXIDContinue && scalar != "_"
    }
    return Code(parts: [.text(String(String.UnicodeScalarView(letters)))])
  }

  /// A name.
  static func name(_ identifier: Identifier) -> Code {
    Code(parts: [.name(identifier.text)])
  }

  /// A number literal of JSON as Swift writes it: the grammar of RFC 8259, section 6, is part of
  /// Swift's. Nil if `text` is no such literal.
  static func number(_ text: String) -> Code? {
    let isNumber = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    return isNumber && !text.isEmpty ? Code(parts: [.text(text)]) : nil
  }
}

extension Code: ExpressibleByStringInterpolation {
  init(stringLiteral value: StaticString) {
    var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    interpolation.appendLiteral(value)
    self.init(stringInterpolation: interpolation)
  }

  init(stringInterpolation: StringInterpolation) {
    var interpolation = stringInterpolation
    interpolation.endLine()
    self.init(parts: interpolation.parts)
  }

  /// Puts literals and pieces together and keeps track of the line that is being written.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []
    /// The parts of the line that is being written.
    private var line: [Part] = []
    /// How many spaces that line starts with. Those of the first line are text: they follow what
    /// stands before the piece.
    private var indentation = 0
    private var isFirstLine = true
    /// Whether nothing but spaces and empty pieces stands in the line, at least one of these.
    private var isVanishing = false

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: StaticString) {
      var isFirst = true
      for text in literal.description.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { breakLine() }
        isFirst = false
        append(text)
      }
    }

    private mutating func append(_ text: Substring) {
      guard !text.isEmpty else { return }
      if line.isEmpty, !isFirstLine {
        indentation = text.prefix { $0 == " " }.count
        let rest = text.dropFirst(indentation)
        if !rest.isEmpty { line.append(.text(String(rest))) }
      } else {
        line.append(.text(String(text)))
      }
      if !line.isEmpty { isVanishing = false }
    }

    mutating func appendInterpolation(_ code: Code) {
      if code.isEmpty {
        if line.isEmpty { isVanishing = true }
      } else {
        line.append(contentsOf: code.parts)
        isVanishing = false
      }
    }

    mutating func appendInterpolation(_ identifier: Identifier) {
      appendInterpolation(Code.name(identifier))
    }

    mutating func appendInterpolation(_ value: Int) {
      appendInterpolation(Code.integer(value))
    }

    private mutating func breakLine() {
      let vanishes = isVanishing
      endLine()
      if !vanishes { parts.append(.lineBreak) }
    }

    fileprivate mutating func endLine() {
      if isVanishing {
        // A vanishing last line takes the break before it along.
        isVanishing = false
      } else if !line.isEmpty {
        parts.append(indentation == 0 ? .indented(0, line) : .indented(indentation, line))
      }
      line = []
      indentation = 0
      isFirstLine = false
    }
  }
}
