/// A moment as RFC 3339, section 5.6, writes it: `2025-03-04T12:34:56.789+01:00`.
struct Timestamp: Hashable {
  /// The seconds since the beginning of 1970 in UTC, leap seconds not counted.
  var seconds: Int
  /// The part of a second that follows, below 1,000,000,000.
  var nanoseconds: Int

  /// Reads a date and time, or returns nil if the text is none. A leap second is the first moment after it.
  init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var fields = TimestampFields(text: text)
    guard let year = fields.number(4), fields.skip("-"), let month = fields.number(2, in: 1...12),
      fields.skip("-"), let day = fields.number(2, in: 1...daysOfMonth(month, in: year)),
      fields.skip("Tt"), let hour = fields.number(2, in: 0...23), fields.skip(":"),
      let minute = fields.number(2, in: 0...59), fields.skip(":"),
      let second = fields.number(2, in: 0...60), let fraction = fields.fraction(),
      let offset = fields.offset(), fields.isAtEnd
    else { return nil }
    let minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset
    guard second < 60 || (minutes + 1) % 1_440 == 0 else { return nil }
    seconds = minutes * 60 + second
    nanoseconds = fraction
  }

  init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// The parts of a date and time, read from the left.
private struct TimestampFields {
  let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  mutating func skip(_ anyOf: String) -> Bool {
    guard let next, anyOf.utf8.contains(next) else { return false }
    position += 1
    return true
  }

  private mutating func digit() -> Int? {
    guard let next, isDigit(next) else { return nil }
    position += 1
    return Int(next &- UInt8(ascii: "0"))
  }

  mutating func number(_ digits: Int, in range: ClosedRange<Int> = 0...9_999) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return range.contains(value) ? value : nil
  }

  /// The nanoseconds, 0 if there is no fraction; nil if there is a point without digits.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    guard var value = digit() else { return nil }
    var digits = 1
    while let digit = digit() {
      if digits < 9 { value = value * 10 + digit }
      digits += 1
    }
    for _ in min(digits, 9)..<9 { value *= 10 }
    return value
  }

  /// The minutes that the time is ahead of UTC.
  mutating func offset() -> Int? {
    if skip("Zz") { return 0 }
    let isBehind = next == UInt8(ascii: "-")
    guard skip("+-"), let hours = number(2, in: 0...23), skip(":"),
      let minutes = number(2, in: 0...59)
    else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }
}

private func daysOfMonth(_ month: Int, in year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
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
  /// The moment in UTC, with as many digits of a second as it has; nil for years that have not four digits.
  var text: String? {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = seconds - days * 86_400
    guard (-719_528...2_932_896).contains(days) else { return nil }
    let (year, month, day) = calendarDate(days)
    let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    let clock = "\(digits(time / 3_600, 2)):\(digits(time / 60 % 60, 2)):\(digits(time % 60, 2))"
    guard nanoseconds > 0 else { return "\(date)T\(clock)Z" }
    var fraction = digits(nanoseconds, 9)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(date)T\(clock).\(fraction)Z"
  }

  private func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
