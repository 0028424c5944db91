import ApusSource
import Foundation
import Testing

@testable import apus

@Suite("generate and check, in this process")
struct GenerationTests {
  private let folder: TemporaryFolder
  private let output: String
  /// A document that can be used.
  static let document = """
    {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}

    """

  init() throws {
    folder = try TemporaryFolder()
    output = folder.path("Generated")
    try folder.write("d.json", Self.document)
  }

  private func run(_ verb: String, _ more: String...) -> (ExitCode, String, String) {
    let recording = Recording()
    let words = [verb, folder.path("d.json"), "--output", output] + more
    let code = Tool.run(words, console: recording.console)
    return (code, recording.output, recording.errorOutput)
  }

  @Test func aDayWithTheTool() throws {
    var (code, out, told) = run("check")
    #expect(code == .findings)
    #expect(out.hasPrefix("--- /dev/null\n+++ \(output)/"))
    #expect(told.contains("missing"))
    #expect(try folder.files() == ["d.json"])

    (code, out, told) = run("generate")
    #expect(code == .success && out.isEmpty)
    #expect(told.split(separator: "\n").count == 1)
    let files = try folder.files(below: "Generated")
    #expect(!files.isEmpty)
    #expect(told == "\(output): \(files.count) written, 0 removed, 0 unchanged\n")

    (code, out, told) = run("check")
    #expect(code == .success && out.isEmpty)
    #expect(told == "\(output): up to date, \(files.count) unchanged\n")

    (code, out, told) = run("generate", "--quiet")
    #expect(code == .success && out.isEmpty && told.isEmpty)
  }

  @Test func checkTellsWhatIsStaleMissingAndLeftOver() throws {
    _ = run("generate")
    let name = try #require(try folder.files(below: "Generated").first)
    let text = try #require(folder.read("Generated/\(name)"))
    try folder.write("Generated/\(name)", text + "// mine\n")
    try folder.write("Generated/Old.swift", text)
    let (code, out, told) = run("check")
    #expect(code == .findings)
    #expect(told.hasPrefix("\(output): 1 stale, 0 missing, 1 left over; "))
    #expect(out.contains("\n-// mine\n"))
    #expect(out.contains("--- \(output)/Old.swift\n+++ /dev/null\n"))
    #expect(folder.read("Generated/\(name)") == text + "// mine\n")
    #expect(run("generate").0 == .success)
    #expect(run("check").0 == .success)
    #expect(folder.read("Generated/Old.swift") == nil)
  }

  @Test func foreignFilesStopBoth() throws {
    _ = run("generate")
    let name = try #require(try folder.files(below: "Generated").first)
    try folder.write("Generated/\(name)", "let mine = 1\n")
    for verb in ["generate", "check"] {
      let (code, out, told) = run(verb)
      #expect(code == .findings && out.isEmpty)
      #expect(told.contains("error: can't write '\(output)/\(name)': "))
    }
    #expect(folder.read("Generated/\(name)") == "let mine = 1\n")
  }

  @Test func differencesAsDiagnostics() throws {
    _ = run("generate")
    let name = try #require(try folder.files(below: "Generated").first)
    let text = try #require(folder.read("Generated/\(name)"))
    try folder.write("Generated/\(name)", text + "// mine\n")
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let (_, _, github) = run("check", "--diagnostics", "github")
    #expect(github.hasPrefix("::error ") && github.contains("line=\(line)"), "\(github)")
    let (_, _, json) = run("check", "--diagnostics", "json")
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(value?.count == 1)
    let (_, _, none) = run("generate", "--diagnostics", "json")
    #expect(try JSONSerialization.jsonObject(with: Data(none.utf8)) as? [String] == [])
  }

  @Test func verboseTellsFilesAndTimes() throws {
    let (_, _, told) = run("generate", "--verbose")
    for name in try folder.files(below: "Generated") {
      #expect(told.contains("new: \(output)/\(name)\n"))
    }
    for stage in ["read", "generate", "compare", "write"] {
      #expect(told.contains("\(stage): "))
    }
  }

  @Test(
    "Documents that can't be used",
    arguments: [
      ("empty.yaml", "", "the document is empty"), ("zero.yaml", "a\u{0}b", "no text in UTF-8"),
    ])
  func unusable(_ name: String, text: String, message: String) throws {
    try folder.write(name, text)
    let path = folder.path(name)
    let result = Recording.run("generate", path, "--output", output)
    #expect(result.code == .unusableDocument)
    #expect(result.errorOutput.hasPrefix("\(path):1:1: error: "))
    #expect(result.errorOutput.contains(message))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func documentsThatAreNotThere() throws {
    try folder.write("in/d.json", Self.document)
    for (name, reason) in [
      ("missing.yaml", "No such file or directory"), ("in", "it is a folder"),
      ("d.json/d.json", "Not a directory"),
    ] {
      let result = Recording.run("check", folder.path(name), "--output", output)
      #expect(result.code == .unusableDocument)
      #expect(result.errorOutput == "error: can't read '\(folder.path(name))': \(reason)\n")
    }
  }

  @Test func theOnlyDocumentInAFolder() throws {
    let spec = folder.path("spec")
    #expect(throws: UsageError("no DOCUMENT is given, and there is none in '\(spec)'")) {
      try DocumentFile.only(in: spec)
    }
    try folder.write("spec/notes.txt", "")
    try folder.write("spec/b.yaml", "")
    #expect(try DocumentFile.only(in: spec) == "\(spec)/b.yaml")
    try folder.write("spec/a.md", "")
    #expect(throws: UsageError("no DOCUMENT is given, and '\(spec)' has several: a.md, b.yaml")) {
      try DocumentFile.only(in: spec)
    }
  }

  @Test func strictMakesWarningsErrors() {
    var diagnostics = Diagnostics()
    diagnostics.note("n", at: nil)
    diagnostics.warning("w", at: nil)
    #expect(!diagnostics.hasErrors)
    let strict = diagnostics.withWarningsAsErrors
    #expect(strict.hasErrors)
    #expect(strict.all.map(\.severity) == [.note, .error])
    #expect(strict.errorsOnly.all.map(\.message) == ["w"])
  }
}
