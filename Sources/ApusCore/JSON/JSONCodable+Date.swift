#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.Date
#else
  public import struct Foundation.Date
#endif

extension Date: JSONCodable {
  /// Reads a date and time (RFC 3339, section 5.6), with or without a fraction of a second, which is kept as exactly
  /// as a `Date` can tell: today's to the ten-millionth of a second. The offset from UTC is not kept.
  public init(from json: JSONView) throws {
    guard let moment = json.stringView?.withUTF8({ Timestamp(utf8: $0) }) else {
      throw JSONDecodingError(
        expected: "a date and time such as \"2025-01-31T12:00:00Z\"", found: json)
    }
    self.init(moment)
  }

  /// Writes a date and time, in UTC if its year has four digits there, with the fewest digits of a second that read
  /// back as the same date, but at most nine; null for dates that have no year of four digits anywhere.
  public func write(to json: inout JSONWriter) {
    guard let moment = Timestamp(self), moment.hasText else { return json.null() }
    json.plain(upTo: Timestamp.longest) { moment.write(to: $0) }
  }

  fileprivate init(_ moment: Timestamp) {
    self.init(
      timeIntervalSinceReferenceDate: Double(moment.seconds - secondsFrom1970To2001)
        + Double(moment.nanoseconds) / 1e9)
  }
}

extension Timestamp {
  /// The shortest moment that reads back as the same date, or the nearest one if there is none; nil for dates that
  /// are millions of years away.
  fileprivate init?(_ date: Date) {
    let whole = date.timeIntervalSinceReferenceDate.rounded(.down)
    guard abs(whole) < 1e14, let seconds = Int(exactly: whole) else { return nil }
    let fraction = date.timeIntervalSinceReferenceDate - whole
    self.init(seconds: seconds + secondsFrom1970To2001, nanoseconds: 0)
    guard fraction > 0 else { return }
    // Within centuries of today, moments that differ by a millionth are different dates: one of these that reads
    // back as the same date is the shortest.
    if abs(whole) < 0x1p32 {
      let millionths = Int((fraction * 1e6).rounded())
      if millionths < 1_000_000 {
        nanoseconds = millionths * 1_000
        if Date(self) == date { return }
        nanoseconds = 0
      }
    }
    var unit = 1_000_000_000
    while Date(self) != date, unit > 0 {
      let count = Int((fraction * Double(1_000_000_000 / unit)).rounded())
      let nanoseconds = count * unit
      self.seconds = seconds + secondsFrom1970To2001 + nanoseconds / 1_000_000_000
      self.nanoseconds = nanoseconds % 1_000_000_000
      unit /= 10
    }
  }
}

private let secondsFrom1970To2001 = 978_307_200
