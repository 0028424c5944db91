#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Texts where they are, which no string is made for.
extension Tree {
  /// Gives a scalar's text as UTF-8.
  @inline(__always)
  func withText(of record: Record, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let range = Int(record.first)..<(Int(record.first) + Int(record.count))
    func give(_ bytes: UnsafeBufferPointer<UInt8>) {
      body(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    // Each where it is stored, so that nobody has to hold it meanwhile.
    if record.isRewritten {
      text.withUnsafeBufferPointer(give)
    } else if record.source == 0 {
      bytes.withUnsafeBufferPointer(give)
    } else {
      others[Int(record.source) - 1].bytes.withUnsafeBufferPointer(give)
    }
  }

  /// A scalar's text, made anew at each call.
  func string(of record: Record) -> String {
    var string = ""
    withText(of: record) { string = String(decoding: $0, as: UTF8.self) }
    return string
  }

  /// Whether a scalar has a text.
  @inline(__always)
  func hasText(_ text: UnsafeBufferPointer<UInt8>, _ record: Record) -> Bool {
    guard Int(record.count) == text.count else { return false }
    var isEqual = text.isEmpty
    withText(of: record) { own in
      guard let left = own.baseAddress, let right = text.baseAddress else { return }
      isEqual = memcmp(left, right, own.count) == 0
    }
    return isEqual
  }
}

extension Node {
  /// Whether one of some words that start with `$` stands anywhere in the files that the node's tree
  /// was read from. If none does, nothing in the tree has such a key.
  public func mentions(_ words: [String]) -> Bool {
    let endings = words.map { Array($0.utf8.dropFirst()) }
    // What was written with escapes stands in the tree's own text.
    let texts = [tree.file.bytes, tree.text] + tree.others.map(\.bytes)
    return texts.contains { text in
      text.withUnsafeBytes { Self.contains($0, endings) }
    }
  }

  private static func contains(_ text: UnsafeRawBufferPointer, _ endings: [[UInt8]]) -> Bool {
    guard let start = text.baseAddress else { return false }
    var position = 0
    while let dollar = memchr(start + position, Int32(UInt8(ascii: "$")), text.count - position) {
      position = start.distance(to: dollar) + 1
      let rest = text[position...]
      if endings.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }
}
