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
  /// The moment in UTC, with as many digits of a second as it has. Where its year has not four digits there, it is
  /// written with the greatest offset from UTC, at which it may have; nil if it has not.
  var text: String? {
    if let text = text(ahead: 0) { return text }
    let greatest = 23 * 60 + 59
    return text(ahead: seconds < 0 ? greatest : -greatest)
  }

  /// The text with an offset in minutes.
  private func text(ahead offset: Int) -> String? {
    let local = seconds + offset * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let time = local - days * 86_400
    guard (-719_528...2_932_896).contains(days) else { return nil }
    let date = calendarDate(days)
    let clock = "\(digits(time / 3_600, 2)):\(digits(time / 60 % 60, 2)):\(digits(time % 60, 2))"
    var fraction = nanoseconds > 0 ? "." + digits(nanoseconds, 9) : ""
    while fraction.last == "0" { fraction.removeLast() }
    let minutes = abs(offset)
    let zone =
      offset == 0
      ? "Z" : "\(offset < 0 ? "-" : "+")\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))"
    return "\(dateText(date.year, date.month, date.day))T\(clock)\(fraction)\(zone)"
  }
}

/// A day as RFC 3339 writes it; the year has at most four digits.
func dateText(_ year: Int, _ month: Int, _ day: Int) -> String {
  "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
}

private func digits(_ value: Int, _ count: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
