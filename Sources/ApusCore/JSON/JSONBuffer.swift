/// A growing array of plain values, freed with its owner. It does without the checks and the reference
/// count of an `Array`, which cost a third of the parser's speed.
struct JSONBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int
  /// Whether the memory is the buffer's own, to be freed with it.
  private var isOwned: Bool

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
    isOwned = true
  }

  /// A buffer in memory that somebody else lends it, until it grows out of that.
  init(in memory: UnsafeMutableBufferPointer<Element>) {
    isOwned = memory.baseAddress == nil
    capacity = isOwned ? 16 : memory.count
    start = memory.baseAddress ?? .allocate(capacity: 16)
  }

  deinit {
    if isOwned { start.deallocate() }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    start[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    claim(elements.count).update(from: first, count: elements.count)
  }

  /// Makes room for more elements, all of which the caller must set at once.
  @inline(__always)
  mutating func claim(_ more: Int) -> UnsafeMutablePointer<Element> {
    if capacity - count < more { grow(by: more) }
    defer { count += more }
    return start + count
  }

  /// Appends as many elements as `body` sets, which are at most as many as there is made room for.
  @inline(__always)
  mutating func append(upTo most: Int, _ body: (UnsafeMutablePointer<Element>) -> Int) {
    if capacity - count < most { grow(by: most) }
    count += body(start + count)
  }

  /// The elements from an index on, valid until the buffer is changed.
  func suffix(from index: Int) -> UnsafeBufferPointer<Element> {
    let index = min(max(index, 0), count)
    return UnsafeBufferPointer(start: start + index, count: count - index)
  }

  /// Drops all elements from an index on.
  @inline(__always)
  mutating func removeAll(from index: Int) { count = min(count, index) }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    if isOwned { start.deallocate() }
    start = larger
    isOwned = true
  }
}
