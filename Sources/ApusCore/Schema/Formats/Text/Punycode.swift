/// Labels in characters beyond ASCII, written in letters, digits and hyphens (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let initialBias = 72
  private static let initialCodePoint: UInt32 = 0x80

  /// The code points that a text stands for; nil if it stands for none.
  ///
  /// The time is quadratic in the text's length: it is for labels, which are short.
  static func decode(_ text: [UInt8]) -> [Unicode.Scalar]? {
    let delimiter = text.lastIndex(of: UInt8(ascii: "-"))
    var scalars = text[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
    var digits = text[(delimiter.map { $0 + 1 } ?? 0)...]
    guard scalars.allSatisfy(\.isASCII) else { return nil }
    var codePoint = Int(initialCodePoint)
    var index = 0
    var bias = initialBias
    while !digits.isEmpty {
      guard let (delta, rest) = integer(digits, bias) else { return nil }
      digits = rest
      let count = scalars.count + 1
      bias = adapted(delta, count, isFirst: index == 0 && codePoint == Int(initialCodePoint))
      index += delta
      codePoint += index / count
      index %= count
      guard let scalar = UInt32(exactly: codePoint).flatMap(Unicode.Scalar.init) else { return nil }
      scalars.insert(scalar, at: index)
      index += 1
    }
    return scalars
  }

  /// The text that stands for some code points, the basic ones first.
  static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var text = scalars.filter(\.isASCII).map { UInt8(ascii: $0) }
    let basicCount = text.count
    if basicCount > 0 { text.append(UInt8(ascii: "-")) }
    var codePoint = initialCodePoint
    var delta = 0
    var bias = initialBias
    var handled = basicCount
    while let least = scalars.lazy.map(\.value).filter({ $0 >= codePoint }).min() {
      delta += Int(least - codePoint) * (handled + 1)
      for scalar in scalars {
        if scalar.value < least { delta += 1 }
        guard scalar.value == least else { continue }
        append(delta, bias, to: &text)
        bias = adapted(delta, handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      codePoint = least + 1
    }
    return text
  }

  /// Reads an integer of variable length (section 3.3).
  private static func integer(
    _ text: ArraySlice<UInt8>, _ bias: Int
  ) -> (value: Int, rest: ArraySlice<UInt8>)? {
    var value = 0
    var weight = 1
    for (place, byte) in text.enumerated() {
      guard let digit = digit(byte), weight <= 1 << 40 else { return nil }
      value += digit * weight
      guard value <= 1 << 40 else { return nil }
      let threshold = threshold(place, bias)
      if digit < threshold { return (value, text.dropFirst(place + 1)) }
      weight *= base - threshold
    }
    return nil
  }

  private static func append(_ value: Int, _ bias: Int, to text: inout [UInt8]) {
    var value = value
    var place = 0
    while true {
      let threshold = threshold(place, bias)
      guard value >= threshold else { break }
      let step = base - threshold
      text.append(letter(threshold + (value - threshold) % step))
      value = (value - threshold) / step
      place += 1
    }
    text.append(letter(value))
  }

  private static func threshold(_ place: Int, _ bias: Int) -> Int {
    min(max((place + 1) * base - bias, 1), 26)
  }

  /// The bias for the next integer (section 3.4).
  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += base
    }
    return steps + 36 * delta / (delta + 38)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if byte.isLetter { return Int((byte | 0x20) &- UInt8(ascii: "a")) }
    return isDigit(byte) ? Int(byte &- UInt8(ascii: "0")) + 26 : nil
  }

  private static func letter(_ digit: Int) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: digit)
    return digit < 26 ? digit &+ UInt8(ascii: "a") : digit &- 26 &+ UInt8(ascii: "0")
  }
}
