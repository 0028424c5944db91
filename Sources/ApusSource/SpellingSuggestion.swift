/// Guesses at what a misspelt word was meant to be.
public enum SpellingSuggestion {
  /// The candidate nearest to a word, if one is near enough to be what was meant.
  ///
  /// Near enough is one edit (a letter left out, added, replaced, or two swapped) in three
  /// letters; letters that differ in case alone count as equal.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = folded(word)
    guard letters.count <= longestWord else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let other = folded(candidate)
      let allowed = (max(letters.count, other.count) - 1) / 3
      guard abs(letters.count - other.count) <= allowed else { continue }
      let distance = distance(from: letters, to: other)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// The end of a message: `; did you mean 'summary'?`, or nothing.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Comparing longer words, which are no typing mistakes, would cost the square of their length.
  private static let longestWord = 64

  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.prefix(longestWord + 1).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
  }

  /// The number of edits between two words (optimal string alignment).
  static func distance(from left: [UInt8], to right: [UInt8]) -> Int {
    var beforeLast = Array(0...right.count)
    var last = beforeLast
    var current = beforeLast
    for (row, letter) in left.enumerated() {
      current[0] = row + 1
      for (column, other) in right.enumerated() {
        let replaced = last[column] + (letter == other ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}
