#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.Date
#else
  public import struct Foundation.Date
#endif

extension Date: JSONCodable {
  /// Reads a date and time (RFC 3339, section 5.6), with or without a fraction of a second.
  public init(from json: JSONView) throws {
    guard let moment = json.stringView?.withUTF8({ Timestamp(utf8: $0) }) else {
      throw JSONDecodingError(
        expected: "a date and time such as \"2025-01-31T12:00:00Z\"", found: json)
    }
    self.init(
      timeIntervalSinceReferenceDate: Double(moment.seconds - secondsFrom1970To2001)
        + Double(moment.nanoseconds) / 1e9)
  }

  /// Writes a date and time in UTC, to the microsecond, which is what a `Date` can tell; null for years that have
  /// not four digits.
  public func write(to json: inout JSONWriter) {
    let microseconds = (timeIntervalSinceReferenceDate * 1e6).rounded()
    guard abs(microseconds) < 1e18, let whole = Int64(exactly: microseconds) else {
      return json.null()
    }
    let rest = ((whole % 1_000_000) + 1_000_000) % 1_000_000
    let moment = Timestamp(
      seconds: Int((whole - rest) / 1_000_000) + secondsFrom1970To2001,
      nanoseconds: Int(rest) * 1_000)
    guard let text = moment.text else { return json.null() }
    json.string(text)
  }
}

private let secondsFrom1970To2001 = 978_307_200
