import Foundation
import Testing

@testable import apus

/// Documents that try to get code, paths or escapes of terminals into what the tool writes. What it
/// makes of their texts is among the golden files.
@Suite("Hostile documents")
struct HostileDocumentTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  private static let documents = GoldenCase.all.filter { $0.name.hasPrefix("hostile-") }

  /// Everything that tells something of a document.
  private static let commands: [[String]] = [
    ["generate", "document.json", "--verbose"],
    ["generate", "document.json", "--strict"],
    ["check", "document.json"],
    ["check", "document.json", "--diagnostics", "json"],
    ["check", "document.json", "--diagnostics", "github"],
    ["explain", "document.json"],
    ["coverage", "document.json"],
    ["coverage", "document.json", "--format", "json"],
    ["bundle", "document.json"],
    ["bundle", "document.json", "--format", "json"],
    ["diff", "document.json", "other.json"],
    ["diff", "document.json", "other.json", "--format", "markdown"],
    ["diff", "other.json", "document.json", "--format", "json"],
    ["init", "document.json", "--schema"],
  ]

  @Test("There are some")
  func thereAreCases() {
    #expect(Self.documents.count >= 3)
  }

  @Test(
    "Nothing that a terminal obeys gets out, and nothing is written elsewhere",
    .enabled(if: Places.tool != nil, "the built tool is not beside the tests"),
    arguments: documents, commands)
  func escapes(_ golden: GoldenCase, _ command: [String]) async throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: "\(golden.folder)/document.json", encoding: .utf8)
    try folder.write("inner/document.json", text)
    // Another document, so that there is something to tell of both.
    let other = text.replacing("\"post\"", with: "\"put\"").replacing(
      "\"integer\"", with: "\"null\"")
    try folder.write("inner/other.json", other)
    let result = try await ChildProcess.run(
      try #require(Places.tool), command, in: folder.path("inner"))
    #expect(result.code <= 3, "\(result.errorOutput)")
    #expect(!(result.output + result.errorOutput).isEmpty)
    for told in [result.output, result.errorOutput] { Self.expectHarmless(told) }
    for path in try folder.files() where !path.hasSuffix("document.json") {
      #expect(path.hasPrefix("inner/"))
      guard path != "inner/other.json" else { continue }
      #expect(path.hasPrefix("inner/Generated/") || path.hasPrefix("inner/apus."), "\(path)")
      Self.expectHarmless(try #require(folder.read(path)))
    }
  }

  /// A text without anything that is obeyed rather than shown, or that shows text in another order.
  private static func expectHarmless(_ text: String) {
    let harmful = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isBidiControl
      }
    }
    let names = harmful.map { String($0.value, radix: 16) }
    #expect(names.isEmpty)
  }

  @Test(
    "References lead to no file outside of the document's folder",
    .enabled(if: Places.tool != nil, "the built tool is not beside the tests"))
  func references() async throws {
    let place = "\(Places.package)/Tests/Hostile/references"
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: place, toPath: folder.path("inner"))
    let secret = "Secret: {type: string, description: confidential}\n"
    try folder.write("secret.yaml", secret)
    for (name, target) in [("link.yaml", "../../secret.yaml"), ("folder", "../..")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("inner/parts/\(name)"), withDestinationPath: target)
    }
    let result = try await ChildProcess.run(
      try #require(Places.tool), ["generate", "document.json"], in: folder.path("inner"))
    #expect(result.code == 3)
    #expect(!result.errorOutput.contains("confidential"))
    Self.expectHarmless(result.errorOutput)
    let expected = "\(place)/diagnostics.txt"
    #expect(try String(contentsOfFile: expected, encoding: .utf8) == result.errorOutput)
    if Self.isUpdating {
      try result.errorOutput.write(toFile: expected, atomically: true, encoding: .utf8)
    }
  }

  @Test(
    "Names of files can't end a comment or a line",
    arguments: ["a\n#error(1)//.json", "\u{202E}.json", "\u{1B}[2J.json"])
  func fileNames(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("d/\(name)", GenerationTests.document)
    let result = Recording.run("generate", folder.path("d/\(name)"), "--output", folder.path("Out"))
    #expect(result.code == .success)
    Self.expectHarmless(result.errorOutput)
    for path in try folder.files(below: "Out") {
      let text = try #require(folder.read("Out/\(path)"))
      Self.expectHarmless(text)
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("#error") })
    }
  }

  @Test("Endless names end")
  func names() throws {
    let long = String(repeating: "Ab", count: 5_000)
    let document = """
      {"openapi": "3.1.0", "info": {"title": "\(long)", "version": "1"},
       "tags": [{"name": "\(long)"}],
       "paths": {"/\(long)": {"get": {"operationId": "\(long)", "tags": ["\(long)"],
        "parameters": [{"name": "\(long)", "in": "query", "schema": {"enum": ["\(long)", "\(long)1"]}}],
        "responses": {"200": {"description": "", "content": {"application/json":
         {"schema": {"$ref": "#/components/schemas/\(long)"}}}}}}}},
       "components": {"schemas": {"\(long)": {"properties": {"\(long)": {}, "\(long)2": {}},
        "\(long)": 1}}}}
      """
    let folder = try TemporaryFolder()
    try folder.write("d.json", document)
    let result = Recording.run("generate", folder.path("d.json"), "--output", folder.path("Out"))
    #expect(result.code == .success)
    #expect(result.errorOutput.count < 4_000)
    for path in try folder.files(below: "Out") {
      #expect(path.utf8.count < 100)
    }
    let types = try #require(folder.read("Out/Types.swift"))
    #expect(types.firstMatch(of: /public struct (\w+)/)?.1.count == 250)
  }

  @Test(
    "Settings lead to no other files than they say",
    arguments: [
      "namespace: ../Out", "namespace: A/B", "namespace: 'A\\u0000'", "fixed-files: ../x",
    ])
  func settings(_ line: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("inner/d.json", GenerationTests.document)
    try folder.write("inner/apus.yaml", "\(line)\noutput: Out\n")
    #expect(Recording.run("generate", folder.path("inner/d.json")).code == .usage)
    #expect(try folder.files() == ["inner/apus.yaml", "inner/d.json"])
  }
}
