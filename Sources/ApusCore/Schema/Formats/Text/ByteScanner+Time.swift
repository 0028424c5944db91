// The parts of dates and times (RFC 3339, section 5.6).

extension ByteScanner {
  /// `full-date`: `2025-01-31`.
  mutating func date() -> (year: Int, month: Int, day: Int)? {
    guard let year = number(4), skip("-"), let month = number(2, in: 1...12), skip("-"),
      let day = number(2, in: 1...daysOfMonth(month, in: year))
    else { return nil }
    return (year, month, day)
  }

  /// `partial-time`, the hour's and minute's minutes, the second and its billionths:
  /// `23:59:60.5`.
  mutating func clock() -> (minutes: Int, second: Int, nanoseconds: Int)? {
    guard let hour = number(2, in: 0...23), skip(":"), let minute = number(2, in: 0...59),
      skip(":"), let second = number(2, in: 0...60), let fraction = fraction()
    else { return nil }
    return (hour * 60 + minute, second, fraction)
  }

  /// The nanoseconds, 0 if there is no fraction; nil if there is a point without digits.
  private mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var value = 0
    var digits = 0
    while let next, isDigit(next) {
      if digits < 9 { value = value * 10 + Int(next &- UInt8(ascii: "0")) }
      digits += 1
      _ = take()
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 9)..<9 { value *= 10 }
    return value
  }

  /// `time-offset`: the minutes that the time is ahead of UTC.
  mutating func offset() -> Int? {
    if skip(anyOf: "Zz") { return 0 }
    let isBehind = isAt("-")
    guard skip(anyOf: "+-"), let hours = number(2, in: 0...23), skip(":"),
      let minutes = number(2, in: 0...59)
    else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }

  /// `full-time`: the minutes since midnight in UTC, which may be of the day before or after, the
  /// second and its billionths. A leap second can only be the last one of a day in UTC.
  mutating func time() -> (minutes: Int, second: Int, nanoseconds: Int)? {
    guard let clock = clock(), let offset = offset() else { return nil }
    let minutes = clock.minutes - offset
    guard clock.second < 60 || (minutes + 1) % 1_440 == 0 else { return nil }
    return (minutes, clock.second, clock.nanoseconds)
  }
}

/// The number of days of a month, in the calendar of today at all times.
func daysOfMonth(_ month: Int, in year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}
