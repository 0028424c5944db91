/// Lays out a piece of code as text of at most 100 columns, as `swift format` does: a bracketed list
/// that does not fit on its line has one element a line.
struct Layout {
  /// The columns that a line may have.
  static let width = 100

  /// Who may use what is declared.
  private let access: AccessLevel
  private var text: [UInt8] = []
  private var column = 0
  /// Whether the line goes on from the one before.
  private var isContinued = false
  private var indentation = 0
  /// Parts that follow what is being written, innermost last: a list fits only if what stands
  /// behind it up to the end of its line fits too.
  private var following: [ArraySlice<Code.Part>] = []

  private init(access: AccessLevel) {
    self.access = access
  }

  /// The text of a file: the code, and a line break at its end.
  static func text(of code: Code, access: AccessLevel = .public) -> [UInt8] {
    var layout = Layout(access: access)
    layout.write(code.parts[...])
    layout.text.append(UInt8(ascii: "\n"))
    return layout.text
  }

  private mutating func write(_ parts: ArraySlice<Code.Part>) {
    for index in parts.indices {
      following.append(parts[(index + 1)...])
      write(parts[index])
      following.removeLast()
    }
  }

  private mutating func write(_ part: Code.Part) {
    switch part {
    case .text(let text), .name(let text):
      write(text)
    case .lineBreak:
      breakLine()
    case .space(let spaces):
      writeSpace(indenting: spaces)
    case .indented(let spaces, let parts):
      indentation += spaces
      write(parts[...])
      indentation -= spaces
    case .list(let list):
      write(list)
    case .string(let text):
      writeLiteral(of: text)
    case .access:
      write(access.modifier)
    }
  }

  private mutating func write(_ list: Code.List) {
    let elements = list.elements
    if elements.isEmpty || fits(.list(list)) {
      write(list.brackets.open + list.padding)
      for (index, element) in elements.enumerated() {
        if index > 0 { write(", ") }
        write(element[...])
      }
      return write(list.padding + list.brackets.close)
    }
    write(list.brackets.open)
    indentation += 2
    for (index, element) in elements.enumerated() {
      breakLine()
      let hasComma = index + 1 < elements.count || list.hasTrailingComma
      following.append(hasComma ? [.text(","), .lineBreak] : [.lineBreak])
      write(element[...])
      following.removeLast()
      if hasComma { write(",") }
    }
    indentation -= 2
    breakLine()
    write(list.brackets.close)
  }

  /// A literal that is too long for its line is broken, each line of it but the last ending with a
  /// backslash.
  private mutating func writeLiteral(of text: String) {
    let literal = StringLiteral.swift(text)
    guard !fitsWord(of: literal.count) else { return write(literal) }
    // Behind other text on its line, the literal's lines stand two spaces in.
    let step = column == 0 ? 0 : 2
    write("\"\"\"")
    indentation += step
    let space = max(20, Self.width - indentation - 1)
    let chunks = StringLiteral.chunks(of: text, upTo: space)
    for (index, chunk) in chunks.enumerated() {
      breakLine()
      write(index + 1 < chunks.count ? chunk + "\\" : chunk)
    }
    breakLine()
    write("\"\"\"")
    indentation -= step
  }

  private mutating func write(_ string: String) {
    if column == 0, !string.isEmpty {
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
      column = indentation
    }
    text.append(contentsOf: string.utf8)
    column += string.count
  }

  private mutating func writeSpace(indenting spaces: Int) {
    let fits = fitsWord(of: 1)
    // A brace behind a line that goes on from the one before stands on a line of its own.
    guard !fits || (isContinued && spaces == 0) else { return write(" ") }
    breakLine()
    isContinued = spaces > 0
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation + spaces))
    column = indentation + spaces
  }

  /// Whether so many columns fit, with what follows up to the first place where the line may be
  /// broken.
  private func fitsWord(of columns: Int) -> Bool {
    var space = Self.width - (column == 0 ? indentation : column) - columns
    for parts in following.reversed() {
      guard takeWord(parts, from: &space) else { break }
    }
    return space >= 0
  }

  /// Takes the width of some parts up to the first place where the line may be broken; false once
  /// there is one.
  private func takeWord(
    _ parts: ArraySlice<Code.Part>, from space: inout Int
  ) -> Bool {
    for part in parts {
      switch part {
      case .lineBreak, .space: return false
      case .indented(_, let parts): guard takeWord(parts[...], from: &space) else { return false }
      case .list(let list) where !list.elements.isEmpty:
        space -= list.brackets.open.count
        return false
      default: guard take([part], from: &space) else { return false }
      }
    }
    return true
  }

  private mutating func breakLine() {
    text.append(UInt8(ascii: "\n"))
    column = 0
    isContinued = false
  }

  /// Whether a part and what follows on its line fit.
  private func fits(_ part: Code.Part) -> Bool {
    var space = Self.width - (column == 0 ? indentation : column)
    guard take([part], from: &space) else { return space >= 0 }
    for parts in following.reversed() {
      guard take(parts, from: &space) else { break }
    }
    return space >= 0
  }

  /// Takes the width of some parts on one line; false once the line is full or at its end.
  private func take(_ parts: ArraySlice<Code.Part>, from space: inout Int) -> Bool {
    for part in parts {
      switch part {
      case .text(let text), .name(let text): space -= text.count
      case .lineBreak: return false
      case .space: space -= 1
      case .indented(_, let parts): guard take(parts[...], from: &space) else { return false }
      case .string(let text): space -= StringLiteral.swift(text).count
      case .access: space -= access.modifier.count
      case .list(let list):
        space -= list.brackets.open.count + list.brackets.close.count + 2 * list.padding.count
        space -= 2 * max(0, list.elements.count - 1)
        // The formatter leaves room for a comma that would stand there on several lines.
        space -= list.hasTrailingComma ? 1 : 0
        for element in list.elements {
          guard take(element[...], from: &space) else { return false }
        }
      }
      if space < 0 { return false }
    }
    return true
  }
}
