import ApusRuntime
import Testing
import Tuples

@Suite("Types of arrays whose first elements have schemas of their own")
struct TupleTests {
  @Test(
    "hold every valid value",
    arguments: ["[1.5,2]", "[1.5,2,3]", "[-1,0,0.25]"])
  func holdPositions(text: String) throws {
    try Sample(Position.self, text).expectRoundTrip()
  }

  @Test("keep what follows the first elements")
  func rest() throws {
    let text = #"["2025-01-31T12:00:00Z",null,["a",1],["b",2]]"#
    try Sample(Log.self, text).expectRoundTrip()
    let log = try Log(json: text)
    #expect(log.rest == [Pair(first: "a", second: 1), Pair(first: "b", second: 2)])
    try Sample(Open.self, #"[true,null,{"a":[]}]"#).expectRoundTrip()
  }

  @Test("tell what is null from what is not there", arguments: ["[]", "[true]", "[true,null]"])
  func absent(text: String) throws { try Sample(Open.self, text).expectRoundTrip() }

  @Test("hold others of their own type")
  func recursion() throws {
    try Sample(Node.self, #"["a",["b",["c"]],{"text":"x"}]"#).expectRoundTrip()
  }

  @Test(
    "refuse what their schemas do",
    arguments: ["[1]", "[1,2,3,4]", #"["a","b"]"#, "{}", "[null,null]"])
  func refuse(text: String) { Sample(Position.self, text).expectRefusal() }

  @Test("say which element is wrong")
  func path() {
    let reading = Drawing.reading(json: Array(#"{"size":[1,"x"],"outline":[]}"#.utf8))
    #expect(reading.value == nil)
    #expect(reading.violations.map(\.instance) == ["/size/1"])
  }

  @Test("are written with null where an element is missing before others")
  func gap() {
    #expect(Open(second: .value(1)).jsonText == "[null,1]")
    #expect(Open(rest: [2]).jsonText == "[null,null,2]")
    #expect(Open().jsonText == "[]")
    #expect(Position(longitude: 1, latitude: 2).jsonText == "[1,2]")
  }

  @Test("are alternatives of unions, and parts of objects")
  func parts() throws {
    let text = #"{"size":[3,4],"outline":[[1,2],[3,4,5]],"origin":[0,0],"array":[7]}"#
    try Sample(Drawing.self, text).expectRoundTrip()
    let drawing = try Drawing(json: text)
    #expect(drawing.origin == .position(Position(longitude: 0, latitude: 0)))
    #expect(drawing.size.width == 3)
  }
}
