import Testing

@Suite("The suite's optional cases of patterns")
struct PatternSuiteTests {
  @Test(
    .enabled(if: SuiteFile.folder != nil, "the suite is not there"),
    arguments: ["optional/ecmascript-regex.json", "optional/non-bmp-regex.json"])
  func agrees(name: String) throws {
    try SuiteTests().agrees(name: name)
  }
}
