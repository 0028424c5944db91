import ApusSource
import ApusYAML
import Testing

@Suite struct NodeTests {
  @Test func everyKeyAndValueHasItsRange() throws {
    let text = """
      a: 1
      'b': [x, "y"]
      c:
        d: |
          text
        e:
          - f: g
      """
    let node = try #require(read(text).node)
    let source = { (span: SourceSpan) in
      String(
        decoding: span.file.bytes[span.range.lowerBound..<span.range.upperBound], as: UTF8.self)
    }
    #expect(source(node.span) == text)
    #expect(node.members.map { source($0.keySpan) } == ["a", "'b'", "c"])
    #expect(node["a"].map { source($0.span) } == "1")
    #expect(node["b"].map { source($0.span) } == "[x, \"y\"]")
    #expect(node["b"]?.elements.map { source($0.span) } == ["x", "\"y\""])
    #expect(node["c"]?["d"].map { source($0.span) } == "|\n    text")
    #expect(node["c"]?["e"]?.elements.map { source($0.span) } == ["f: g"])
    #expect(node["c"].map { source($0.span) } == "d: |\n    text\n  e:\n    - f: g")
  }

  @Test func nothingHasAPlaceToo() throws {
    let node = try #require(read("a:\nb: [c: ]").node)
    let range = try #require(node["a"]?.span.range)
    #expect(range == SourceRange(lowerBound: 2, upperBound: 2))
    #expect(node["b"]?.elements[0]["c"]?.isNull == true)
  }

  @Test func anAliasIsSeenFromItsPlace() throws {
    let node = try #require(read("a: &x {b: 1}\nc: *x\n").node)
    let alias = try #require(node["c"])
    #expect(alias.span.range == SourceRange(lowerBound: 16, upperBound: 18))
    #expect(alias["b"]?.span.range == SourceRange(lowerBound: 10, upperBound: 11))
  }

  @Test(arguments: [1, 8, 9, 16, 17, 1_000, 100_000])
  func membersAreFoundInMappingsOfAnySize(count: Int) throws {
    for (name, text) in [
      ("a.yaml", (0..<count).map { "key\($0): \($0)\n" }.joined()),
      ("a.json", "{" + (0..<count).map { "\"key\($0)\": \($0)" }.joined(separator: ",") + "}"),
    ] {
      let node = try #require(read(text, name: name).node)
      #expect(node.members.count == count)
      for index in stride(from: 0, to: count, by: max(1, count / 50)) {
        #expect(node["key\(index)"]?.number == "\(index)")
        #expect(node.members[index].key == "key\(index)")
      }
      #expect(node["key\(count)"] == nil)
      #expect(node[""] == nil)
    }
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func manyDuplicatesLeaveEachKeyOnce(name: String) throws {
    let members = (0..<30).map { "\"k\($0 % 10)\": \($0)" }.joined(separator: ", ")
    let (node, diagnostics) = read("{\(members)}", name: name)
    #expect(diagnostics.all.count == 20)
    #expect(node?.members.map(\.key) == (0..<10).map { "k\($0)" })
    #expect(node?["k3"]?.number == "23")
  }

  @Test func otherKindsHaveNoMembersOrElements() throws {
    for text in ["1", "'a'", "true", "null"] {
      let node = try #require(read(text).node)
      #expect(node.members.isEmpty && node.elements.isEmpty && node["a"] == nil)
    }
    let sequence = try #require(read("[1]").node)
    #expect(sequence.members.isEmpty && sequence["a"] == nil && sequence.text == nil)
    let mapping = try #require(read("{a: 1}").node)
    #expect(mapping.elements.isEmpty && mapping.string == nil)
  }

  @Test func scalarsAnswerForTheirKindAlone() throws {
    let node = try #require(read("[1, '1', true, 'true', ~, 'null']").node)
    let elements = node.elements
    #expect(elements.map(\.number) == ["1", nil, nil, nil, nil, nil])
    #expect(elements.map(\.boolean) == [nil, nil, true, nil, nil, nil])
    #expect(elements.map(\.string) == [nil, "1", nil, "true", nil, "null"])
    #expect(elements.map(\.text) == ["1", "1", "true", "true", "~", "null"])
    #expect(elements.map(\.isNull) == [false, false, false, false, true, false])
    #expect(elements[0].id != elements[1].id && elements[0].id == node.elements[0].id)
  }
}
