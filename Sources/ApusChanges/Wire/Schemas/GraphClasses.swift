/// The vertices of a graph in classes, as few as there can be: in one are only vertices that have the
/// same mark, and whose edges lead, each to its counterpart's, to vertices of the same classes.
///
/// They are found by splitting (Hopcroft, "An n log n algorithm for minimizing states in a finite
/// automaton", 1971): by time that grows little faster than the graph, whatever circles it has.
struct GraphClasses {
  /// For each vertex, the number of its class.
  private(set) var numbers: [Int]
  /// The vertices, those of a class side by side.
  private var vertices: [Int]
  /// Where among these each vertex is.
  private var positions: [Int]
  private var classes: [Class]

  private struct Class {
    /// Where its vertices are.
    var range: Range<Int>
    /// How many of them are marked, which are the first ones.
    var marked = 0
  }

  /// An edge, as seen from where it leads to: where it comes from, and which one it is there.
  private struct Edge {
    var source: Int
    var position: Int
  }

  /// The classes of the vertices of a graph.
  /// - Parameters:
  ///   - edges: For each vertex, the vertices that its edges lead to.
  ///   - marks: For each vertex, its mark: vertices with the same one have as many edges.
  init(_ edges: [[Int]], marks: [Int]) {
    vertices = marks.indices.sorted { marks[$0] < marks[$1] }
    positions = Array(repeating: 0, count: marks.count)
    numbers = positions
    classes = []
    for (position, vertex) in vertices.enumerated() {
      positions[vertex] = position
      if position == 0 || marks[vertices[position - 1]] != marks[vertex] {
        classes.append(Class(range: position..<position))
      }
      numbers[vertex] = classes.count - 1
      let start = classes[classes.count - 1].range.lowerBound
      classes[classes.count - 1].range = start..<(position + 1)
    }
    split(by: Self.turned(edges))
  }

  /// For each vertex, the edges that lead to it.
  private static func turned(_ edges: [[Int]]) -> [[Edge]] {
    var turned: [[Edge]] = Array(repeating: [], count: edges.count)
    for (source, targets) in edges.enumerated() {
      for (position, target) in targets.enumerated() {
        turned[target].append(Edge(source: source, position: position))
      }
    }
    return turned
  }

  /// Splits classes by which of their vertices have edges into others, until that splits none.
  private mutating func split(by turned: [[Edge]]) {
    var waiting = Array(classes.indices)
    while let number = waiting.popLast() {
      // To split classes moves vertices, perhaps of this one: its edges are gathered before.
      let edges = vertices[classes[number].range].flatMap { turned[$0] }
        .sorted { $0.position < $1.position }
      for group in edges.chunked(by: \.position) {
        var touched: [Int] = []
        for edge in group { mark(edge.source, &touched) }
        waiting += touched.compactMap { splitMarked(of: $0) }
      }
    }
  }

  private mutating func mark(_ vertex: Int, _ touched: inout [Int]) {
    let number = numbers[vertex]
    let end = classes[number].range.lowerBound + classes[number].marked
    guard positions[vertex] >= end else { return }
    if classes[number].marked == 0 { touched.append(number) }
    let other = vertices[end]
    vertices.swapAt(positions[vertex], end)
    positions[other] = positions[vertex]
    positions[vertex] = end
    classes[number].marked += 1
  }

  /// Makes a class of the marked vertices of a class or, if these are fewer, of the others.
  /// - Returns: The number of the class that was made, unless all vertices were marked.
  private mutating func splitMarked(of number: Int) -> Int? {
    let (range, marked) = (classes[number].range, classes[number].marked)
    classes[number].marked = 0
    guard marked < range.count else { return nil }
    let middle = range.lowerBound + marked
    let isMarkedMade = marked * 2 <= range.count
    let made = isMarkedMade ? range.lowerBound..<middle : middle..<range.upperBound
    classes[number].range = isMarkedMade ? middle..<range.upperBound : range.lowerBound..<middle
    classes.append(Class(range: made))
    for vertex in vertices[made] { numbers[vertex] = classes.count - 1 }
    return classes.count - 1
  }
}

extension Array {
  /// The elements in slices of those side by side that are equal in something.
  fileprivate func chunked(by value: KeyPath<Element, some Equatable>) -> [SubSequence] {
    var chunks: [SubSequence] = []
    var start = startIndex
    for index in indices
    where index > start && self[index][keyPath: value] != self[start][keyPath: value] {
      chunks.append(self[start..<index])
      start = index
    }
    return start < endIndex ? chunks + [self[start...]] : chunks
  }
}
