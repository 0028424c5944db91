/// A moment as RFC 3339, section 5.6, writes it: `2025-03-04T12:34:56.789+01:00`.
struct Timestamp: Hashable {
  /// The seconds since the beginning of 1970 in UTC, leap seconds not counted.
  var seconds: Int
  /// The part of a second that follows, below 1,000,000,000.
  var nanoseconds: Int

  /// Reads a date and time, or returns nil if the text is none. A leap second is the first moment after it.
  init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var scanner = ByteScanner(text)
    guard let date = scanner.date(), scanner.skip(anyOf: "Tt"), let time = scanner.time(),
      scanner.isAtEnd
    else { return nil }
    let minutes = daysSince1970(date.year, date.month, date.day) * 1_440 + time.minutes
    seconds = minutes * 60 + time.second
    nanoseconds = time.nanoseconds
  }

  init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

// Years are counted from March, so that the day that leap years add is the last one; 400 years have 146,097 days.

private let daysFromMarchOfYear0To1970 = 719_468

private func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let year = month > 2 ? year : year - 1
  let months = (month + 9) % 12
  let cycle = (year >= 0 ? year : year - 399) / 400
  let yearOfCycle = year - cycle * 400
  let dayOfYear = (153 * months + 2) / 5 + day - 1
  return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    - daysFromMarchOfYear0To1970
}

private func calendarDate(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
  let days = daysSince1970 + daysFromMarchOfYear0To1970
  let cycle = (days >= 0 ? days : days - 146_096) / 146_097
  let dayOfCycle = days - cycle * 146_097
  let yearOfCycle =
    (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
  let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
  let months = (5 * dayOfYear + 2) / 153
  let month = months < 10 ? months + 3 : months - 9
  let year = yearOfCycle + cycle * 400 + (month > 2 ? 0 : 1)
  return (year, month, dayOfYear - (153 * months + 2) / 5 + 1)
}

extension Timestamp {
  /// The most bytes that a moment takes.
  static let longest = 35

  /// Writes the moment in UTC, with as many digits of a second as it has. Where its year has not four digits there, it
  /// is written with the greatest offset from UTC, at which it may have.
  ///
  /// - Parameter output: Room for ``longest`` bytes.
  /// - Returns: How many bytes were written; none if the year has not four digits anywhere.
  func write(to output: UnsafeMutablePointer<UInt8>) -> Int {
    let count = write(to: output, ahead: 0)
    guard count == 0 else { return count }
    return write(to: output, ahead: seconds < 0 ? Self.greatestOffset : -Self.greatestOffset)
  }

  /// Whether the year has four digits somewhere.
  var hasText: Bool {
    let offset = Self.greatestOffset * 60
    return seconds >= Self.days.lowerBound * 86_400 - offset
      && seconds < Self.days.upperBound * 86_400 + offset
  }

  /// The days since 1970 whose years have at most four digits.
  private static let days = -719_528..<2_932_897

  /// The most minutes that a place is ahead of UTC or behind it.
  private static let greatestOffset = 23 * 60 + 59

  /// Writes the moment with an offset in minutes.
  private func write(to output: UnsafeMutablePointer<UInt8>, ahead offset: Int) -> Int {
    let local = seconds + offset * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let time = local - days * 86_400
    guard Self.days.contains(days) else { return 0 }
    let date = calendarDate(days)
    var writer = DigitWriter(output)
    writer.date(date.year, date.month, date.day)
    writer.byte("T")
    writer.clock(time / 3_600, time / 60 % 60)
    writer.byte(":")
    writer.twoDigits(time % 60)
    writer.fraction(nanoseconds)
    if offset == 0 {
      writer.byte("Z")
    } else {
      writer.byte(offset < 0 ? "-" : "+")
      writer.clock(abs(offset) / 60, abs(offset) % 60)
    }
    return writer.count
  }
}
