import ApusCore
import Testing

@testable import ApusOpenAPI

@Suite struct JSONPointerTests {
  @Test(arguments: [
    ("", []),
    ("/", [""]),
    ("/paths/~1runs~1cancel/post", ["paths", "/runs/cancel", "post"]),
    ("/a//b", ["a", "", "b"]),
    ("/~01", ["~1"]),
    ("/%20", ["%20"]),
  ])
  func pointersAndTheirTokens(pointer: String, tokens: [String]) {
    #expect(JSONPointer.tokens(of: pointer) == tokens)
    #expect(JSONPointer.pointer(through: tokens) == pointer)
  }

  @Test func tildeThatEscapesNothingStandsForItself() {
    #expect(JSONPointer.tokens(of: "/~2/a~") == ["~2", "a~"])
  }

  @Test func textWithoutSlashIsNoPointer() {
    #expect(JSONPointer.tokens(of: "components") == nil)
  }
}
