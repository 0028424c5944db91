extension Node {
  /// Whether one of some words that start with `$` stands anywhere in the files that the node's tree
  /// was read from. If none does, nothing in the tree has such a key.
  public func mentions(_ words: [String]) -> Bool {
    let endings = words.map { Array($0.utf8.dropFirst()) }
    // What was written with escapes stands in the tree's own text.
    let texts = [tree.file.bytes, tree.text] + tree.others.map(\.bytes)
    return texts.contains { text in
      text.withUnsafeBufferPointer { Self.contains($0, endings) }
    }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ endings: [[UInt8]]) -> Bool {
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "$") {
        let rest = text[(position + 1)...]
        if endings.contains(where: { rest.starts(with: $0) }) { return true }
      }
      position += 1
    }
    return false
  }
}
