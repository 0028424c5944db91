/// Finds what differs between two sequences of lines.
///
/// The method is that of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
/// cut into rounds: after `effort` edits, the search goes on from the place where it has come
/// farthest. So the time grows with the length and not with its square, however much differs;
/// texts that differ little get the shortest possible list of changes.
enum LineDifference {
  /// Lines that are replaced by others. One of the ranges may be empty, never both.
  struct Change: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The changes that turn the old lines into the new ones, in order, with equal lines between.
  ///
  /// - Parameter effort: How many edits are searched for at once; at least 1.
  static func changes<Line: Hashable>(
    from old: [Line], to new: [Line], effort: Int = 256
  ) -> [Change] {
    let (old, new) = numbers(old, new)
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    // A line that is in one text only can't be paired, so the search need not see it.
    let oldLines = Set(old[start..<oldEnd])
    let newLines = Set(new[start..<newEnd])
    let oldPlaces = (start..<oldEnd).filter { newLines.contains(old[$0]) }
    let newPlaces = (start..<newEnd).filter { oldLines.contains(new[$0]) }
    let pairs = EditSearch.pairs(
      oldPlaces.map { old[$0] }, newPlaces.map { new[$0] }, effort: max(effort, 1)
    ).map { (oldPlaces[$0.old], newPlaces[$0.new]) }

    var changes: [Change] = []
    var oldPlace = start
    var newPlace = start
    for (oldPair, newPair) in pairs + [(oldEnd, newEnd)] {
      if oldPlace < oldPair || newPlace < newPair {
        changes.append(Change(old: oldPlace..<oldPair, new: newPlace..<newPair))
      }
      oldPlace = oldPair + 1
      newPlace = newPair + 1
    }
    return changes
  }

  /// The lines as numbers, equal ones for equal lines, which are faster to compare.
  private static func numbers<Line: Hashable>(
    _ old: [Line], _ new: [Line]
  ) -> (old: [Int], new: [Int]) {
    var numbers: [Line: Int] = [:]
    func number(_ line: Line) -> Int {
      if let number = numbers[line] { return number }
      let number = numbers.count
      numbers[line] = number
      return number
    }
    return (old.map(number), new.map(number))
  }
}
