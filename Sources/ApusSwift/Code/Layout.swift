/// Lays out a piece of code as text of at most 100 columns, as `swift format` does: a bracketed list
/// that does not fit on its line has one element a line.
struct Layout {
  /// The columns that a line may have.
  static let width = 100

  /// A list that is being written.
  struct OpenList {
    /// Whether it stands on one line.
    let isOnOneLine: Bool
    let start: Code.Mark
    /// The position of the mark that ends it.
    let end: Int
    /// Whether an element of it was begun.
    var hasElements = false
  }

  let marks: [Code.Mark]
  /// Who may use what is declared.
  let access: AccessLevel
  private let source: [UInt8]
  private var text: [UInt8] = []
  /// Where the text of the next mark starts.
  private var offset = 0
  private(set) var column = 0
  /// Whether the line goes on from the one before.
  private var isContinued = false
  private(set) var indentation = 0
  /// The lists that are being written, the innermost last.
  private(set) var lists: [OpenList] = []

  /// The text of a file: the code, and a line break at its end.
  static func text(of code: Code, access: AccessLevel = .public) -> [UInt8] {
    var layout = Layout(of: code, access: access)
    for position in layout.marks.indices { layout.write(position) }
    layout.text.append(UInt8(ascii: "\n"))
    return layout.text
  }

  /// Whether a text has lines that are longer than they may be.
  static func hasLongLines(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
        let line = text[start..<index]
        if line.count > width, String(decoding: line, as: UTF8.self).count > width { return true }
        start = index + 1
      }
      return false
    }
  }

  private init(of code: Code, access: AccessLevel) {
    marks = code.marks
    self.access = access
    source = code.text
    text.reserveCapacity(source.count + 4 * marks.count)
  }

  private mutating func write(_ position: Int) {
    let mark = marks[position]
    switch mark.kind {
    case .text: writeText(of: mark)
    case .literal: writeLiteral(at: position)
    case .access: writeAccess()
    case .lineBreak: breakLine()
    case .indent: indentation += Int(mark.columns)
    case .outdent: indentation -= Int(mark.columns)
    case .space: writeSpace(at: position)
    case .list: beginList(at: position)
    case .element: beginElement()
    case .listEnd: endList(at: mark)
    }
    offset += Int(mark.length)
  }

  private mutating func writeText(of mark: Code.Mark) {
    if mark.length > 0 { indent() }
    text.append(contentsOf: source[offset..<(offset + Int(mark.length))])
    column += Int(mark.columns)
  }

  private mutating func writeAccess() {
    let word = access.modifier
    if !word.isEmpty { indent() }
    text.append(contentsOf: word.utf8)
    column += word.utf8.count
  }

  private mutating func write(_ literal: StaticString) {
    indent()
    literal.withUTF8Buffer { text.append(contentsOf: $0) }
    column += literal.utf8CodeUnitCount
  }

  /// Writes the spaces that a line starts with, unless it was begun.
  private mutating func indent() {
    if column == 0 { startLine(with: indentation) }
  }

  private mutating func startLine(with spaces: Int) {
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces))
    column = spaces
  }

  private mutating func breakLine() {
    text.append(UInt8(ascii: "\n"))
    column = 0
    isContinued = false
  }

  private mutating func writeSpace(at position: Int) {
    let spaces = Int(marks[position].columns)
    let fits = fitsWord(of: 1, before: position + 1)
    // A brace behind a line that goes on from the one before stands on a line of its own.
    guard !fits || (isContinued && spaces == 0) else { return write(" ") }
    breakLine()
    isContinued = spaces > 0
    startLine(with: indentation + spaces)
  }
}

// Lists.
extension Layout {
  private mutating func beginList(at position: Int) {
    let start = marks[position]
    let end = position + Int(start.distance)
    let isOnOneLine = end == position + 1 || fits(from: position)
    lists.append(OpenList(isOnOneLine: isOnOneLine, start: start, end: end))
    writeBracket(of: start)
    if !isOnOneLine {
      indentation += 2
    } else if start.isPadded {
      write(" ")
    }
  }

  private mutating func beginElement() {
    guard let list = lists.last else { return }
    if list.hasElements { list.isOnOneLine ? write(", ") : write(",") }
    if !list.isOnOneLine { breakLine() }
    lists[lists.count - 1].hasElements = true
  }

  private mutating func endList(at mark: Code.Mark) {
    guard let list = lists.popLast() else { return }
    if !list.isOnOneLine {
      if list.start.hasTrailingComma { write(",") }
      indentation -= 2
      breakLine()
    } else if list.start.isPadded {
      write(" ")
    }
    writeBracket(of: mark)
  }

  private mutating func writeBracket(of mark: Code.Mark) {
    indent()
    text.append(contentsOf: source[offset..<(offset + Int(mark.length))])
    column += Int(mark.length)
  }
}

// Literals.
extension Layout {
  /// A literal that is too long for its line is broken, each line of it but the last ending with a
  /// backslash.
  private mutating func writeLiteral(at position: Int) {
    let mark = marks[position]
    guard !fitsWord(of: Int(mark.columns), before: position + 1) else {
      return writeText(of: mark)
    }
    let step = literalStep
    write("\"\"\"")
    indentation += step
    let content = source[(offset + 1)..<(offset + Int(mark.length) - 1)]
    let chunks = StringLiteral.chunks(of: content, upTo: max(20, Self.width - indentation - 1))
    for (index, chunk) in chunks.enumerated() {
      breakLine()
      if !chunk.isEmpty { indent() }
      text.append(contentsOf: chunk)
      if index + 1 < chunks.count { write("\\") }
    }
    breakLine()
    write("\"\"\"")
    indentation -= step
  }

  /// How many spaces the lines of a broken literal stand in: none at the start of a line, nor, as the
  /// formatter has it, behind a parameter or the key of a dictionary; else two.
  private var literalStep: Int {
    if column == 0 || text.suffix(3).elementsEqual("\": ".utf8) { return 0 }
    let isInParameters = lists.last.map { !$0.start.isPadded } ?? false
    return isInParameters && text.suffix(3).elementsEqual(" = ".utf8) ? 0 : 2
  }
}
