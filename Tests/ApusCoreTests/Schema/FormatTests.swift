import ApusCore
import Foundation
import Testing

/// What each format accepts and refuses.
@Suite("The formats")
struct FormatTests {
  /// Values that have a format, and values that have it not.
  struct Examples: CustomTestStringConvertible {
    var format: Format
    var accepted: [JSON]
    var refused: [JSON]

    var testDescription: String { format.name }

    init(_ format: Format, accepts accepted: [JSON], refuses refused: [JSON]) {
      self.format = format
      self.accepted = accepted
      self.refused = refused
    }
  }

  @Test("accept what their standards describe, and nothing else", arguments: texts + numbers + rest)
  func agrees(_ examples: Examples) {
    let schema = Schema(.format(examples.format))
    for value in examples.accepted {
      #expect(schema.violations(in: value.json).isEmpty, "\(value)")
    }
    for value in examples.refused {
      #expect(!schema.violations(in: value.json).isEmpty, "\(value)")
    }
    // Values of other kinds have every format.
    for value in [nil, true, [], [:]] as [JSON] {
      #expect(schema.violations(in: value.json).isEmpty, "\(value)")
    }
  }

  @Test(
    "mean what the suite says", .enabled(if: SuiteFile.folder != nil, "the suite is not there"),
    arguments: SuiteFile.names(in: "optional/format") + [
      "optional/ecmascript-regex.json", "optional/non-bmp-regex.json",
    ])
  func agreesWithSuite(name: String) throws {
    try SuiteTests().agrees(name: name)
  }

  static let texts = [
    Examples(
      .dateTime, accepts: ["2025-01-31T12:00:00Z", "2016-12-31T23:59:60.25Z"],
      refuses: ["2025-01-31 12:00:00Z", "2025-01-31T12:00:00", "2025-02-29T12:00:00Z"]),
    Examples(.date, accepts: ["0000-02-29"], refuses: ["2023-02-29", "2024-02-29Z", ""]),
    Examples(
      .time, accepts: ["00:00:00Z", "00:59:60+01:00"], refuses: ["00:00:00", "12:59:60Z"]),
    Examples(
      .dateTimeLocal, accepts: ["2025-01-31T12:00:00.5"],
      refuses: ["2025-01-31T12:00:00Z", "2025-01-31", "12:00:00"]),
    Examples(.timeLocal, accepts: ["12:00:00"], refuses: ["12:00:00Z", "12:00", "24:00:00"]),
    Examples(
      .duration,
      accepts: [
        "P4Y", "P1Y2M3DT4H5M6S", "PT36H", "P1DT12H", "P2W", "PT0S", "P3M4D", "PT5M6S",
        "P12345678901D",
      ],
      refuses: [
        "", "P", "PT", "P1", "1D", "P1DT", "PT1D", "P1Y1D", "PT1H1S", "P1D1Y", "P1W1D", "P1Y2W",
        "P2W3W", "P1DT1.5S", "P-1D", "p1d", "P1H", "P٢D", "P1D1D",
      ]),
    Examples(
      .httpDate,
      accepts: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994", "Thu Feb 29 00:00:60 2024",
      ],
      refuses: [
        "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 31 Jun 1994 08:49:37 GMT",
        "sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "1994-11-06T08:49:37Z",
      ]),
    Examples(
      .email,
      accepts: ["a@b", "\"\\\"\"@b", "a+b@[IPv6:2001:db8::1]", "A@EXAMPLE.COM", "\"\"@b"],
      refuses: ["\"@b", "a@-b", "a@b-", "a@b..c", "a@[b]", "é@b", "a@b.", "\"\"\"@b", "a@[1.2.3.4"]),
    Examples(.idnEmail, accepts: ["é@é.fr", "a@b"], refuses: ["é@", "é", "a b@c"]),
    Examples(
      .hostname, accepts: ["xn--4dbrk0ce", "A.B", "ab--c"],
      refuses: ["xn--", "a_b", "a..b", "é", "xn--4dbrk0ce-"]),
    Examples(
      .idnHostname, accepts: ["éa.fr", "a", "bücher.example", "faß.de"],
      refuses: ["e\u{301}a.fr", "É.fr", "☃.net", "a b", "ab--c", "xn--", "ﬁ.de"]),
    Examples(.ipv4, accepts: ["0.0.0.0"], refuses: ["00.0.0.0", "1.2.3", "1.2.3.4."]),
    Examples(
      .ipv6, accepts: ["::", "1::", "::1.2.3.4", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:1.2.3.4"],
      refuses: [
        "", ":", ":::", "1:", "1:2:3:4:5:6:7:8::", "1::2:3:4:5:6:7:8", "::1:", "1.2.3.4", "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4", "::%1",
      ]),
    Examples(
      .ipv4CIDR, accepts: ["10.0.0.0/8", "1.2.3.4/32"],
      refuses: ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0/8"]),
    Examples(
      .ipv6CIDR, accepts: ["2001:db8::/32", "::1/128", "::/0"],
      refuses: ["::1", "::1/129", "::1/", "::1/01"]),
  ]

  static let rest = [
    Examples(
      .uri, accepts: ["a:", "a:b:c", "http://[::1]:80/?a=b", "urn:x:y"],
      refuses: ["", "//a", "a", ":a", "http://[::1", "http://a b", "http://a:b:c", "a:[", "a:é"]),
    Examples(
      .uriReference, accepts: ["", "a/b:c", "?", "#", "//a:80", "../x", "%41"],
      refuses: ["a b", "%4", "a%", "##", "\\"]),
    Examples(
      .iri, accepts: ["a:é", "https://é/?\u{E000}"], refuses: ["é", "a:\u{E000}", "a:\u{FFFE}"]),
    Examples(.iriReference, accepts: ["é", "é/é:é", "é#é"], refuses: ["é:é", "é é"]),
    Examples(
      .uriTemplate, accepts: ["/a{?b*,c:3}", "{_}", "{a%20b}", "é"],
      refuses: ["{", "}", "{a", "{a b}", "{é}", "%", "{a:}", "{a:1*}", "{a**}", "\u{80}"]),
    Examples(.jsonPointer, accepts: ["", "/~0"], refuses: ["a", "/~", "/~2"]),
    Examples(
      .relativeJSONPointer, accepts: ["0", "1/a", "0#", "2-1", "0+12/a", "99999999999999999999"],
      refuses: ["", "/a", "01", "0+0", "0+", "0#a", "+1"]),
    Examples(.regex, accepts: ["^a+$", "(?<=a)b", ""], refuses: ["(", "a**", "[z-a]", "\\"]),
    Examples(
      .uuid, accepts: ["8a0c9e5e-1d2f-4b3a-9c4d-5e6f70818293"],
      refuses: ["8a0c9e5e1d2f4b3a9c4d5e6f70818293", ""]),
    Examples(
      .mediaRange, accepts: ["*/*", "text/*", "text/html;q=0.5 ; a=\"b\\\"\"", "a/b;"],
      refuses: [
        "", "text", "*", "*/", "*/html", "text/", "a/b;c", "a/b;c=", "a/b c=d", "a/b;c=\"d",
      ]),
    Examples(
      .language,
      accepts: [
        "en", "de-CH-1996", "zh-cmn-Hans-CN", "x-a", "i-klingon", "sl-rozaj-biske", "en-a-bbb-x-a",
      ],
      refuses: [
        "", "e", "en-", "en--us", "de-1996-1996", "en-a", "ar-a-aaa-b-bbb-a-ccc", "éé", "x",
      ]),
    Examples(.char, accepts: ["a", "é", "😀"], refuses: ["", "ab", "e\u{301}"]),
    Examples(
      .byte, accepts: ["", "QQ==", "QUI=", "QUJD", "+/+/"],
      refuses: ["Q", "QQ", "QQ=", "QR==", "QUJ=", "QQ==\n", "-_-_", "QQ==QQ==", "===="]),
    Examples(
      .base64url, accepts: ["", "QQ", "QQ==", "-_-_"], refuses: ["Q", "QQ=", "+/+/", "QR"]),
    Examples(.sfBoolean, accepts: ["?0", "?1"], refuses: ["", "?", "1", "?2", "?10"]),
    Examples(
      .sfString, accepts: ["\"\"", "\"a\\\"b\\\\\""],
      refuses: ["a", "\"", "\"\\a\"", "\"é\"", "\"a\"b"]),
    Examples(.sfToken, accepts: ["a", "*a:b/c"], refuses: ["", "1", "a b", "a,"]),
    Examples(.sfBinary, accepts: ["::", ":QQ==:"], refuses: ["", ":", ":QQ:", "QQ=="]),
    Examples(.password, accepts: ["", "a b"], refuses: []),
    Examples(.binary, accepts: ["\u{0}"], refuses: []),
    Examples(.commonmark, accepts: ["*"], refuses: []),
    Examples(.html, accepts: ["<"], refuses: []),
  ]

  static let numbers = [
    Examples(.int8, accepts: [-128, 127, 1.0, "x"], refuses: [-129, 128, 0.5]),
    Examples(.int16, accepts: [-32_768, 32_767], refuses: [-32_769, 32_768]),
    Examples(.int32, accepts: [-2_147_483_648, 2_147_483_647], refuses: [2_147_483_648]),
    Examples(
      .int64, accepts: [.exactly("-9223372036854775808"), "9223372036854775807", "-1", "007"],
      refuses: [.exactly("9223372036854775808"), "9223372036854775808", "", "1.0", "+1", "x", 0.5]),
    Examples(.uint8, accepts: [0, 255], refuses: [-1, 256]),
    Examples(.uint16, accepts: [65_535], refuses: [65_536, -1]),
    Examples(.uint32, accepts: [4_294_967_295], refuses: [4_294_967_296, 1.5]),
    Examples(
      .uint64, accepts: [.exactly("18446744073709551615"), "18446744073709551615"],
      refuses: [.exactly("18446744073709551616"), "-1", -1]),
    Examples(
      .doubleInt, accepts: [9_007_199_254_740_991, -9_007_199_254_740_991],
      refuses: [
        9_007_199_254_740_992, -9_007_199_254_740_992, 0.5, .exactly("-9223372036854775808"),
      ]),
    Examples(.float, accepts: [0.1, 3e38], refuses: [4e38]),
    Examples(.double, accepts: [1e308], refuses: [.exactly("1e309")]),
    Examples(
      .decimal, accepts: [0.1, .exactly("1e999"), "-1.50", "+1", "1e5"],
      refuses: ["", "1.", ".5", "1,5", "NaN", "1e", "1e999999999999999999999999"]),
    Examples(
      .decimal128,
      accepts: [
        "NaN", "-INF", .exactly("1234567890123456789012345678901234e6111"), "0.1", 0, "+5",
      ],
      refuses: [
        .exactly("12345678901234567890123456789012345"), .exactly("1e6145"), "inf", "x",
        "1e99999999999999999999",
      ]),
    Examples(.unixtime, accepts: [0, -1, 1.5, "1700000000", "1.5"], refuses: ["", "now", "1e5"]),
    Examples(
      .sfInteger, accepts: [999_999_999_999_999], refuses: [1_000_000_000_000_000, 0.5]),
    Examples(
      .sfDecimal, accepts: [999_999_999_999.999, -0.001, 0], refuses: [1e12, 0.0001]),
  ]
}

extension SuiteFile {
  /// The files in a folder of the suite.
  static func names(in folder: String) -> [String] {
    let path = self.folder.map { "\($0)/\(folder)" }
    let names = path.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
  }
}
