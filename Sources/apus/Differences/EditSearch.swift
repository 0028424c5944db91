/// One round of the search for a short way from one sequence to another.
///
/// A way leads through a grid from the upper left to the lower right: a step to the right leaves
/// an old element out, a step down puts a new one in, a slide along a diagonal keeps equal ones.
/// A place is told by its column and its diagonal (column minus row), both counted from the
/// place where the round starts.
struct EditSearch {
  /// Elements that are equal and stay, by their places.
  typealias Pair = (old: Int, new: Int)

  /// A place of the grid, and how many steps lead there.
  private struct Place {
    var column: Int
    var diagonal: Int
    var steps: Int

    var row: Int { column - diagonal }
  }

  private let old: ArraySlice<Int>
  private let new: ArraySlice<Int>
  /// How many steps to the right or down the round may take.
  private let effort: Int
  /// Where the diagonal 0 is in `columns`.
  private let middle: Int
  /// For each diagonal the farthest column that is reached with the steps so far.
  private var columns: [Int]
  /// `columns` as it was before each number of steps.
  private var history: [[Int]] = []

  /// Stands for the column of a diagonal that isn't reached.
  private static let unreached = -1

  /// Equal elements that a short way keeps, in order.
  ///
  /// - Parameter effort: How many edits are searched for at once; at least 1. The time grows
  ///   with the product of this and the length.
  static func pairs(_ old: [Int], _ new: [Int], effort: Int) -> [Pair] {
    var pairs: [Pair] = []
    var start: Pair = (0, 0)
    while start.old < old.count, start.new < new.count {
      var search = EditSearch(old: old[start.old...], new: new[start.new...], effort: effort)
      let end = search.run()
      for pair in search.pairs(to: end).reversed() {
        pairs.append((start.old + pair.old, start.new + pair.new))
      }
      start = (start.old + end.column, start.new + end.row)
    }
    return pairs
  }

  private init(old: ArraySlice<Int>, new: ArraySlice<Int>, effort: Int) {
    self.old = old
    self.new = new
    self.effort = min(effort, old.count + new.count)
    middle = self.effort + 1
    columns = Array(repeating: Self.unreached, count: 2 * middle + 1)
  }

  /// Searches until the end or until the effort is spent; the place farthest on the way.
  private mutating func run() -> Place {
    var farthest = Place(column: 0, diagonal: 0, steps: 0)
    for steps in 0...effort {
      history.append(columns)
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let reached = column(of: diagonal, after: steps, from: columns)
        guard reached != Self.unreached else {
          columns[middle + diagonal] = reached
          continue
        }
        let column = slide(from: reached, on: diagonal)
        columns[middle + diagonal] = column
        let place = Place(column: column, diagonal: diagonal, steps: steps)
        if place.column + place.row >= farthest.column + farthest.row { farthest = place }
        if place.column == old.count, place.row == new.count { return place }
      }
    }
    return farthest
  }

  /// The column in which one more step enters a diagonal from its neighbours.
  private func column(of diagonal: Int, after steps: Int, from columns: [Int]) -> Int {
    guard steps > 0 else { return 0 }
    return max(
      columnDown(to: diagonal, from: columns), columnRight(to: diagonal, from: columns)
    )
  }

  /// The column in which a step down enters a diagonal.
  private func columnDown(to diagonal: Int, from columns: [Int]) -> Int {
    let column = columns[middle + diagonal + 1]
    return column - diagonal <= new.count ? column : Self.unreached
  }

  /// The column in which a step to the right enters a diagonal.
  private func columnRight(to diagonal: Int, from columns: [Int]) -> Int {
    let column = columns[middle + diagonal - 1]
    return column != Self.unreached && column < old.count ? column + 1 : Self.unreached
  }

  /// As far as equal elements lead.
  private func slide(from column: Int, on diagonal: Int) -> Int {
    var column = column
    while column < old.count, column - diagonal < new.count,
      old[old.startIndex + column] == new[new.startIndex + column - diagonal]
    {
      column += 1
    }
    return column
  }

  /// The pairs on the way to a place, the last one first.
  private func pairs(to end: Place) -> [Pair] {
    var pairs: [Pair] = []
    var place = end
    while true {
      let before = history[place.steps]
      let entered = column(of: place.diagonal, after: place.steps, from: before)
      while place.column > entered {
        place.column -= 1
        pairs.append((place.column, place.row))
      }
      guard place.steps > 0 else { return pairs }
      place.steps -= 1
      if columnDown(to: place.diagonal, from: before) == entered {
        place.diagonal += 1
      } else {
        place.diagonal -= 1
        place.column -= 1
      }
    }
  }
}
