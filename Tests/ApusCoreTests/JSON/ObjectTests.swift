import ApusCore
import Foundation
import Testing

struct ObjectTests {
  // MARK: Equal names

  @Test(arguments: [
    #"{"a":1,"a":2}"#, #"{"a":1,"b":3,"a":"x"}"#, #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#,
    #"{"b":[],"a":1,"a":{"a":5,"a":6},"b":0,"a":7}"#,
  ])
  func theFirstOfEqualNamesCounts(_ text: String) throws {
    let decoded = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    try withJSON(text) { view in
      #expect(view.member("a")?.json == 1)
      #expect(view.members.map(\.name.string).count == view.count)
      #expect(Set(view.members.map(\.name)).count == view.count)
      #expect(view.json == decoded)
      #expect(view == decoded)
      var reader = try JSONObjectReader(view)
      #expect(try reader.required("a") == 1)
      #expect(try reader.additionalProperties().count == view.count - 1)
    }
  }

  /// Names that are told apart by neither length nor first nor last bytes.
  static func names(_ count: Int) -> [String] {
    (0..<count).map { "prefix..\($0 + 1_000_000)..suffix" }
  }

  @Test(arguments: [2, 24, 25, 26, 100, 5_000])
  func manyNames(_ count: Int) throws {
    for names in [Self.names(count), (0..<count).map(String.init)] {
      let members = names.map { "\"\($0)\":1" }
      let repeated = members + [members[count / 2]]
      #expect(try withJSON("{\(members.joined(separator: ","))}") { $0.count } == count)
      try withJSON("{\(repeated.joined(separator: ","))}") { view in
        #expect(view.count == count)
        #expect(view.members.map(\.name.string) == names)
      }
    }
  }

  @Test func namesAreComparedByCodePoints() throws {
    // A letter with its accent as one code point and as two: Swift's strings are equal, JSON's aren't.
    try withJSON("{\"\u{E9}\":1,\"e\u{301}\":2}") { view in
      #expect(view.count == 2)
      #expect(view.member("\u{E9}")?.json == 1)
      #expect(view.member("e\u{301}")?.json == 2)
    }
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
    #expect(try withJSON("\"\u{E9}\"") { $0 == JSON.string("e\u{301}") } == false)
  }

  // MARK: Equality

  @Test(arguments: [
    (#"{"a":1,"b":[2,{"c":"x"}]}"#, #"{"b":[2.0,{"c":"\u0078"}],"a":1e0}"#, true),
    (#"{"a":1}"#, #"{"a":1,"b":1}"#, false), (#"{"a":1,"b":1}"#, #"{"a":1,"c":1}"#, false),
    (#"{"a":1,"a":2}"#, #"{"a":1}"#, true), ("[1,2]", "[2,1]", false), ("[1]", "[1,1]", false),
    ("0.1", "1e-1", true), ("true", "1", false), ("null", "false", false), (#""1""#, "1", false),
    ("{}", "[]", false), (#""""#, "[]", false),
  ])
  func equality(_ left: String, _ right: String, isEqual: Bool) throws {
    try withJSON(left) { left in
      try withJSON(right) { right in
        #expect((left == right) == isEqual)
        #expect((left == right.json) == isEqual)
        #expect((left.json == right.json) == isEqual)
        if isEqual {
          #expect(left.hashValue == right.hashValue)
          #expect(left.json.hashValue == right.json.hashValue)
        }
      }
    }
  }

  @Test func largeObjectsInAnyOrder() throws {
    let members = Self.names(2_000).map { "\"\($0)\":[1]" }
    try withJSON("{\(members.joined(separator: ","))}") { left in
      try withJSON("{\(members.reversed().joined(separator: ","))}") { right in
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
      }
    }
  }

  // MARK: Reading members

  @Test func readInAnyOrder() throws {
    let text = #"{"a":1,"b":2,"c":3,"d":4}"#
    for names in [
      ["a", "b"], ["b", "a"], ["d", "a", "c"], ["c", "c"], [], ["a", "b", "c", "d"],
    ] {
      try withJSON(text) { view in
        var reader = try JSONObjectReader(view)
        for name in names { #expect(try reader.required(name) as JSON == view.member(name)?.json) }
        #expect(try reader.optional("e") == Int?.none)
        let rest: [String: Int] = try reader.additionalProperties()
        #expect(Set(rest.keys) == Set(["a", "b", "c", "d"]).subtracting(names))
      }
    }
  }

  @Test func manyMembersAreKeptCountOf() throws {
    let names = Self.names(200)
    let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    try withJSON(text) { view in
      var reader = try JSONObjectReader(view)
      for name in names.reversed() where name != names[150] && name != names[3] {
        #expect(try reader.required(name) == 0)
      }
      #expect(try reader.additionalProperties() == [names[3]: 0, names[150]: 0])
    }
  }

  @Test func absentAndNull() throws {
    try withJSON(#"{"null":null,"one":1}"#) { view in
      var reader = try JSONObjectReader(view)
      #expect(try reader.optional("absent") == Int?.none)
      #expect(throws: JSONDecodingError.self) { try reader.optional("null") as Int? }
      #expect(try reader.required("null") == Int?.none)
      #expect(try reader.required("one") == Int?.some(1))
      #expect(try reader.optional("absent") == Nullable<Int>?.none)
      #expect(try reader.optional("null") == Nullable<Int>.null)
      #expect(try reader.optional("one") == Nullable<Int>.value(1))
      #expect(try reader.optional("absent", default: 7) == 7)
      #expect(try reader.optional("one", default: 7) == 1)
      #expect(reader.has("null") && !reader.has("absent"))
    }
  }
}
