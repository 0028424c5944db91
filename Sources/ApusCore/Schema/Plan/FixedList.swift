/// Values that are looked at where they are: an array would copy each of them first, and count who holds it.
final class FixedList<Element>: @unchecked Sendable {
  /// How many values there are.
  let count: Int

  /// The first one; nothing is changed there as long as the list lives.
  let start: UnsafePointer<Element>

  init(_ elements: [Element]) {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    copy.initialize(from: elements, count: elements.count)
    count = elements.count
    start = UnsafePointer(copy)
  }

  deinit {
    let copy = UnsafeMutablePointer(mutating: start)
    copy.deinitialize(count: count)
    copy.deallocate()
  }
}
