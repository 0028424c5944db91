extension Format {
  /// `http-date`: a moment as HTTP's header fields have it, in any of the three forms (OpenAPI Format
  /// Registry; RFC 9110, section 5.6.7).
  public static let httpDate = Format(
    "http-date", constant: "httpDate",
    expectation: "a date and time such as \"Sun, 06 Nov 1994 08:49:37 GMT\"",
    test: .string { text in
      ByteScanner.wholly(text) { $0.preferredHTTPDate() }
        || ByteScanner.wholly(text) { $0.oldHTTPDate() }
        || ByteScanner.wholly(text) { $0.dateOfC() }
    })
}

private let months = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private let days = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]

extension ByteScanner {
  /// `IMF-fixdate`: `Sun, 06 Nov 1994 08:49:37 GMT`.
  fileprivate mutating func preferredHTTPDate() -> Bool {
    guard word(of: days.map { String($0.prefix(3)) }) != nil, skip(","), skip(" "),
      let day = number(2), skip(" "), let month = word(of: months), skip(" "),
      let year = number(4), skip(" ")
    else { return false }
    return (1...daysOfMonth(month + 1, in: year)).contains(day) && timeOfDay() && zone()
  }

  /// `rfc850-date`: `Sunday, 06-Nov-94 08:49:37 GMT`. The century is not said, so that 29 February
  /// may be of any year that four divides.
  fileprivate mutating func oldHTTPDate() -> Bool {
    guard word(of: days) != nil, skip(","), skip(" "), let day = number(2), skip("-"),
      let month = word(of: months), skip("-"), let year = number(2), skip(" ")
    else { return false }
    return (1...daysOfMonth(month + 1, in: 2_000 + year)).contains(day) && timeOfDay() && zone()
  }

  /// `asctime-date`: `Sun Nov  6 08:49:37 1994`.
  fileprivate mutating func dateOfC() -> Bool {
    guard word(of: days.map { String($0.prefix(3)) }) != nil, skip(" "),
      let month = word(of: months), skip(" "), let day = skip(" ") ? number(1) : number(2),
      skip(" "), timeOfDay(), skip(" "), let year = number(4)
    else { return false }
    return (1...daysOfMonth(month + 1, in: year)).contains(day)
  }

  private mutating func timeOfDay() -> Bool {
    number(2, in: 0...23) != nil && skip(":") && number(2, in: 0...59) != nil && skip(":")
      && number(2, in: 0...60) != nil
  }

  private mutating func zone() -> Bool { skip(" ") && exactly("GMT") }

  /// Reads one of some words and returns its index; nil if none is there.
  private mutating func word(of words: [String]) -> Int? {
    words.firstIndex { exactly($0) }
  }

  private mutating func exactly(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    for _ in word.utf8 { _ = take() }
    return true
  }
}
