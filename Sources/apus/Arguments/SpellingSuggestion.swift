/// Finds the word that somebody who made a typing mistake had in mind.
enum SpellingSuggestion {
  /// The most characters of a word that are looked at.
  private static let lengthLimit = 64

  /// The known word that is nearest to `word`, unless all are too different. Of equally near
  /// ones, it is the first.
  static func nearest(to word: String, among known: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in known {
      let longest = max(word.count, candidate.count)
      guard longest <= lengthLimit else { continue }
      let distance = distance(from: Array(word), to: Array(candidate))
      // A third of the letters may be wrong, so that short words aren't guessed wildly.
      guard distance * 3 <= longest + 1, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// How many letters must be put in, left out, replaced or swapped with their neighbour to
  /// turn one word into the other (the optimal string alignment distance).
  static func distance(from old: [Character], to new: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...new.count)
    for (row, oldLetter) in old.enumerated() {
      var current = [row + 1]
      for (column, newLetter) in new.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (oldLetter == newLetter ? 0 : 1))
        if row > 0, column > 0, oldLetter == new[column - 1], old[row - 1] == newLetter {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous.last ?? 0
  }
}
