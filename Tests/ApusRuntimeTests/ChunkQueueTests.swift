import Testing

@testable import ApusRuntime

@Suite("Chunks that wait to be read")
struct ChunkQueueTests {
  @Test("a few come out as they came in")
  func order() {
    var queue = ChunkQueue()
    for number in 0..<60 as Range<UInt8> { queue.append([number, number]) }
    #expect(queue.size == 120)
    for number in 0..<60 as Range<UInt8> { #expect(queue.popFirst() == [number, number]) }
    #expect(queue.popFirst() == nil)
    #expect(queue.size == 0)
  }

  @Test(
    "there is no more room than for those that wait, even if some always do", arguments: [1, 90])
  func room(_ ahead: Int) {
    var queue = ChunkQueue()
    let chunk = [UInt8](repeating: 0, count: 5_000)
    for _ in 0..<ahead { queue.append(chunk) }
    for _ in 0..<10_000 {
      queue.append(chunk)
      #expect(queue.popFirst() == chunk)
    }
    #expect(queue.size == ahead * 5_000)
    #expect(queue.slots < 300)
  }
}
