extension Code: ExpressibleByStringInterpolation {
  init(stringLiteral value: StaticString) {
    var interpolation = StringInterpolation(
      literalCapacity: value.utf8CodeUnitCount, interpolationCount: 0)
    interpolation.appendLiteral(value)
    self.init(stringInterpolation: interpolation)
  }

  init(stringInterpolation: StringInterpolation) {
    var interpolation = stringInterpolation
    interpolation.endLine()
    self = interpolation.code
  }

  /// Puts literals and pieces together and keeps track of the line that is being written.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var code = Code.empty
    /// Whether something stands in the line that is being written.
    private var isBegun = false
    /// How many spaces that line starts with. Those of the first line are text: they follow what
    /// stands before the piece.
    private var indentation = 0
    private var isFirstLine = true
    /// Whether nothing but spaces and empty pieces stands in the line, at least one of these.
    private var isVanishing = false

    init(literalCapacity: Int, interpolationCount: Int) {
      code.reserve(
        bytes: literalCapacity + 24 * interpolationCount, marks: 4 + 6 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes in
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
          append(literal, start..<index, of: bytes)
          breakLine()
          start = index + 1
        }
        append(literal, start..<bytes.count, of: bytes)
      }
    }

    /// Adds a part of a literal without line breaks.
    private mutating func append(
      _ literal: StaticString, _ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
    ) {
      guard !part.isEmpty else { return }
      var rest = part
      if !isBegun, !isFirstLine {
        let spaces = bytes[part].prefix { $0 == UInt8(ascii: " ") }.count
        indentation = spaces
        rest = (part.lowerBound + spaces)..<part.upperBound
      }
      guard !rest.isEmpty else { return }
      begin()
      code.append(literal, rest)
    }

    mutating func appendInterpolation(_ code: Code) {
      if !code.isEmpty {
        begin()
        self.code.append(code)
      } else if !isBegun {
        isVanishing = true
      }
    }

    mutating func appendInterpolation(_ identifier: Identifier) {
      appendInterpolation(Code.name(identifier))
    }

    mutating func appendInterpolation(_ value: Int) {
      appendInterpolation(Code.integer(value))
    }

    private mutating func begin() {
      if !isBegun, indentation > 0 { code.append(.indent(indentation)) }
      isBegun = true
      isVanishing = false
    }

    private mutating func breakLine() {
      let vanishes = isVanishing
      endLine()
      if !vanishes { code.append(.lineBreak) }
    }

    fileprivate mutating func endLine() {
      if isBegun, indentation > 0 { code.append(.outdent(indentation)) }
      isBegun = false
      isVanishing = false
      indentation = 0
      isFirstLine = false
    }
  }
}
