// What fits on the line that is being written: no more is looked at than a line holds.
extension Layout {
  /// Whether the list that starts at a position fits, with what follows on its line.
  func fits(from position: Int) -> Bool {
    fits(0, from: position, isWord: false)
  }

  /// Whether so many columns fit, with what follows from a position on up to the first place where
  /// the line may be broken.
  func fitsWord(of columns: Int, before position: Int) -> Bool {
    fits(columns, from: position, isWord: true)
  }

  private func fits(_ columns: Int, from start: Int, isWord: Bool) -> Bool {
    var room = Self.width - (column == 0 ? indentation : column) - columns
    // How deeply lists are nested that start behind the position, and those that it is in.
    var depth = 0
    var outer = lists[...]
    var position = start
    while position < marks.count, room >= 0 {
      let mark = marks[position]
      position += 1
      switch mark.kind {
      case .lineBreak: return true
      case .space where isWord: return true
      case .list where isWord && mark.distance > 1: return room >= Int(mark.length)
      case .text, .literal: room -= Int(mark.columns)
      case .access: room -= access.modifier.utf8.count
      case .space: room -= 1
      case .list:
        room -= Int(mark.columns)
        depth += 1
      case .listEnd where depth > 0: depth -= 1
      case .indent, .outdent: continue
      case .element where depth > 0: continue
      case .element, .listEnd:
        guard let list = outer.popLast() else { continue }
        if !list.isOnOneLine {
          let hasComma = mark.kind == .element || list.start.hasTrailingComma
          return room >= (hasComma ? 1 : 0)
        }
        // That the rest of the list fits is known.
        position = list.end + 1
      }
    }
    return room >= 0
  }
}
