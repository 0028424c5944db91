import ApusYAML
import Testing

/// What real documents contain, each kind of it with the JSON text of equal value.
@Suite struct YAMLDocumentTests {
  @Test(arguments: [
    // Collections and their indentation.
    (
      "a: 1\nb:\n            c: 2\n            d:\n             e: 3\n",
      #"{"a":1,"b":{"c":2,"d":{"e":3}}}"#
    ),
    ("a:\n- 1\n- 2\nb: 3", #"{"a":[1,2],"b":3}"#),
    ("a:\n  - 1\n  -\n    - 2\n", #"{"a":[1,[2]]}"#),
    ("- - 1\n  - 2\n- - - 3\n", "[[1,2],[[3]]]"),
    ("- a: 1\n  b: 2\n-   c: 3\n    d:\n    - 4\n", #"[{"a":1,"b":2},{"c":3,"d":[4]}]"#),
    (
      "a:\n  b: 1\n# comment\n  c: 2 # comment\n\n\n  # comment\nd: 3",
      #"{"a":{"b":1,"c":2},"d":3}"#
    ),
    ("a:\nb:\n  c:\nd: ", #"{"a":null,"b":{"c":null},"d":null}"#),
    ("-\n- \n-   # comment\n", "[null,null,null]"),
    ("a:\n  1\nb:\n\n  'x'\n", #"{"a":1,"b":"x"}"#),
    ("? a\n: 1\n? b\n: - 2\n? c\n", #"{"a":1,"b":[2],"c":null}"#),
    ("a: 1\r\nb:\r\n- 2\r- 3\r\n", #"{"a":1,"b":[2,3]}"#),
    ("---\na: 1\n...\n# end\n", #"{"a":1}"#),
    ("--- # comment\n- 1", "[1]"),
    ("--- text\n", #""text""#),
    ("\u{FEFF}a: 1", #"{"a":1}"#),
    ("  a: 1\n  b: 2\n", #"{"a":1,"b":2}"#),
    ("a: 1\n\t# comment behind a tab\nb: 2\n", #"{"a":1,"b":2}"#),
    // Keys.
    (
      "200: a\n'201': b\n\"202\": c\ntrue: d\nnull: e\n1.0: f\n",
      #"{"200":"a","201":"b","202":"c","true":"d","null":"e","1.0":"f"}"#
    ),
    (
      "a b: 1\na:b: 2\na#b: 3\nkey : 4\n'': 5\n/x/{y}: 6\n-a: 7\n?b: 8\n:c: 9\n",
      #"{"a b":1,"a:b":2,"a#b":3,"key":4,"":5,"/x/{y}":6,"-a":7,"?b":8,":c":9}"#
    ),
    ("a: http://x.y/z#f\nb: a:b:c\nc: x#y\nd: - \n", nil),
    (
      "a: http://x.y/z#f\nb: a:b:c\nc: x#y\nd: -x\ne: '-'\n",
      #"{"a":"http://x.y/z#f","b":"a:b:c","c":"x#y","d":"-x","e":"-"}"#
    ),
    // Plain text.
    (
      "a: one\n  two\n\n  three\n\n\n  four # comment\nb: 1",
      #"{"a":"one two\nthree\n\nfour","b":1}"#
    ),
    ("- a\n b\n- c\n  d", #"["a b","c d"]"#),
    ("a: b - c\nd: e\n  - f\n", #"{"a":"b - c","d":"e - f"}"#),
    ("a\nb\n  c\n", #""a b c""#),
    ("a: [x, {y: z}]!\n", nil),
    ("a: x, y\nb: x] }\n", #"{"a":"x, y","b":"x] }"}"#),
    // Text in quotes.
    ("a: 'it''s'\nb: ''\nc: '\"'\nd: ''''\n", #"{"a":"it's","b":"","c":"\"","d":"'"}"#),
    (
      #"a: "\n\"\\\r\t\/\0\a\b\e\f\v\ \_\N\L\P\x41\u0042\U00000043""#,
      #"{"a":"\n\"\\\r\t/\u0000\u0007\b\u001b\f\u000b \u00a0\u0085\u2028\u2029ABC"}"#
    ),
    (#""\ud83d\ude00""#, #""😀""#),
    ("a: 'one\n  two\n\n  three  \n  four'\n", #"{"a":"one two\nthree four"}"#),
    ("a: \"one \\\n  two\\n\n  three\\\n  \\  four\"\n", #"{"a":"one two\n three  four"}"#),
    ("a: \"\n  x\n\n  \"\n", #"{"a":" x\n"}"#),
    // Literal and folded text.
    ("a: |\n  x\n   y\n\n  z\n\nb: 1", #"{"a":"x\n y\n\nz\n","b":1}"#),
    (
      "a: |-\n  x\n\n\nb: |+\n  y\n\n\nc: |\n\nd: |+\n\ne: 1",
      #"{"a":"x","b":"y\n\n\n","c":"","d":"\n","e":1}"#
    ),
    ("a: >\n  x\n  y\n\n  z\n   more\n  less\n", #"{"a":"x y\nz\n more\nless\n"}"#),
    ("a: >-\n  x\n  y\n  \nb: >+\n  z\n\n", #"{"a":"x y","b":"z\n\n"}"#),
    (
      "a: |2\n    x\n   y\nb: >1-\n  x\n  y\nc: |+1\n x\n",
      #"{"a":"  x\n y\n","b":" x\n y","c":"x\n"}"#
    ),
    ("- |\n  x\n- >-\n  y\n", #"["x\n","y"]"#),
    ("a:\n- |\n x\n- b: |\n   y\n", #"{"a":["x\n",{"b":"y\n"}]}"#),
    ("a: | # comment\n  # text\n  x: y\n# comment\nb: 1", ##"{"a":"# text\nx: y\n","b":1}"##),
    ("a: |\r\n  x\r\n  y\r\n", #"{"a":"x\ny\n"}"#),
    ("a: |\n  x", #"{"a":"x"}"#),
    ("a: |\n  \tx\n", #"{"a":"\tx\n"}"#),
    ("|\ntext\n", #""text\n""#),
    // Flow collections.
    ("a: []\nb: {}\nc: [ ]\nd: [[],{}]\n", #"{"a":[],"b":{},"c":[],"d":[[],{}]}"#),
    ("a: [x, 1, true, null, ~, 'y', \"z\",]\n", #"{"a":["x",1,true,null,null,"y","z"]}"#),
    (
      "{a: 1, 'b': 2, \"c\":3, d, e: , f: [g], \"h\":[i],}",
      #"{"a":1,"b":2,"c":3,"d":null,"e":null,"f":["g"],"h":["i"]}"#
    ),
    (
      "{\n  \"a\": [\n    1, # comment\n    {\"b\": 2}\n  ],\n  \"c\": \"d\"\n}\n",
      #"{"a":[1,{"b":2}],"c":"d"}"#
    ),
    ("[a: 1, \"b\":2, ? c : 3, {d: 4}]", #"[{"a":1},{"b":2},{"c":3},{"d":4}]"#),
    ("{a:1, b:c: d}", #"{"a:1":null,"b:c":"d"}"#),
    ("a: [one\n  two,\n  'x\n  y']\n", #"{"a":["one two","x y"]}"#),
    ("{? a : 1, ? b}", #"{"a":1,"b":null}"#),
    ("a:\n  - {\n    b: 1 }\n", #"{"a":[{"b":1}]}"#),
    // Anchors and aliases.
    (
      "a: &x 1\nb: *x\nc: &y\n  d: *x\ne: *y\nf: &z [*x, *y]\ng: *z",
      #"{"a":1,"b":1,"c":{"d":1},"e":{"d":1},"f":[1,{"d":1}],"g":[1,{"d":1}]}"#
    ),
    (
      "- &k a\n- *k : 1\n- &m\n  b: 2\n- *m\n- &n\n- *n",
      #"["a",{"a":1},{"b":2},{"b":2},null,null]"#
    ),
    ("&r\n&k a: &x 1\nb: *k\n", #"{"a":1,"b":"a"}"#),
    ("- &a x\n- &a y\n- *a\n", #"["x","y","y"]"#),
    ("&a [&b x, *b]", #"["x","x"]"#),
  ])
  func aDocumentHasItsValue(yaml: String, json: String?) throws {
    let (node, diagnostics) = read(yaml)
    guard let json else {
      #expect(diagnostics.hasErrors)
      return
    }
    let messages = diagnostics.all.map(\.message)
    #expect(diagnostics.isEmpty, "\(messages)")
    let expected = try #require(read(json, name: "test.json").node)
    #expect(node.map { Value($0) } == Value(expected))
  }

  @Test(arguments: [
    ("null", Node.Kind.null), ("Null", .null), ("NULL", .null), ("~", .null), ("nULL", .string),
    ("true", .boolean), ("True", .boolean), ("FALSE", .boolean), ("tRUE", .string),
    ("yes", .string), ("no", .string), ("on", .string), ("off", .string), ("y", .string),
    ("1", .number), ("-1", .number), ("+1", .number), ("007", .number), ("1.", .number),
    (".5", .number), ("1e-08", .number), ("1.5E+3", .number), ("0x1F", .number), ("0o17", .number),
    ("1_000", .string), ("0b11", .string), ("1:30", .string), ("2001-01-23", .string),
    ("1e", .string), ("e5", .string), (".", .string), ("-", .string), ("--1", .string),
    ("0x", .string), ("0xG", .string), ("0o8", .string), ("1.2.3", .string), ("-0x1F", .string),
    ("12e03", .number), ("=", .string), ("<", .string), ("1 2", .string), ("...x", .string),
  ])
  func plainTextFollowsTheCoreSchema(text: String, kind: Node.Kind) {
    let (node, diagnostics) = read("a: \(text)\n")
    guard text != "-" else {
      #expect(diagnostics.hasErrors)
      return
    }
    #expect(node?["a"]?.kind == kind)
    #expect(node?["a"]?.text == text)
    #expect(read("'\(text)'").node?.kind == .string)
  }

  @Test(arguments: [
    ("1", "1"), ("+1", "1"), ("-1", "-1"), ("007", "7"), ("-00", "-0"), ("1.", "1"), (".5", "0.5"),
    ("-.5e3", "-0.5e3"), ("1.50", "1.50"), ("0x1F", "31"), ("0o17", "15"),
    ("0xffffffffffffffff", "18446744073709551615"),
    ("1e-08", "1e-08"), ("123456789012345678901234567890.10", "123456789012345678901234567890.10"),
  ])
  func numbersHaveAJSONSpelling(text: String, json: String) {
    #expect(read(text).node?.number == json)
    #expect(read(text).node?.text == text)
  }
}
