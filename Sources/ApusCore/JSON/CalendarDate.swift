/// A day of the calendar, whatever the place: a year from 0 to 9999, a month and a day (RFC 3339, section 5.6,
/// `full-date`).
public struct CalendarDate: Hashable, Sendable {
  /// The year, from 0 to 9999. Year 0 is the one before year 1.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil if the calendar has none such. Years before 1583 have the months of the calendar of today.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month),
      (1...daysOfMonth(month, in: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The first day that there is.
  static let first = CalendarDate(beginningOf: 0)

  private init(beginningOf year: Int) {
    (self.year, month, day) = (year, 1, 1)
  }

  fileprivate init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var scanner = ByteScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    (year, month, day) = date
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads a day written as `2025-01-31`; nil for any other text.
  public init?(_ description: String) {
    guard let date = description.withBytes({ CalendarDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// The day as `2025-01-31`.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.length) { output in
      guard let start = output.baseAddress else { return 0 }
      return write(to: start)
    }
  }

  /// How many bytes a day takes.
  fileprivate static let length = 10

  fileprivate func write(to output: UnsafeMutablePointer<UInt8>) -> Int {
    var writer = DigitWriter(output)
    writer.date(year, month, day)
    return writer.count
  }
}

extension CalendarDate: Comparable {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: JSONCodable {
  public init(from json: JSONView) throws {
    guard let date = json.stringView?.withUTF8({ CalendarDate(utf8: $0) }) else {
      throw JSONDecodingError(expected: "a date such as \"2025-01-31\"", found: json)
    }
    self = date
  }

  public func write(to json: inout JSONWriter) { json.plain(upTo: Self.length) { write(to: $0) } }
}
