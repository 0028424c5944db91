import Testing

@testable import apus

@Suite("This package's own files")
struct SpecTests {
  @Test("Generated is what a fresh run over spec makes")
  func generated() throws {
    let document = try DocumentFile.only(in: "\(Places.package)/spec")
    let result = Recording.run("check", document, "--output", "\(Places.package)/Generated")
    #expect(
      result.code == .success,
      "run 'swift run apus generate' and look at the changes:\n\(result.errorOutput)\(result.output)"
    )
  }

  @Test(
    "swift format finds nothing",
    .enabled(if: ChildProcess.exists("swift-format"), "there is no swift-format"))
  func format() async throws {
    let result = try await ChildProcess.run(
      "swift",
      ["format", "lint", "--strict", "--parallel", "--recursive"]
        + ["Sources", "Tests", "Generated", "Package.swift"],
      in: Places.package
    )
    #expect(result.code == 0, "\n\(result.errorOutput)")
  }
}
