import ApusRuntime
import Testing
import Unions

@Suite("Unions")
struct UnionTests {
  @Test("of several kinds", arguments: [#""x""#, "7", "-1"])
  func kinds(text: String) throws { try Sample(Kinds.self, text).expectRoundTrip() }

  @Test("take the alternative that matches")
  func alternatives() throws {
    for text in [#""x""#, #"["x"]"#, "[1,2]", "[[1],[]]"] {
      try Sample(Input.self, text).expectRoundTrip()
    }
    #expect(try Input(json: "[1]") == .arrayOfInteger([1]))
    #expect(try Input(json: "[[1]]") == .arrayOfArray([[1]]))
  }

  @Test("refuse what matches several alternatives, or none", arguments: ["[]", "true", "[true]"])
  func refused(text: String) { Sample(Input.self, text).expectRefusal() }

  @Test("join what stands beside alternatives with each of them")
  func joined() throws {
    let byMail = try Contact(json: #"{"name":"a","mail":"m","preferred":"morning"}"#)
    #expect(byMail == .byMail(.init(name: "a", mail: "m", preferred: .morning)))
    try Sample(Contact.self, #"{"name":"a","phone":"1","preferred":"evening","x":{}}"#)
      .expectRoundTrip()
    for text in [
      #"{"name":"a"}"#, #"{"mail":"m"}"#, #"{"name":"a","phone":"1","preferred":"morning"}"#,
      #"{"name":"a","phone":"1","mail":"m"}"#,
    ] {
      Sample(Contact.self, text).expectRefusal()
    }
  }

  @Test("of any alternatives keep all members")
  func anyOf() throws {
    for text in [
      #"{"owner":"o","rooms":2}"#, #"{"owner":"o","rooms":2,"sails":4}"#,
    ] {
      try Sample(Owned.self, text).expectRoundTrip()
    }
    Sample(Owned.self, #"{"owner":"o"}"#).expectRefusal()
    try Sample(Reachable.self, #"{"mail":"m","phone":"p"}"#).expectRoundTrip()
    Sample(Reachable.self, "{}").expectRefusal()
  }

  @Test("of two lists are told apart by one after the other")
  func twoLists() throws {
    for text in [
      #"{"name":"n","card":"c","street":"s"}"#, #"{"name":"n","account":1,"shop":2}"#,
      #"{"name":"n","account":1,"shop":2,"street":"s","other":[]}"#,
    ] {
      try Sample(Order.self, text).expectRoundTrip()
    }
    let order = try Order(json: #"{"name":"n","card":"c","shop":2}"#)
    #expect(order == .byCard(.shop(.init(name: "n", card: "c", shop: 2))))
    for text in [#"{"name":"n","card":"c"}"#, #"{"name":"n","shop":2}"#] {
      Sample(Order.self, text).expectRefusal()
    }
  }

  @Test("may be null, and be absent")
  func null() throws {
    for text in [
      #"{"union":null,"only":{"doors":1}}"#,
      #"{"union":true,"only":{"doors":1},"inline":null}"#,
      #"{"union":{"rooms":1},"only":{"doors":1},"inline":{"x":1},"free":[{}]}"#,
      #"{"union":true,"only":{"doors":1},"tree":{"left":1,"right":{"left":2,"right":3}}}"#,
    ] {
      try Sample(Holder.self, text).expectRoundTrip()
    }
  }

  @Test("of alternatives of one type are that type")
  func collapsed() {
    let texts: Texts = "abc"
    #expect(texts == String("abc"))
  }
}
