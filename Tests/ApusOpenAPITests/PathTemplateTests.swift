import ApusOpenAPI
import Testing

@Suite struct PathTemplateTests {
  typealias Part = PathTemplate.Part

  @Test(
    arguments: [
      ("/runs/cancel", [.literal("/runs/cancel")]),
      ("/runs/{run_id}", [.literal("/runs/"), .variable("run_id")]),
      ("/{x}.{ext}", [.literal("/"), .variable("x"), .literal("."), .variable("ext")]),
      ("/{a}{b}", [.literal("/"), .variable("a"), .variable("b")]),
      ("/a}b", [.literal("/a}b")]),
      ("/a{b", [.literal("/a{b")]),
      ("/{{a}}", [.literal("/{"), .variable("a"), .literal("}")]),
      ("/{}", [.literal("/"), .variable("")]),
      ("", []),
    ] as [(String, [Part])])
  func parts(text: String, parts: [Part]) {
    #expect(PathTemplate(text).parts == parts)
    #expect(PathTemplate(text).description == text)
  }

  @Test func queryAndFragmentAreNoPartsOfThePath() {
    let template = PathTemplate("/files/{id}?beta={beta}#metadata")
    #expect(template.parts == [.literal("/files/"), .variable("id")])
    #expect(template.query == "beta={beta}")
    #expect(template.fragment == "metadata")
    #expect(template.variables == ["id"])
  }
}

@Suite struct StatusKeyTests {
  @Test(
    arguments: [
      ("200", .code(200)), ("599", .code(599)), ("4XX", .range(4)), ("4xx", .range(4)),
      ("default", .default),
    ] as [(String, StatusKey)])
  func statuses(text: String, key: StatusKey) {
    #expect(StatusKey(text) == key)
  }

  @Test(arguments: [
    "", "99", "600", "0XX", "6XX", "XXX", "404/596", "+20", "-20", "2X0", "Default",
  ])
  func others(text: String) {
    #expect(StatusKey(text) == nil)
  }
}
