/// A Markdown page as far as fenced code blocks go (CommonMark 0.31, section 4.5).
struct MarkdownPage {
  /// A fenced code block.
  struct Block {
    /// The bytes between the fences.
    var content: Range<Int>
    /// What stands behind the opening fence.
    var information: Range<Int>
    /// The opening fence's line.
    var opening: Range<Int>
    var isClosed: Bool
  }

  let bytes: [UInt8]

  /// The fenced code blocks, in order. A block without a closing fence reaches to the end.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var open: (fence: Fence, block: Block)?
    var line = 0
    while line < bytes.count {
      let end = lineEnd(from: line)
      let fence = fence(in: line..<end)
      let next = nextLine(after: end)
      if let opened = open {
        if let fence, fence.closes(opened.fence), fence.information.isEmpty {
          var block = opened.block
          block.content = block.content.lowerBound..<line
          block.isClosed = true
          blocks.append(block)
          open = nil
        }
      } else if let fence, fence.canOpen(in: bytes) {
        let block = Block(
          content: next..<bytes.count, information: fence.information, opening: line..<end,
          isClosed: false)
        open = (fence, block)
      }
      line = next
    }
    if let open { blocks.append(open.block) }
    return blocks
  }

  /// A line of three or more backticks or tildes.
  private struct Fence {
    var character: UInt8
    var length: Int
    var information: Range<Int>

    func closes(_ opening: Fence) -> Bool {
      character == opening.character && length >= opening.length
    }

    /// Text behind backticks can't have one: then it is code within a line.
    func canOpen(in bytes: [UInt8]) -> Bool {
      character != UInt8(ascii: "`") || !bytes[information].contains(UInt8(ascii: "`"))
    }
  }

  private func fence(in line: Range<Int>) -> Fence? {
    let text = bytes[line]
    let start = text.firstIndex { $0 != 0x20 } ?? line.upperBound
    guard start - line.lowerBound <= 3, start < line.upperBound else { return nil }
    let character = bytes[start]
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    let end = bytes[start..<line.upperBound].firstIndex { $0 != character } ?? line.upperBound
    guard end - start >= 3 else { return nil }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let rest = bytes[end..<line.upperBound]
    let first = rest.firstIndex { !isBlank($0) } ?? line.upperBound
    let last = rest.lastIndex { !isBlank($0) } ?? first - 1
    return Fence(character: character, length: end - start, information: first..<(last + 1))
  }

  private func lineEnd(from offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private func nextLine(after end: Int) -> Int {
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }
}
