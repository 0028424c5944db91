import ApusRuntime
import Compositions
import Testing

@Suite("Types of schemas that are made of others")
struct CompositionTests {
  static let identifier = "0f8fad5b-d9cb-469f-a165-70867728950e"

  @Test(
    "hold every valid value",
    arguments: [
      Sample(Dog.self, #"{"id":"\#(identifier)","name":"a","breed":"b","other":[1]}"#),
      Sample(Dog.self, #"{"id":"\#(identifier)","name":"a","breed":"b","size":"large"}"#),
    ])
  func holdDogs(sample: Sample<Dog>) throws { try sample.expectRoundTrip() }

  @Test(
    "require what every part does",
    arguments: [
      Sample(Dog.self, #"{"id":"\#(identifier)","name":"a"}"#),
      Sample(Dog.self, #"{"breed":"b"}"#),
      Sample(Dog.self, #"{"id":"\#(identifier)","name":"a","breed":"b","size":"tiny"}"#),
    ])
  func refuseDogs(sample: Sample<Dog>) { sample.expectRefusal() }

  @Test("share the types of inherited properties")
  func shareTypes() throws {
    let dog = try Dog(json: #"{"id":"\#(Self.identifier)","name":"a","breed":"b","size":"large"}"#)
    let size: Animal.Size? = dog.size
    #expect(size == .large)
  }

  @Test("narrow a property that several describe")
  func narrow() throws {
    try Sample(Narrowed.self, #"{"status":"on","inner":{"a":"x","b":2},"number":3}"#)
      .expectRoundTrip()
    Sample(Narrowed.self, #"{"status":"other"}"#).expectRefusal()
    Sample(Narrowed.self, #"{"inner":{"a":"x"}}"#).expectRefusal()
    Sample(Narrowed.self, #"{"number":0.5}"#).expectRefusal()
  }

  @Test("have no other members where one part refuses them")
  func closed() throws {
    try Sample(Closed.self, #"{"last":true}"#).expectRoundTrip()
    Sample(Closed.self, #"{"other":true}"#).expectRefusal()
    try Sample(Valued.self, #"{"other":1.5,"name":"x"}"#).expectRoundTrip()
    Sample(Valued.self, #"{"other":"x"}"#).expectRefusal()
  }

  @Test("tell null from nothing in what they refer to")
  func nullable() throws {
    for text in [#"{"address":null}"#, "{}", #"{"address":{"street":"x"}}"#] {
      try Sample(Kennel.self, text).expectRoundTrip()
    }
    let kennel = try Kennel(json: #"{"address":null}"#)
    #expect(kennel.address == .null)
    Sample(Aliases.self, #"{"not_null":null}"#).expectRefusal()
  }

  @Test("lead back to themselves")
  func recursion() throws {
    try Sample(Aliases.self, #"{"pet_sizes":{"sizes":[{},{"sizes":[]}]}}"#).expectRoundTrip()
    let circle = Circle(left: Circle(right: OtherCircle()))
    #expect(circle.left?.right != nil)
  }
}
