import ApusCore
import Foundation
import Testing

struct DepthTests {
  enum Shape: CaseIterable {
    case arrays
    case objects

    func text(_ depth: Int) -> String {
      switch self {
      case .arrays: String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      case .objects:
        String(repeating: #"{"a":"#, count: depth) + "null" + String(repeating: "}", count: depth)
      }
    }
  }

  @Test(arguments: Shape.allCases)
  func atTheLimit(_ shape: Shape) throws {
    let text = shape.text(512)
    #expect(try withJSON(text) { $0.json }.jsonText == text)
  }

  @Test(arguments: [(Shape.arrays, 512), (.objects, 512 * 5)])
  func beyondTheLimit(_ shape: Shape, offset: Int) {
    for depth in [513, 1_000_000] {
      let error = #expect(throws: JSONSyntaxError.self) { try withJSON(shape.text(depth)) { _ in } }
      #expect(error?.offset == offset)
      #expect(error?.message == "more than 512 arrays and objects inside one another")
    }
  }

  @Test(arguments: [(0, "1", true), (0, "[]", false), (1, "[]", true), (1, "[[]]", false)])
  func chosen(limit: Int, text: String, isAccepted: Bool) {
    let limits = JSONLimits(depth: limit)
    #expect(((try? withJSON(text, limits: limits) { _ in true }) ?? false) == isAccepted)
  }

  @Test func limitsAreKeptInBounds() {
    #expect(JSONLimits(depth: .max).depth == 512)
    #expect(JSONLimits(depth: -1, bytes: -1) == JSONLimits(depth: 0, bytes: 0))
    #expect(throws: JSONSyntaxError.self) {
      try withJSON("[ ]", limits: JSONLimits(bytes: 2)) { _ in }
    }
  }

  /// The stacks of threads other than the first are 512 KiB on some platforms.
  @Test(arguments: Shape.allCases)
  func fitsASmallStack(_ shape: Shape) async {
    let text = shape.text(512)
    let isEqual = await withCheckedContinuation { continuation in
      let thread = Thread {
        let value = try? withJSON(text) { view in
          let value = view.json
          return view == value && view == view && view.hashValue == view.hashValue ? value : nil
        }
        let again = value.flatMap { try? JSON(json: $0.json) }
        continuation.resume(returning: value != nil && value == again)
      }
      #if DEBUG
        thread.stackSize = 768 << 10
      #else
        thread.stackSize = 512 << 10
      #endif
      thread.start()
    }
    #expect(isEqual)
  }
}
