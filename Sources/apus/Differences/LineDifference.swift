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
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    let pairs = self.pairs(old[start..<oldEnd], new[start..<newEnd], effort: max(effort, 1))
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

  /// The places of lines that are equal and stay.
  private static func pairs<Line: Hashable>(
    _ old: ArraySlice<Line>, _ new: ArraySlice<Line>, effort: Int
  ) -> [EditSearch.Pair] {
    // The search compares numbers, equal ones for equal lines. A line that is in one text only
    // can't be paired, so the search need not see it.
    var numbers: [Line: Int] = [:]
    for line in old where numbers[line] == nil { numbers[line] = numbers.count }
    var isShared = [Bool](repeating: false, count: numbers.count)
    var newNumbers: [Int] = []
    var newPlaces: [Int] = []
    for (place, line) in zip(new.indices, new) {
      guard let number = numbers[line] else { continue }
      isShared[number] = true
      newNumbers.append(number)
      newPlaces.append(place)
    }
    var oldNumbers: [Int] = []
    var oldPlaces: [Int] = []
    for (place, line) in zip(old.indices, old) {
      guard let number = numbers[line], isShared[number] else { continue }
      oldNumbers.append(number)
      oldPlaces.append(place)
    }
    let pairs = EditSearch.pairs(oldNumbers, newNumbers, effort: effort)
    return pairs.map { (oldPlaces[$0.old], newPlaces[$0.new]) }
  }
}
