/// A piece of Swift source text.
///
/// Untrusted text can't become code: a piece is made of literals in the generator's own source, of
/// other pieces, of ``Identifier`` values, which the ``NameTable`` alone makes, of numbers, and of
/// text that went through ``string(_:)`` or ``documentation(_:)``. A bare `String` can't be
/// interpolated.
///
/// An interpolated piece of several lines is indented as the line that it stands in. An empty piece
/// alone on its line takes the line with it.
///
/// A piece is its text in one array and marks about that in another, so that putting pieces together
/// is copying bytes.
struct Code: Sendable {
  /// The text of all marks, in their order, as UTF-8.
  private(set) var text: [UInt8] = []
  /// What is in the text, and where it may be broken.
  private(set) var marks: [Mark] = []
  /// Whether a name in it has letters beyond ASCII's, which are the document's own.
  private(set) var hasForeignNames = false

  /// Whether there is nothing in it.
  var isEmpty: Bool { marks.isEmpty }

  /// No text at all.
  static let empty = Code()

  /// The word for who may use what is declared behind it: `public`, or what else is asked for.
  static let access: Code = {
    var code = Code()
    code.append(Mark(.access))
    return code
  }()

  /// Adds another piece.
  mutating func append(_ code: Code) {
    guard let first = code.marks.first else { return }
    text.append(contentsOf: code.text)
    hasForeignNames = hasForeignNames || code.hasForeignNames
    if first.kind == .text, let last = marks.last, last.kind == .text {
      marks[marks.count - 1].join(first)
      marks.append(contentsOf: code.marks.dropFirst())
    } else {
      marks.append(contentsOf: code.marks)
    }
  }

  /// Adds what has no text.
  mutating func append(_ mark: Mark) {
    marks.append(mark)
  }

  /// Adds a part of a literal without line breaks.
  mutating func append(_ literal: StaticString, _ part: Range<Int>) {
    literal.withUTF8Buffer { append(.text, UnsafeBufferPointer(rebasing: $0[part])) }
  }

  /// Makes room for so much text.
  mutating func reserve(bytes: Int, marks count: Int) {
    text.reserveCapacity(bytes)
    marks.reserveCapacity(count)
  }

  private mutating func append(_ kind: Mark.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes)
    let mark = Mark(kind, length: bytes.count, columns: Columns.count(in: bytes))
    if kind == .text, let last = marks.last, last.kind == .text {
      marks[marks.count - 1].join(mark)
    } else {
      marks.append(mark)
    }
  }

  /// A piece of one text without line breaks.
  private init(_ kind: Mark.Kind, _ string: String) {
    var string = string
    string.withUTF8 { append(kind, $0) }
  }

  private init() {}
}

// Ways to put pieces together.
extension Code {
  /// Pieces below each other, without those that are empty.
  static func lines(_ pieces: [Code]) -> Code {
    joined(pieces) { $0.append(.lineBreak) }
  }

  /// Pieces below each other with an empty line between them, without those that are empty.
  static func paragraphs(_ pieces: [Code]) -> Code {
    joined(pieces) { code in
      code.append(.lineBreak)
      code.append(.lineBreak)
    }
  }

  private static func joined(_ pieces: [Code], by separate: (inout Code) -> Void) -> Code {
    var code = Code()
    code.reserve(
      bytes: pieces.reduce(0) { $0 + $1.text.count + 2 },
      marks: pieces.reduce(0) { $0 + $1.marks.count + 2 })
    for piece in pieces where !piece.isEmpty {
      if !code.isEmpty { separate(&code) }
      code.append(piece)
    }
    return code
  }

  /// Pieces in round brackets, separated by commas: on one line if that fits, else one a line.
  static func list(_ elements: [Code]) -> Code {
    list(elements, in: ("(", ")"))
  }

  /// An array literal: on one line if that fits, else one element a line.
  static func array(_ elements: [Code]) -> Code {
    list(elements, in: ("[", "]"), hasTrailingComma: elements.count > 1)
  }

  /// A statement in braces: on one line if that fits, else on a line of its own.
  static func braces(_ statement: Code) -> Code {
    list([statement], in: ("{", "}"), isPadded: true)
  }

  /// A `guard` whose conditions stand on one line if that fits, else one a line.
  static func `guard`(_ conditions: [Code], else body: StaticString) -> Code {
    list(conditions, in: ("guard", "else { \(body) }"), isPadded: true)
  }

  private static func list(
    _ elements: [Code], in brackets: (open: String, close: String), isPadded: Bool = false,
    hasTrailingComma: Bool = false
  ) -> Code {
    var code = Code()
    code.text.append(contentsOf: brackets.open.utf8)
    code.marks.append(Mark(.list, length: brackets.open.utf8.count))
    for element in elements {
      code.marks.append(Mark(.element))
      code.append(element)
    }
    code.text.append(contentsOf: brackets.close.utf8)
    code.marks.append(Mark(.listEnd, length: brackets.close.utf8.count))
    let padding = isPadded ? 2 : 0
    let brackets = brackets.open.utf8.count + brackets.close.utf8.count
    // The formatter leaves room for a comma that would stand there on several lines.
    let comma = hasTrailingComma ? 1 : 0
    code.marks[0].columns = UInt32(brackets + padding + comma + 2 * max(0, elements.count - 1))
    code.marks[0].distance = UInt32(code.marks.count - 1)
    code.marks[0].isPadded = isPadded
    code.marks[0].hasTrailingComma = hasTrailingComma
    return code
  }

  /// A space where the line may be broken; what follows is then indented by so many spaces.
  static func space(indenting spaces: Int = 0) -> Code {
    var code = Code()
    code.append(Mark(.space, columns: spaces))
    return code
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
    joined(elements) { $0.append(", ", 0..<2) }
  }
}

// The doors by which text from outside comes in.
extension Code {
  /// A string literal that means `text`, whatever is in it.
  static func string(_ text: String) -> Code {
    Code(.literal, StringLiteral.swift(text))
  }

  /// A string literal of several lines, whatever is in them.
  static func multilineString(_ lines: [String]) -> Code {
    var code: Code = "\"\"\""
    code.append(.indent(2))
    for line in lines {
      code.append(.lineBreak)
      code.append(Code(.text, StringLiteral.escaped(line)))
    }
    code.append(.lineBreak)
    code.append("\"\"\"" as Code)
    code.append(.outdent(2))
    return code
  }

  /// A documentation comment that says `text`, whatever is in it; empty if it says nothing.
  static func documentation(_ text: String) -> Code {
    var code = Code()
    for line in DocumentationComment.lines(of: text) {
      if !code.isEmpty { code.append(.lineBreak) }
      line.withUnsafeBufferPointer { code.append(.text, $0) }
    }
    return code
  }

  /// A comment that stands to the end of the line; what is in `text` can't end it.
  static func comment(_ text: String) -> Code {
    Code(.text, "// " + DocumentationComment.singleLine(text))
  }

  /// A literal for a whole number.
  static func integer(_ value: Int) -> Code {
    Code(.text, grouped(String(value)))
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
    let letters = text.utf8.filter { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return Code(.text, String(decoding: letters, as: UTF8.self))
  }

  /// A name.
  static func name(_ identifier: Identifier) -> Code {
    var code = Code(.text, identifier.text)
    code.hasForeignNames = code.text.contains { $0 >= 0x80 }
    return code
  }

  /// A member of `self`, which says so where something nearer has the name.
  ///
  /// - Parameter nearer: The parameters and variables around.
  static func member(_ name: Identifier, besides nearer: [String]) -> Code {
    nearer.contains(name.afterDot.text) ? "self.\(name.afterDot)" : .name(name)
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
    return isNumber && !text.isEmpty ? Code(.text, text) : nil
  }
}
