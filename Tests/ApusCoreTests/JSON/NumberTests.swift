import ApusCore
import Testing

struct NumberTests {
  static func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text)) }

  /// In ascending order; those of one line are equal.
  static let ascending = [
    ["-1e99999999999999999", "-10e99999999999999998"],
    ["-1e400"], ["-123456789012345678901234567890"], ["-2", "-2.0", "-20e-1"], ["-1.5"],
    ["-1e-400"], ["-1e-99999999999999999"],
    ["0", "-0", "0.0", "-0.000e5", "0e99999999999999999"],
    ["1e-99999999999999999"], ["1e-400", "0.1e-399"], ["0.1", "1e-1", "0.10", "10e-2"],
    ["0.10000000000000000000000000000000000000001"], ["0.3"], ["0.99"],
    ["1", "1.0", "1e0", "10E-1", "0.01e+2"], ["1.5"], ["9"], ["10", "1e1", "1e+01"], ["11"],
    ["9007199254740992"], ["9007199254740993"], ["9007199254740993.5"],
    ["18446744073709551615"], ["18446744073709551616", "18446744073709551616.000"],
    ["1e400", "10e399"], ["1.00000000000000000001e400"], ["1e1000000000"],
    ["1e99999999999999999"],
  ]

  @Test func orderAndEquality() throws {
    let numbers = try Self.ascending.map { try $0.map(Self.number) }
    for (index, equals) in numbers.enumerated() {
      for number in equals {
        for equal in equals {
          #expect(number == equal)
          #expect(number.hashValue == equal.hashValue)
          #expect(!(number < equal))
        }
        for greater in numbers.dropFirst(index + 1).joined() {
          #expect(number < greater)
          #expect(!(greater < number))
          #expect(number != greater)
        }
      }
    }
  }

  @Test(arguments: ["1.0", "-0.000e5", "1E+2", "123456789012345678901234567890.5"])
  func keepsItsText(_ text: String) throws {
    #expect(try Self.number(text).text == text)
    #expect(try JSON(json: text).jsonText == text)
  }

  @Test(arguments: [
    "", " 1", "1 ", "+1", "01", "1.", ".1", "1e", "NaN", "inf", "0x1", "\"1\"", "１",
  ])
  func isNoNumber(_ text: String) { #expect(JSONNumber(text) == nil) }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0.0", 0, 0), ("1e2", 100, 100), ("1.50e1", 15, 15), ("1.5", nil, nil),
      ("-1", -1, nil), ("9223372036854775807", .max, 9_223_372_036_854_775_807),
      ("9223372036854775808", nil, 9_223_372_036_854_775_808),
      ("-9223372036854775808", .min, nil), ("-9223372036854775809", nil, nil),
      ("-922337203685477580800e-2", .min, nil),
      ("18446744073709551615", nil, .max), ("18446744073709551616", nil, nil),
      ("1e19", nil, 10_000_000_000_000_000_000), ("1e20", nil, nil), ("1e1000000000", nil, nil),
    ] as [(String, Int64?, UInt64?)])
  func integers(_ text: String, signed: Int64?, unsigned: UInt64?) throws {
    let number = try Self.number(text)
    #expect(number.int64 == signed)
    #expect(number.uint64 == unsigned)
  }

  @Test(arguments: [
    ("1", true), ("1.0", true), ("1.5", false), ("1e-1", false), ("10e-1", true), ("0e-9", true),
    ("1e1000000000", true), ("1e-1000000000", false),
  ])
  func isInteger(_ text: String, expected: Bool) throws {
    #expect(try Self.number(text).isInteger == expected)
  }

  @Test(arguments: [
    ("0", "3", true), ("9", "3", true), ("10", "3", false), ("-9", "3", true), ("9", "-3", true),
    ("0.3", "0.1", true), ("0.35", "0.1", false), ("1.1", "0.01", true), ("0.01", "0.1", false),
    ("19.99", "0.01", true), ("1e308", "0.123456789", false), ("1e308", "0.0625", true),
    ("1e308", "3", false), ("1", "8", false), ("1000", "8", true), ("1e2", "8", false),
    ("1e1000000000", "2", true), ("1e1000000000", "125", true), ("1e1000000000", "7", false),
    ("1", "1e1000000000", false), ("1e1000000000", "1e-1000000000", true),
    ("3e99999999999999999", "0.6", true), ("0", "0", true), ("1", "0", false),
    ("123456789012345678901234567890123456789012345678901234567890", "3", true),
    (
      "246913578024691357802469135780246913578024691357802469135780",
      "123456789012345678901234567890123456789012345678901234567890", true
    ),
    (
      "246913578024691357802469135780246913578024691357802469135781",
      "123456789012345678901234567890123456789012345678901234567890", false
    ),
    ("1e60", "1048576", true), ("1e19", "1048576", false), ("1e20", "1048576", true),
  ])
  func multiples(_ text: String, of divisor: String, isMultiple: Bool) throws {
    #expect(try Self.number(text).isMultiple(of: Self.number(divisor)) == isMultiple)
  }

  /// Against whole numbers of thousandths.
  @Test func multiplesAndOrderAtRandom() throws {
    var random = SeededGenerator(seed: 3)
    func thousandths() -> (Int, JSONNumber) {
      let value = Int.random(in: -3_000...3_000, using: &random)
      let digits = value.magnitude
      let text =
        "\(value < 0 ? "-" : "")\(digits / 1_000).\(String(1_000 + digits % 1_000).dropFirst())"
      return (value, JSONNumber(text) ?? 0)
    }
    for _ in 0..<4_000 {
      let (left, leftNumber) = thousandths()
      let (right, rightNumber) = thousandths()
      #expect((leftNumber < rightNumber) == (left < right))
      #expect((leftNumber == rightNumber) == (left == right))
      let isMultiple = right == 0 ? left == 0 : left % right == 0
      #expect(leftNumber.isMultiple(of: rightNumber) == isMultiple)
      #expect(leftNumber.int64 == (left % 1_000 == 0 ? Int64(left / 1_000) : nil))
    }
  }

  /// As the standard library reads it, whichever way is taken.
  @Test func doublesAtRandom() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<4_000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      let small = Double(Int.random(in: -99_999...99_999, using: &random)) / 1_000
      for value in [double, small] {
        let text = value.jsonText
        #expect(try Double(json: text).bitPattern == value.bitPattern)
        #expect(JSONNumber(value)?.double == value)
      }
      let digits = "\(Int.random(in: 0...999_999, using: &random)).\(random.next())"
      #expect(try Self.number(digits).double == Double(digits))
    }
  }

  @Test(arguments: [
    (1e21, "1e+21"), (5, "5"), (-0.0, "-0"), (0.1, "0.1"), (.infinity, "null"), (.nan, "null"),
    (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
  ])
  func writtenDoubles(_ value: Double, text: String) { #expect(value.jsonText == text) }

  @Test(arguments: ["1e400", "-1e400"])
  func beyondDouble(_ text: String) throws {
    #expect(try Self.number(text).double == nil)
    #expect(throws: InvalidValue.self) { try Double(json: text) }
  }
}
