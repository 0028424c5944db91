import ApusRuntime
import Discriminators
import Testing

@Suite("Alternatives are told apart")
struct DiscriminatorTests {
  @Test("by what the document says that a member's values stand for")
  func mapped() throws {
    for (text, isExpected) in [
      (#"{"kind":"kitten"}"#, { if case .cat = $0 { true } else { false } }),
      (#"{"kind":"Cat"}"#, { if case .cat = $0 { true } else { false } }),
      (#"{"kind":"dog","barks":true}"#, { if case .dog = $0 { true } else { false } }),
      (#"{"kind":"Bird","more":1}"#, { if case .bird = $0 { true } else { false } }),
    ] as [(String, (Mapped) -> Bool)] {
      let value = try withJSON(text) { try Mapped(from: $0) }
      #expect(isExpected(value), "\(text)")
      #expect(try JSON(json: value.json) == JSON(json: text))
    }
    #expect(throws: JSONDecodingError.self) {
      try withJSON(#"{"kind":"fish"}"#) { try Mapped(from: $0) }
    }
  }

  @Test(
    "by the values that each allows a member",
    arguments: [
      #"{"type":"created"}"#, #"{"type":"done","code":1}"#, #"{"type":"failed","code":2}"#,
    ])
  func unmapped(text: String) throws { try Sample(Unmapped.self, text).expectRoundTrip() }

  @Test("by numbers, and by kinds")
  func byNumber() throws {
    for text in [#"{"version":1}"#, #"{"version":2.0,"more":"x"}"#, #""text""#] {
      try Sample(ByNumber.self, text).expectRoundTrip()
    }
    Sample(ByNumber.self, #"{"version":3}"#).expectRefusal()
    Sample(ByNumber.self, "{}").expectRefusal()
  }

  @Test(
    "by a member beside them", arguments: [#"{"mode":"fast","speed":1}"#, #"{"mode":"exact"}"#])
  func shared(text: String) throws { try Sample(Shared.self, text).expectRoundTrip() }

  @Test("by the members that are there")
  func present() throws {
    try Sample(Present.self, #"{"left":"x"}"#).expectRoundTrip()
    Sample(Present.self, #"{"left":"x","right":"y"}"#).expectRefusal()
  }

  @Test("by their schemas where nothing less tells them apart")
  func schemas() throws {
    for text in [#"{"size":3}"#, #"{"size":12,"note":"x"}"#] {
      try Sample(Ranges.self, text).expectRoundTrip()
    }
    try Sample(Overlapping.self, #"{"a":"x","b":1}"#).expectRoundTrip()
    Sample(Overlapping.self, #"{"a":"x","b":"y"}"#).expectRefusal()
    try Sample(APIOptional.self, #"{"device":"fan","light":1}"#).expectRoundTrip()
  }

  @Test("or the first that accepts the value, where several may")
  func anyOf() throws {
    let text = #"{"any":{"wind":1,"light":"dim"}}"#
    try Sample(Holder.self, text).expectRoundTrip()
    guard case .fan = try Holder(json: text).any else {
      Issue.record("the first alternative refuses the value")
      return
    }
  }
}
