import Testing

@testable import ApusRuntime

/// The examples of OpenAPI 3.2.0, section 4.12.3, "Style Examples", and what it leaves open.
@Suite("Parameters on the wire")
struct ParameterWireTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var style: ParameterStyle
    var json: String
    var text: String

    init(_ style: ParameterStyle, _ json: String, _ text: String) {
      self.style = style
      self.json = json
      self.text = text
    }

    var testDescription: String { "\(json) → \(text)" }

    var value: ParameterValue? { ParameterValue(json: Array(json.utf8), for: style) }
  }

  private static let list = #"["blue","black","brown"]"#
  private static let object = #"{"R":100,"G":200,"B":150}"#

  @Test(
    "in paths",
    arguments: [
      Example(.matrix, #""""#, ";color"), Example(.matrix, #""blue""#, ";color=blue"),
      Example(.matrix, list, ";color=blue,black,brown"),
      Example(.matrix(explode: true), list, ";color=blue;color=black;color=brown"),
      Example(.matrix, object, ";color=R,100,G,200,B,150"),
      Example(.matrix(explode: true), object, ";R=100;G=200;B=150"),
      Example(.label, #""blue""#, ".blue"), Example(.label, list, ".blue,black,brown"),
      Example(.label(explode: true), list, ".blue.black.brown"),
      Example(.label(explode: true), #"["a.b","c"]"#, ".a%2Eb.c"),
      Example(.label, object, ".R,100,G,200,B,150"),
      Example(.label(explode: true), object, ".R=100.G=200.B=150"),
      Example(.simple, #""a/b c""#, "a%2Fb%20c"), Example(.simple, list, "blue,black,brown"),
      Example(.simple, #"["a,b","c"]"#, "a%2Cb,c"),
      Example(.simple, object, "R,100,G,200,B,150"),
      Example(.simple(explode: true), object, "R=100,G=200,B=150"),
      Example(.simple, #"[[1,2],{"a":3}]"#, "%5B1%2C2%5D,%7B%22a%22%3A3%7D"),
      Example(.simple.allowingReserved, #""a:b@c/d""#, "a:b@c%2Fd"),
      Example(.json, #"{"a":[1]}"#, "%7B%22a%22%3A%5B1%5D%7D"),
    ])
  func paths(_ example: Example) throws {
    let value = try #require(example.value)
    let style = example.style
    let escaping: ParameterEscaping = style.allowsReserved ? .reservedInPath : .percent
    #expect(style.text(of: value, named: "color", escaping) == example.text)
    let read = style.read(example.text[...], named: "color")
    #expect(read?.values.contains(value) == true)
  }

  @Test(
    "in queries",
    arguments: [
      Example(.form, #""""#, "color="), Example(.form, #""blue""#, "color=blue"),
      Example(.form, list, "color=blue&color=black&color=brown"),
      Example(.form(explode: false), list, "color=blue,black,brown"),
      Example(.form(explode: false), #"["a,b","c"]"#, "color=a%2Cb,c"),
      Example(.form, object, "R=100&G=200&B=150"),
      Example(.form(explode: false), object, "color=R,100,G,200,B,150"),
      Example(.spaceDelimited, list, "color=blue%20black%20brown"),
      Example(.spaceDelimited, object, "color=R%20100%20G%20200%20B%20150"),
      Example(.pipeDelimited, list, "color=blue%7Cblack%7Cbrown"),
      Example(.pipeDelimited, object, "color=R%7C100%7CG%7C200%7CB%7C150"),
      Example(.pipeDelimited(explode: true), #"["a","b"]"#, "color=a&color=b"),
      Example(.deepObject, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
      Example(
        .deepObject, #"{"a":{"b":["x","y"]},"c":""}"#,
        "color%5Ba%5D%5Bb%5D%5B0%5D=x&color%5Ba%5D%5Bb%5D%5B1%5D=y&color%5Bc%5D="),
      Example(.form.allowingReserved, #""a/b?c=d&e#f""#, "color=a/b?c%3Dd%26e%23f"),
      Example(.form(explode: false).allowingReserved, #"["a,b","c:d"]"#, "color=a%2Cb,c:d"),
      Example(.json, #"{"a":[1]}"#, "color=%7B%22a%22%3A%5B1%5D%7D"), Example(.form, "[]", ""),
    ])
  func queries(_ example: Example) throws {
    let value = try #require(example.value)
    let style = example.style
    let escaping: ParameterEscaping = style.allowsReserved ? .reservedInQuery : .percent
    let text = style.items(of: value, named: "color", escaping).joined(separator: "&")
    #expect(text == example.text)
    let items = ParameterItems(query: text)
    #expect(style.reads(value, in: items, named: "color", escaping, plusIsSpace: true))
  }

  @Test(
    "in header fields and cookies, where nothing is encoded",
    arguments: [
      Example(.simple, list, "blue,black,brown"), Example(.simple, object, "R,100,G,200,B,150"),
      Example(.simple(explode: true), object, "R=100,G=200,B=150"),
      Example(.json, #"{"a":"b, c"}"#, #"{"a":"b, c"}"#),
    ])
  func fields(_ example: Example) throws {
    let value = try #require(example.value)
    let text = example.style.text(of: value, named: "color", .none)
    #expect(text == example.text)
    #expect(example.style.read(fields: [text]).values.contains(value))
  }

  @Test(
    "cookies",
    arguments: [
      Example(.cookie, #""blue""#, "color=blue"), Example(.cookie, #""a/b%""#, "color=a/b%"),
      Example(.cookie, #"["a","b"]"#, "color=a; color=b"),
      Example(.cookie(explode: false), #"["a","b"]"#, "color=a,b"),
      Example(.cookie, #"{"R":100,"G":200}"#, "R=100; G=200"),
      Example(.form, #""a b""#, "color=a%20b"),
    ])
  func cookies(_ example: Example) throws {
    let value = try #require(example.value)
    let escaping: ParameterEscaping = example.style.form == .cookie ? .none : .percent
    let text = example.style.items(of: value, named: "color", escaping).joined(separator: "; ")
    #expect(text == example.text)
    let items = ParameterItems(cookies: [text], escaping)
    #expect(example.style.reads(value, in: items, named: "color", escaping, plusIsSpace: false))
  }

  @Test(
    "kinds of values come from the document's rules",
    arguments: [
      ("a=1&b=2", #"{"a":"1","b":2}"#),
      ("a=true&b=2&c=1&c=x", #"{"a":"true","b":2,"c":["1","x"]}"#),
      ("a=x&c=7", #"{"a":"x","c":["7"]}"#), ("a=x&d=null&e=5", #"{"a":"x","d":null,"e":"5"}"#),
      ("a=x&e=five", #"{"a":"x","e":"five"}"#), ("a=x&zz=1", #"{"a":"x"}"#),
    ])
  func kinds(_ query: String, _ expected: String) throws {
    let schema = Schema(
      .type(.object), .additionalProperties(Schema(.nothing())),
      .properties(
        Property("a", .type(.string)), Property("b", .type(.integer)),
        Property("c", .type(.array), .items(Schema(.type(.string)))),
        Property("d", .type(.null)),
        Property("e", .oneOf(Schema(.type(.integer)), Schema(.type(.string), .maxLength(4))))))
    let style = ParameterStyle.form.members()
    let items = ParameterItems(query: query)
    guard
      case .text(let text) = style.read(items, named: "p", .percent, plusIsSpace: true)
    else {
      Issue.record("nothing was read")
      return
    }
    let value = try #require(text.values(by: schema).last)
    var reading = ParameterReading(prefersLiterals: false)
    #expect(try reading.json(of: value, by: [schema]) == withJSON(expected) { $0.json })
  }

  @Test("rules with many alternatives inside each other cost no more than a few")
  func manyAlternatives() throws {
    let depth = 30
    var schema = Schema(.type(.integer))
    for _ in 0..<depth {
      let outer = schema
      let inner = Schema(.properties(Property("a", .ref(outer))))
      schema = Schema(.oneOf(inner, inner, inner, inner, inner, inner))
    }
    let path = String(repeating: "[a]", count: depth)
    let value = try #require(DeepObject.value(named: "q", in: [("q" + path, "x")]))
    var reading = ParameterReading(prefersLiterals: false)
    #expect(reading.json(of: value, by: [schema]).kind == .object)
  }
}
