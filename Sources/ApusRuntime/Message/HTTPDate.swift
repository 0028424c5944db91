/// Moments as header fields name them (RFC 9110, section 5.6.7).
enum HTTPDate {
  /// The seconds since 1970 of a date in any of the three forms; nil for other text.
  static func seconds(of text: String) -> Int? {
    let parts = text.split { " ,-".utf8.contains($0.utf8.first ?? 0) }.dropFirst()
    guard parts.count >= 4 else { return nil }
    let words = Array(parts)
    // The form of C's `asctime` has the day behind the month, and the year at the end.
    let isOfC = months.contains { $0 == words[0] }
    let date = isOfC ? [words[1], words[0], words[3], words[2]] : Array(words[..<4])
    guard let day = Int(date[0]), let month = months.firstIndex(where: { $0 == date[1] }),
      let year = Int(date[2]), (1...31).contains(day), (0...9_999).contains(year)
    else { return nil }
    let clock = date[3].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else { return nil }
    // Two digits of a year are of the years since 1970: what is older is long past either way.
    let whole = date[2].utf8.count == 2 ? year + (year < 70 ? 2_000 : 1_900) : year
    let days = days(before: whole, month + 1, day)
    return ((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The days since 1970 of a date of the Gregorian calendar, whose years are taken from March on:
  /// the day that may be missing is the last one then.
  private static func days(before year: Int, _ month: Int, _ day: Int) -> Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let leapDays = year / 4 - year / 100 + year / 400
    return year * 365 + leapDays + (153 * month + 2) / 5 + day - 1 - 719_468
  }
}
