extension JSONWriter {
  /// Writes a whole number.
  public mutating func number(_ value: some FixedWidthInteger) {
    guard var rest = UInt64(exactly: value.magnitude) else { return append(String(value)) }
    if value < 0 { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0 && start > 0
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Writes the shortest number that reads back as the same value; null for infinities and NaN, which JSON hasn't.
  public mutating func number(_ value: Double) { shortest(value.description, value.isFinite) }

  /// Writes the shortest number that reads back as the same value; null for infinities and NaN, which JSON hasn't.
  public mutating func number(_ value: Float) { shortest(value.description, value.isFinite) }

  /// Writes a number as it was written.
  public mutating func number(_ value: JSONNumber) {
    append(isCanonical ? value.canonicalText : value.text)
  }

  private mutating func shortest(_ description: String, _ isFinite: Bool) {
    guard isFinite else { return null() }
    description.withBytes { text in
      let isWhole =
        text.count > 2 && text[text.count - 1] == UInt8(ascii: "0")
        && text[text.count - 2] == UInt8(ascii: ".")
      append(UnsafeBufferPointer(rebasing: isWhole ? text.dropLast(2) : text[...]))
    }
  }
}
