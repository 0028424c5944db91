/// Keywords that are applied one after the other where they are: an array would copy each of them first.
final class KeywordList: Sendable {
  /// How many keywords there are.
  let count: Int

  /// The first one; nothing is changed there as long as the list lives.
  nonisolated(unsafe) let start: UnsafePointer<any Keyword>

  init(_ keywords: [any Keyword]) {
    let copy = UnsafeMutablePointer<any Keyword>.allocate(capacity: keywords.count)
    copy.initialize(from: keywords, count: keywords.count)
    count = keywords.count
    start = UnsafePointer(copy)
  }

  deinit {
    let copy = UnsafeMutablePointer(mutating: start)
    copy.deinitialize(count: count)
    copy.deallocate()
  }
}
