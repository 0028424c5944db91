extension JSONDecimal {
  /// Whether this is a whole number of times the other.
  ///
  /// Write the two as a × 10ᵐ and b × 10ⁿ with neither a nor b divisible by 10. If m < n, no whole multiple of the
  /// second ends in so few zeros. If m ≥ n, b must divide a × 10ᵐ⁻ⁿ. As b isn't divisible by 10, at most one of 2 and 5
  /// divides it: cancel that one against 10ᵐ⁻ⁿ as often as goes, and what is left of b must divide a.
  func isMultiple(of other: JSONDecimal) -> Bool {
    if isZero { return true }
    guard !other.isZero, exponent >= other.exponent else { return false }
    var divisor = DigitString(other.digits)
    var zeros = exponent - other.exponent
    while zeros > 0, divisor.divide(by: 2) || divisor.divide(by: 5) { zeros -= 1 }
    return divisor.divides(digits)
  }
}

/// A positive integer of any size as its decimal digits, the most significant first.
private struct DigitString {
  private var digits: [UInt8]

  init(_ digits: some Sequence<UInt8>) { self.digits = Array(digits) }

  /// Divides by a number below 10 if that leaves no remainder.
  mutating func divide(by divisor: UInt8) -> Bool {
    guard let last = digits.last, last % divisor == 0 else { return false }
    var quotient: [UInt8] = []
    quotient.reserveCapacity(digits.count)
    var remainder: UInt8 = 0
    for digit in digits {
      let dividend = remainder * 10 + digit
      remainder = dividend % divisor
      if !quotient.isEmpty || dividend >= divisor { quotient.append(dividend / divisor) }
    }
    digits = quotient
    return true
  }

  /// Whether the number with the given digits is a multiple of this one.
  func divides(_ dividend: some Sequence<UInt8>) -> Bool {
    guard digits.count > 36 else {
      let divisor = digits.reduce(UInt128(0)) { $0 &* 10 &+ UInt128($1) }
      return dividend.reduce(UInt128(0)) { ($0 &* 10 &+ UInt128($1)) % divisor } == 0
    }
    var remainder: [UInt8] = []
    for digit in dividend {
      if digit != 0 || !remainder.isEmpty { remainder.append(digit) }
      while isAtMost(remainder) { subtract(from: &remainder) }
    }
    return remainder.isEmpty
  }

  private func isAtMost(_ number: [UInt8]) -> Bool {
    number.count == digits.count
      ? !number.lexicographicallyPrecedes(digits) : number.count > digits.count
  }

  private func subtract(from number: inout [UInt8]) {
    var borrow: UInt8 = 0
    for index in number.indices.reversed() {
      let place = number.count - index
      let subtrahend = (place <= digits.count ? digits[digits.count - place] : 0) + borrow
      borrow = number[index] < subtrahend ? 1 : 0
      number[index] = number[index] + borrow * 10 - subtrahend
    }
    number.removeSubrange(..<(number.firstIndex { $0 != 0 } ?? number.endIndex))
  }
}
