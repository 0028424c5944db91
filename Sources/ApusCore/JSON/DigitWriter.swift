/// Writes the parts of dates and times where there is room for them.
struct DigitWriter {
  private let output: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(_ output: UnsafeMutablePointer<UInt8>) { self.output = output }

  @inline(__always)
  mutating func byte(_ byte: Unicode.Scalar) {
    output[count] = UInt8(ascii: byte)
    count += 1
  }

  @inline(__always)
  mutating func twoDigits(_ value: Int) {
    output[count] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value / 10)
    output[count + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10)
    count += 2
  }

  /// A day; the year has at most four digits.
  mutating func date(_ year: Int, _ month: Int, _ day: Int) {
    twoDigits(year / 100)
    twoDigits(year % 100)
    byte("-")
    twoDigits(month)
    byte("-")
    twoDigits(day)
  }

  /// Hours and minutes.
  mutating func clock(_ hours: Int, _ minutes: Int) {
    twoDigits(hours)
    byte(":")
    twoDigits(minutes)
  }

  /// The billionths of a second without zeros at the end, behind a point; nothing if there are none.
  mutating func fraction(_ nanoseconds: Int) {
    guard nanoseconds > 0 else { return }
    byte(".")
    var rest = nanoseconds
    var unit = 100_000_000
    while rest > 0, unit > 0 {
      output[count] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / unit)
      count += 1
      rest %= unit
      unit /= 10
    }
  }
}
