/// One of some strings, and no other: an enumeration whose cases hold nothing.
///
/// The cases and their strings are two lists, and reading, writing and comparing are done here. An
/// enumeration with raw values says the same in less text, but takes the compiler half as long again,
/// and ever longer the more cases it has.
///
///     enum Action: JSONEnumeration {
///       case interrupt, rollback
///       static let rawValues: [StaticString] = ["interrupt", "rollback"]
///     }
public protocol JSONEnumeration: JSONCodable, Validated, CaseIterable, RawRepresentable
where RawValue == String {
  /// The strings of the cases, in their order.
  static var rawValues: [StaticString] { get }
}

extension JSONEnumeration {
  /// The case of a string; nil if there is none.
  public init?(rawValue: String) {
    guard let position = rawValue.withBytes({ $0.position(among: Self.rawValues) }) else {
      return nil
    }
    self = Self.value(at: position)
  }

  /// The string of the case.
  public var rawValue: String {
    word.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
  }

  /// - Throws: `JSONDecodingError` if the value is none of the strings.
  public init(from json: JSONView) throws {
    guard let position = json.position(among: Self.rawValues) else {
      throw JSONDecodingError(
        expected: "one of " + Self.rawValues.map(\.description.jsonText).listed(with: "or"),
        found: json)
    }
    self = Self.value(at: position)
  }

  public func write(to json: inout JSONWriter) {
    let word = word
    word.withUTF8Buffer { json.string($0) }
  }

  /// Reads a value by any decoder.
  ///
  /// - Throws: What the decoder throws, or `DecodingError` if the value is none of the strings.
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  /// Writes the value by any encoder.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }

  public static func == (left: Self, right: Self) -> Bool { left.position == right.position }

  public func hash(into hasher: inout Hasher) { hasher.combine(position) }

  private var word: StaticString {
    let words = Self.rawValues
    return position < words.count ? words[position] : ""
  }

  /// How many cases stand before this one: the value of a case that holds nothing is that number, in
  /// as few bytes as the last one's takes, and in none where there is only one case (Swift's type
  /// layout, "C-like enums").
  private var position: Int {
    withUnsafeBytes(of: self) { bytes in
      switch bytes.count {
      case 1: Int(bytes[0])
      case 2: Int(bytes.loadUnaligned(as: UInt16.self))
      case 4: Int(bytes.loadUnaligned(as: UInt32.self))
      default: 0
      }
    }
  }

  /// The case before which so many stand, by the same layout: asking `allCases` takes much longer.
  private static func value(at position: Int) -> Self {
    assert(allCases.count == rawValues.count, "\(Self.self) has other cases than strings")
    var number = UInt32(truncatingIfNeeded: position).littleEndian
    return withUnsafeBytes(of: &number) { $0.load(as: Self.self) }
  }
}

extension JSONView {
  /// Where the value stands among some strings; nil if it is none of them.
  fileprivate func position(among words: [StaticString]) -> Int? {
    stringView.flatMap { $0.withUTF8 { $0.position(among: words) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the text stands among some words; nil if it is none of them.
  fileprivate func position(among words: [StaticString]) -> Int? {
    for position in words.indices {
      let word = words[position]
      if word.withUTF8Buffer({ $0.hasSameBytes(as: self) }) { return position }
    }
    return nil
  }
}
