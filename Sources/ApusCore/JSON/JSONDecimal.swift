/// The value of a number's text, which stays where it is: significant digits times a power of ten.
///
/// Exponents are compared, never expanded, so every question costs no more than the text is long.
struct JSONDecimal {
  let isNegative: Bool
  /// The text from the first to the last digit that isn't 0, possibly with the point among them.
  private let significand: UnsafeBufferPointer<UInt8>
  /// How many digits the significand has; none for zero.
  let count: Int
  /// The power of ten that the last digit stands for.
  let exponent: Int

  /// Takes a text that is a JSON number.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    isNegative = text.first == UInt8(ascii: "-")
    let end = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
    let point = text[..<end].firstIndex(of: UInt8(ascii: "."))
    let isSignificant = { (byte: UInt8) in byte > UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    guard let first = text[..<end].firstIndex(where: isSignificant),
      let last = text[..<end].lastIndex(where: isSignificant)
    else {
      significand = UnsafeBufferPointer(rebasing: text[..<0])
      (count, exponent) = (0, 0)
      return
    }
    significand = UnsafeBufferPointer(rebasing: text[first...last])
    let hasPoint = point.map { first < $0 && $0 < last } ?? false
    count = last + 1 - first - (hasPoint ? 1 : 0)
    let ones = point ?? end
    let place = last < ones ? ones - last - 1 : ones - last
    exponent = place + JSONDecimal.exponent(text[end...].dropFirst())
  }

  private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var value = 0
    for byte in text where isDigit(byte) {
      value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  var isZero: Bool { count == 0 }

  var isInteger: Bool { exponent >= 0 }

  /// The significant digits' values.
  var digits: some Sequence<UInt8> {
    significand.lazy.filter(isDigit).map { $0 &- UInt8(ascii: "0") }
  }

  /// The power of ten above the first digit: the numbers with a greater one are greater.
  var magnitude: Int { exponent + count }

  func isEqual(to other: JSONDecimal) -> Bool {
    count == other.count && exponent == other.exponent
      && (isNegative == other.isNegative || isZero) && digits.elementsEqual(other.digits)
  }

  func isLess(than other: JSONDecimal) -> Bool {
    let sign = isZero ? 0 : isNegative ? -1 : 1
    let otherSign = other.isZero ? 0 : other.isNegative ? -1 : 1
    guard sign == otherSign, sign != 0 else { return sign < otherSign }
    if isNegative { return other.isSmaller(than: self) }
    return isSmaller(than: other)
  }

  /// Compares what is left when the signs are taken away.
  private func isSmaller(than other: JSONDecimal) -> Bool {
    guard magnitude == other.magnitude else { return magnitude < other.magnitude }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  /// The value, or nil if it is no integer of the type.
  func integer<Integer: FixedWidthInteger>() -> Integer? {
    guard isInteger, magnitude <= 20 else { return isZero ? 0 : nil }
    var value: Integer = 0
    func append(_ digit: UInt8) -> Bool {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let digit = Integer(digit)
      let (sum, isBeyond) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      value = sum
      return !isTooLarge && !isBeyond
    }
    for digit in digits where !append(digit) { return nil }
    for _ in 0..<exponent where !append(0) { return nil }
    return value
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative && !isZero)
    hasher.combine(exponent)
    for digit in digits { hasher.combine(digit) }
  }
}

extension JSONNumber {
  /// The text that all equal numbers have in common.
  var canonicalText: String {
    withDecimal { number in
      guard !number.isZero else { return "0" }
      let digits = String(decoding: number.digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
      return (number.isNegative ? "-" : "") + digits
        + (number.exponent == 0 ? "" : "e\(number.exponent)")
    }
  }
}
