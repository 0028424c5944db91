/// Texts of a document, found by what they are: an open hash table of at least twice as many places.
///
/// Only the document decides how full it is, so that no value can be made up to search it long.
final class TextTable: Sendable {
  /// The table, to be looked into as long as this lives.
  nonisolated(unsafe) let lookup: TextLookup

  /// How many different texts there are.
  let distinctCount: Int

  private let places: FixedList<TextLookup.Place>
  private let bytes: FixedList<UInt8>
  private let ends: FixedList<Int>

  /// A table of texts; of several equal ones, the first is found.
  init(_ texts: [String]) {
    bytes = FixedList(texts.flatMap(\.utf8))
    ends = FixedList(texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) })
    var size = 4
    while size < 2 * texts.count { size *= 2 }
    var places = [TextLookup.Place](repeating: TextLookup.Place(), count: size)
    var distinctCount = 0
    for (position, text) in texts.enumerated() {
      let digest = text.withBytes { JSONName($0).digest }
      var place = TextLookup.first(for: digest, mask: size - 1)
      while places[place].digest != 0 {
        let other = texts[Int(places[place].position)]
        if places[place].digest == digest, other.utf8.elementsEqual(text.utf8) { break }
        place = (place + 1) & (size - 1)
      }
      guard places[place].digest == 0 else { continue }
      places[place] = TextLookup.Place(digest: digest, position: UInt32(position))
      distinctCount += 1
    }
    self.distinctCount = distinctCount
    self.places = FixedList(places)
    lookup = TextLookup(
      places: self.places.start, mask: size - 1, bytes: bytes.start, ends: ends.start)
  }
}

/// A look into a ``TextTable``, valid as long as that lives.
struct TextLookup: BitwiseCopyable {
  struct Place: BitwiseCopyable {
    /// The text's digest, which is never 0; 0 where there is no text.
    var digest: UInt32 = 0
    /// Where the text stands among those that the table was made of.
    var position: UInt32 = 0
  }

  fileprivate let places: UnsafePointer<Place>
  fileprivate let mask: Int
  /// The texts' UTF-8, one behind the other, and where each begins and ends.
  fileprivate let bytes: UnsafePointer<UInt8>
  fileprivate let ends: UnsafePointer<Int>

  /// Where a member's name stands among the texts; nil if it is none of them.
  @inline(__always)
  func position(of name: JSONStringView) -> Int? {
    if name.isEscaped { return name.withUTF8 { position(of: $0, name.node.pointee.next) } }
    return position(of: name.literal, name.node.pointee.next)
  }

  /// Where a string stands among the texts; nil if it is none of them.
  @inline(__always)
  func position(ofValue text: JSONStringView) -> Int? {
    text.withUTF8 { position(of: $0, JSONName.digest($0)) }
  }

  /// Where a text of that digest stands among the texts; nil if it is none of them.
  @inline(__always)
  func position(of text: UnsafeBufferPointer<UInt8>, _ digest: UInt32) -> Int? {
    var place = Self.first(for: digest, mask: mask)
    while places[place].digest != 0 {
      let position = Int(places[place].position)
      if places[place].digest == digest, self.text(at: position).hasSameBytes(as: text) {
        return position
      }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func text(at position: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + ends[position], count: ends[position + 1] - ends[position])
  }

  @inline(__always)
  fileprivate static func first(for digest: UInt32, mask: Int) -> Int {
    // The digest's last bit says nothing.
    Int(digest >> 1) & mask
  }
}
