import ApusChanges
import Foundation
import Testing

@testable import apus

/// `Tests/Changes/reports` has two documents, and what is told of their differences in each form.
/// `UPDATE_GOLDENS=1 swift test` writes that anew, and fails where it is a change.
@Suite("diff, in this process")
struct DiffTests {
  private static let folder = "\(Places.package)/Tests/Changes/reports"
  private static let (old, new) = ("\(folder)/old.yaml", "\(folder)/new.yaml")

  private static func output(_ options: String...) -> (code: ExitCode, output: String) {
    let result = Recording.run(words: ["diff", old, new] + options)
    #expect(result.errorOutput.isEmpty)
    return (result.code, result.output.replacing("\(folder)/", with: ""))
  }

  @Test("tells of differences in each form", arguments: ChangeFormat.allCases)
  func reports(_ format: ChangeFormat) throws {
    let output = Self.output("--format", format.rawValue)
    #expect(output.code == .success)
    let file = "\(Self.folder)/report.\(format == .text ? "txt" : format == .json ? "json" : "md")"
    let expected = FileManager.default.contents(atPath: file).map { Array($0) }
    let difference = UnifiedDiff.text(from: expected, to: Array(output.output.utf8), path: file)
    #expect(difference.isEmpty, "\n\(String(decoding: difference, as: UTF8.self))")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(output.output.utf8).write(to: URL(fileURLWithPath: file))
    }
    if format == .json {
      let json = try JSONSerialization.jsonObject(with: Data(output.output.utf8))
      #expect((json as? [String: Any])?["changes"] is [Any])
    }
  }

  @Test("tells of no difference between a document and itself")
  func same() {
    let result = Recording.run(
      "diff", Self.old, Self.old, "--fail-on", "wire", "--fail-on", "source")
    #expect(result.code == .success && result.output == "no differences\n")
  }

  @Test("fails by what is broken", arguments: ["wire", "clients", "servers", "source"])
  func failing(_ breakage: String) {
    #expect(Self.output("--fail-on", breakage).code == .findings)
  }

  @Test("doesn't fail by what is not broken")
  func harmless() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: Self.old, encoding: .utf8)
    try folder.write("a.yaml", text)
    try folder.write("b.yaml", text.replacing("description: The pet", with: "description: A pet"))
    let result = Recording.run(
      "diff", folder.path("a.yaml"), folder.path("b.yaml"), "--fail-on", "wire", "--fail-on",
      "source")
    #expect(result.code == .success && result.output.contains("[documentation-changed]"))
    let breaking = Recording.run(
      "diff", folder.path("a.yaml"), folder.path("b.yaml"), "--breaking")
    #expect(breaking.output == "no differences\n")
  }

  @Test("takes the settings of the new document")
  func settings() throws {
    let folder = try TemporaryFolder()
    for name in ["old.yaml", "new.yaml"] {
      try folder.write(name, try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8))
    }
    try folder.write("apus.yaml", "only: {path: /nowhere}\n")
    let result = Recording.run("diff", folder.path("old.yaml"), folder.path("new.yaml"))
    #expect(!result.output.contains("swift-requirement"))
    try folder.write("apus.yaml", "ony: {path: /nowhere}\n")
    let wrong = Recording.run("diff", folder.path("old.yaml"), folder.path("new.yaml"))
    #expect(wrong.code == .usage && wrong.errorOutput.contains("apus.yaml:1:1"))
  }

  @Test("says that a document can't be used")
  func unusable() {
    #expect(Recording.run("diff", Self.old, "/nowhere.yaml").code == .unusableDocument)
    #expect(Recording.run("diff", Self.old).code == .usage)
  }
}
