extension PatternParser {
  /// The quantifier that comes next; nil if none does, and then nothing is passed.
  mutating func quantifier() throws(PatternError) -> PatternNode.Quantifier? {
    let start = position
    let bounds: (Int, Int?)
    switch peek {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{":
      guard let braces = braces() else {
        position = start
        return nil
      }
      bounds = braces
      position -= 1
    default: return nil
    }
    position += 1
    if let maximum = bounds.1, maximum < bounds.0 {
      throw PatternError(at: start, "the least number of times is above the greatest")
    }
    let isLazy = accept("?")
    return .init(minimum: bounds.0, maximum: bounds.1, isLazy: isLazy, captures: 0..<0)
  }

  /// The bounds in braces: `{2}`, `{2,}`, `{2,3}`. Other braces stand for themselves.
  private mutating func braces() -> (Int, Int?)? {
    guard accept("{"), let minimum = decimal() else { return nil }
    if accept("}") { return (minimum, minimum) }
    guard accept(",") else { return nil }
    if accept("}") { return (minimum, nil) }
    guard let maximum = decimal(), accept("}") else { return nil }
    return (minimum, maximum)
  }

  /// The decimal number that comes next; one beyond what an `Int` holds becomes the greatest.
  mutating func decimal() -> Int? {
    var number: Int?
    while let digit = peek, ("0"..."9").contains(digit) {
      let (product, isBeyond) = (number ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, isAlsoBeyond) = product.addingReportingOverflow(Int(digit.value) - 0x30)
      number = isBeyond || isAlsoBeyond ? .max : sum
      position += 1
    }
    return number
  }
}
