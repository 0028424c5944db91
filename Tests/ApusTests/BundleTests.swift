import Foundation
import Testing

@testable import apus

@Suite("bundle, in this process")
struct BundleTests {
  private let folder: TemporaryFolder
  /// The document as it is written, and as bundles show it.
  private static let document =
    "# Runs\n{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}}"
  private static let yaml = "openapi: \"3.1.0\"\ninfo:\n  title: T\n  version: \"1\"\npaths: {}\n"
  private static let json = """
    {
      "openapi": "3.1.0",
      "info": {
        "title": "T",
        "version": "1"
      },
      "paths": {}
    }

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("d.yaml", Self.document)
  }

  @Test(
    "What is printed",
    arguments: [([], yaml), (["--format", "yaml"], yaml), (["--format=json"], json)])
  func printed(_ options: [String], text: String) {
    let recording = Recording()
    let words = ["bundle", folder.path("d.yaml")] + options
    #expect(Tool.run(words, console: recording.console) == .success)
    #expect(recording.output == text)
    #expect(recording.errorOutput.isEmpty)
  }

  @Test(
    "What is written",
    arguments: [
      ("o.yaml", [], yaml), ("o.json", [], json), ("o.json", ["--format=yaml"], yaml),
      ("o", [], yaml),
    ])
  func written(_ name: String, options: [String], text: String) throws {
    try folder.write(name, "what was there before")
    let recording = Recording()
    let words = ["bundle", folder.path("d.yaml"), "--output", folder.path(name)] + options
    #expect(Tool.run(words, console: recording.console) == .success)
    #expect(recording.output.isEmpty && recording.errorOutput.isEmpty)
    #expect(folder.read(name) == text)
    #expect(try folder.files() == ["d.yaml", name])
  }

  @Test("A bundle can be bundled, and comes out the same")
  func again() throws {
    try folder.write("again.yaml", Self.yaml)
    #expect(Recording.run("bundle", folder.path("again.yaml")).output == Self.yaml)
  }

  @Test func theDocumentIsNotOverwritten() {
    let path = folder.path("d.yaml")
    let result = Recording.run("bundle", path, "--output", path)
    #expect(result.code == .findings)
    #expect(result.errorOutput.contains("it is what the bundle is made from"))
    #expect(folder.read("d.yaml") == Self.document)
  }

  @Test(
    "Outputs that can't be",
    arguments: [("sub", "it is a folder"), ("missing/o.yaml", "there is no folder")])
  func badOutputs(_ name: String, reason: String) throws {
    try folder.write("sub/file", "")
    let result = Recording.run("bundle", folder.path("d.yaml"), "--output", folder.path(name))
    #expect(result.code == .findings)
    #expect(result.errorOutput.contains(reason), "\(result.errorOutput)")
  }

  @Test func badDocumentsPrintNothing() throws {
    try folder.write("bad.yaml", "openapi: 3.1.0\ninfo: [")
    let result = Recording.run("bundle", folder.path("bad.yaml"))
    #expect(result.code == .unusableDocument)
    #expect(result.output.isEmpty)
    #expect(result.errorOutput.contains("bad.yaml:2:"))
  }

  @Test func warningsAreFindingsIfStrict() throws {
    try folder.write("w.yaml", Self.yaml + "pahts: {}\n")
    #expect(Recording.run("bundle", folder.path("w.yaml"), "--quiet").code == .success)
    let result = Recording.run("bundle", folder.path("w.yaml"), "--strict")
    #expect(result.code == .findings)
    #expect(result.output.isEmpty)
    #expect(result.errorOutput.contains("error: "))
  }
}
