/// The nearest `Double` to a number's text, or nil if the value is beyond all finite ones.
func nearestDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
  if let value = exactDouble(text) { return value }
  guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
    return nil
  }
  return value
}

/// The value where one rounding is enough to get it: significant digits below 2⁵³ times or divided by a power
/// of ten that a `Double` holds exactly (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990).
private func exactDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
  guard text.count <= 24 else { return nil }
  var significand: UInt64 = 0
  var fractionDigits = 0
  var isInFraction = false
  for byte in text {
    let digit = byte &- UInt8(ascii: "0")
    if digit < 10 {
      guard significand < 1 << 53 / 10 else { return nil }
      significand = significand * 10 + UInt64(digit)
      if isInFraction { fractionDigits += 1 }
    } else if byte == UInt8(ascii: ".") {
      isInFraction = true
    } else if byte != UInt8(ascii: "-") {
      return nil
    }
  }
  guard fractionDigits < powersOfTen.count else { return nil }
  let value = Double(significand) / powersOfTen[fractionDigits]
  return text.first == UInt8(ascii: "-") ? -value : value
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
