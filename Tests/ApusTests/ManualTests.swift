import Testing

@testable import apus

@Suite("The manual page")
struct ManualTests {
  @Test("It explains every option and setting")
  func options() {
    let result = Recording.run("manual")
    #expect(result.code == .success)
    for command in CommandDescription.all {
      for option in command.options {
        #expect(result.output.contains("\\-\\-" + option.name.replacing("-", with: "\\-")))
      }
    }
    for setting in SettingsFile.options {
      #expect(result.output.contains("\n\(setting.name.replacing("-", with: "\\-")),"))
    }
  }

  @Test(
    "Readers of manual pages have nothing to complain about",
    .enabled(if: ChildProcess.exists("mandoc") || ChildProcess.exists("groff")))
  func lint() async throws {
    let folder = try TemporaryFolder()
    try folder.write("apus.1", Recording.run("manual").output)
    if ChildProcess.exists("mandoc") {
      let outcome = try await ChildProcess.run(
        "mandoc", ["-T", "lint", "-W", "warning", "apus.1"], in: folder.path)
      #expect(outcome.output + outcome.errorOutput == "")
    } else {
      let outcome = try await ChildProcess.run(
        "groff", ["-Kutf8", "-man", "-Tutf8", "-ww", "apus.1"], in: folder.path)
      #expect(outcome.errorOutput == "")
    }
  }
}
