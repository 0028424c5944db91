import ApusSource
import Testing

@testable import ApusOpenAPI

@Suite struct ReferenceTests {
  private let span = SourceSpan(
    file: SourceFile(name: "api.yaml", bytes: []), range: SourceRange(lowerBound: 0, upperBound: 0))

  @Test(arguments: [
    ("#/components/schemas/Run", "", "/components/schemas/Run"),
    ("#/paths/~1runs~1%7Bid%7D/get", "", "/paths/~1runs~1{id}/get"),
    ("common%20parts.yaml#/a", "common parts.yaml", "/a"),
    ("run.yaml", "run.yaml", ""),
    ("#", "", ""),
    ("", "", ""),
    ("#/100%/%zz/%+1", "", "/100%/%zz/%+1"),
    ("#/a#b", "", "/a#b"),
    ("#/%C3%A4", "", "/ä"),
  ])
  func parts(text: String, resource: String, fragment: String) {
    let reference = Reference(text, at: span)
    #expect(reference.resource == resource)
    #expect(reference.fragment == fragment)
    #expect(!reference.isRemote)
  }

  @Test(arguments: ["https://example.com/api.yaml#/a", "urn:example:run"])
  func remote(text: String) {
    #expect(Reference(text, at: span).isRemote)
  }

  @Test(arguments: ["C:/api.yaml", "a/b:c.yaml", "./a:b"])
  func local(text: String) {
    #expect(!Reference(text, at: span).isRemote)
  }
}
