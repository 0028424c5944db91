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
    guard let value = rawValue.withBytes({ Self.value(of: $0) }) else { return nil }
    self = value
  }

  /// The string of the case.
  public var rawValue: String {
    word.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
  }

  /// - Throws: `JSONDecodingError` if the value is none of the strings.
  public init(from json: JSONView) throws {
    guard let value = json.stringView.flatMap({ $0.withUTF8 { Self.value(of: $0) } }) else {
      throw JSONDecodingError(
        expected: "one of " + Self.rawValues.map(\.description.jsonText).listed(with: "or"),
        found: json)
    }
    self = value
  }

  public func write(to json: inout JSONWriter) {
    let word = word
    word.withUTF8Buffer { json.string($0) }
  }

  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

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

  private static func value(of text: UnsafeBufferPointer<UInt8>) -> Self? {
    var cases = allCases.makeIterator()
    for word in rawValues {
      guard let value = cases.next() else { return nil }
      if word.withUTF8Buffer({ $0.hasSameBytes(as: text) }) { return value }
    }
    return nil
  }
}
