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
    "Generated compiles in Swift 6 mode without a warning",
    .enabled(if: TypeCheck.isPossible, TypeCheck.reason), arguments: TypeCheck.isolations)
  func generatedCompiles(isolation: [String]) async throws {
    let folder = "\(Places.package)/Generated"
    let files = try Files.paths(below: folder).filter { $0.hasSuffix(".swift") }
    let complaints = try await TypeCheck.complaints(
      files.map { "\(folder)/\($0)" }, isolation: isolation
    )
    #expect(complaints.isEmpty, "\(complaints)")
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
