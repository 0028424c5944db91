/// The strongly connected components of a directed graph (Tarjan's algorithm, in time linear in the
/// graph and without recursion).
struct StrongComponents {
  /// For each vertex, the number of its component.
  private(set) var numbers: [Int]

  private let edges: [[Int]]
  private var order: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var visited = 0
  private var found = 0

  /// The components of the graph in which each vertex has edges to the vertices listed for it.
  init(_ edges: [[Int]]) {
    self.edges = edges
    numbers = Array(repeating: 0, count: edges.count)
    order = Array(repeating: -1, count: edges.count)
    lowest = order
    isOpen = Array(repeating: false, count: edges.count)
    for vertex in edges.indices where order[vertex] < 0 { visit(from: vertex) }
  }

  private mutating func visit(from root: Int) {
    var path: [(vertex: Int, next: Int)] = []
    enter(root, &path)
    while let (vertex, next) = path.last {
      guard next < edges[vertex].count else {
        path.removeLast()
        leave(vertex, to: path.last?.vertex)
        continue
      }
      path[path.count - 1].next += 1
      let target = edges[vertex][next]
      if order[target] < 0 {
        enter(target, &path)
      } else if isOpen[target] {
        lowest[vertex] = min(lowest[vertex], order[target])
      }
    }
  }

  private mutating func enter(_ vertex: Int, _ path: inout [(vertex: Int, next: Int)]) {
    order[vertex] = visited
    lowest[vertex] = visited
    visited += 1
    open.append(vertex)
    isOpen[vertex] = true
    path.append((vertex, 0))
  }

  private mutating func leave(_ vertex: Int, to parent: Int?) {
    if let parent { lowest[parent] = min(lowest[parent], lowest[vertex]) }
    guard lowest[vertex] == order[vertex] else { return }
    while let member = open.popLast() {
      isOpen[member] = false
      numbers[member] = found
      if member == vertex { break }
    }
    found += 1
  }
}
