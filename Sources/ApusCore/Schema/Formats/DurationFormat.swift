extension Format {
  /// `duration`: a span of time, `P1Y2M3DT4H5M6S` or `P2W` (RFC 3339, appendix A). A unit can be left
  /// out only at either end: `PT1H5S` is none.
  public static let duration = Format(
    "duration", expectation: "a duration such as \"P1DT12H\"",
    test: .text { text in
      guard text.skip("P") else { return false }
      if text.isAt("T") { return text.timeOfDuration() }
      switch text.amounts(of: "YMD", orElse: "W") {
      case nil: return false
      case UInt8(ascii: "W"): return true
      default: return text.isAtEnd || text.timeOfDuration()
      }
    })
}

extension ByteScanner {
  fileprivate mutating func timeOfDuration() -> Bool {
    skip("T") && amounts(of: "HMS") != nil
  }

  /// Reads amounts of the units in their order, none left out between two, and returns the last
  /// unit; nil if they are none. An amount of the unit `other` stands alone.
  fileprivate mutating func amounts(of units: StaticString, orElse other: StaticString = "")
    -> UInt8?
  {
    let order = UnsafeBufferPointer(units)
    var place: Int?
    var last: UInt8?
    while let byte = next, isDigit(byte) {
      guard some(where: isDigit), let unit = take() else { return nil }
      if last == nil, unit.isAny(of: other) { return unit }
      guard let found = order.firstIndex(of: unit), place == nil || found == place else {
        return nil
      }
      last = unit
      place = found + 1
    }
    return last
  }
}
