import Foundation
import Testing

@testable import apus

/// Which files a document may refer to.
@Suite("Referenced files")
struct ReferencedFilesTests {
  private func document(_ reference: String) -> String {
    """
    openapi: 3.1.0
    info: {title: Runs, version: 1.0.0}
    components:
      schemas:
        Run: {$ref: '\(reference)'}
    """
  }

  private static let run = "Run: {type: object, properties: {name: {type: string}}}"

  private func generate(
    _ reference: String, in folder: TemporaryFolder, _ options: String...
  ) throws -> (code: ExitCode, errors: String) {
    try folder.write("spec/api.yaml", document(reference))
    let words = ["generate", folder.path("spec/api.yaml"), "--output", folder.path("out")]
    let result = Recording.run(words: words + options)
    return (result.code, result.errorOutput)
  }

  @Test("in the document's folder are read")
  func inside() throws {
    let folder = try TemporaryFolder()
    try folder.write("spec/parts/all runs.yaml", Self.run)
    let result = try generate("parts/all%20runs.yaml#/Run", in: folder)
    #expect(result.code == .success, "\(result.errors)")
    let schemas = try #require(folder.read("out/Schemas.swift"))
    #expect(schemas.contains("SchemaLocation(Schemas.partsAllRunsDocument, \"/Run\")"))
    #expect(folder.read("out/Types.swift")?.contains("public struct Run:") == true)
    #expect(folder.read("out/Locations.swift")?.contains("\"parts/all runs.yaml\"") == true)
  }

  @Test("outside of it need leave")
  func outside() throws {
    let folder = try TemporaryFolder()
    try folder.write("common.yaml", Self.run)
    let refused = try generate("../common.yaml#/Run", in: folder)
    #expect(refused.code == .unusableDocument)
    #expect(refused.errors.contains("outside of the document's folder"))
    #expect(refused.errors.contains("--allow-outside"))
    let allowed = try generate("../common.yaml#/Run", in: folder, "--allow-outside")
    #expect(allowed.code == .success, "\(allowed.errors)")
    #expect(folder.read("out/Locations.swift")?.contains("\"../common.yaml\"") == true)
  }

  @Test("behind links that lead outside count as outside")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("common.yaml", Self.run)
    try folder.write("spec/inner.yaml", Self.run)
    for (name, target) in [("out.yaml", "../common.yaml"), ("in.yaml", "inner.yaml")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("spec/\(name)"), withDestinationPath: target)
    }
    let refused = try generate("out.yaml#/Run", in: folder)
    #expect(refused.errors.contains("outside of the document's folder"))
    #expect(try generate("in.yaml#/Run", in: folder).code == .success)
  }

  @Test(
    "are mapped where they are remote",
    arguments: [
      (["--map", "https://example.com/api/run.yaml=FOLDER/copies/run.yaml"], true),
      (
        [
          "--map", "https://example.com/=FOLDER/copies/", "--map",
          "https://example.com/api/=FOLDER/copies/",
        ], true
      ),
      (["--map", "https://example.com/=FOLDER/copies/"], false),
      ([], false),
    ])
  func remote(options: [String], isRead: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("copies/run.yaml", Self.run)
    try folder.write("spec/api.yaml", document("https://example.com/api/run.yaml#/Run"))
    let words = ["generate", folder.path("spec/api.yaml"), "--output", folder.path("out")]
    let result = Recording.run(
      words: words + options.map { $0.replacingOccurrences(of: "FOLDER", with: folder.path) })
    #expect((result.code == .success) == isRead, "\(result.errorOutput)")
    if options.isEmpty { #expect(result.errorOutput.contains("'--map URL=PATH'")) }
    if isRead {
      #expect(
        folder.read("out/Locations.swift")?.contains("\"https://example.com/api/run.yaml\"") == true
      )
    }
  }

  @Test("that are folders or aren't there are told")
  func unusable() throws {
    let folder = try TemporaryFolder()
    try folder.write("spec/parts/run.yaml", Self.run)
    #expect(try generate("parts", in: folder).errors.contains("it is no file"))
    #expect(try generate("nothing.yaml", in: folder).errors.contains("No such file"))
  }

  @Test("Maps that make no sense", arguments: ["", "a", "=b", "a=", "a/=b", "a=b/"])
  func usage(value: String) {
    #expect(Recording.run("generate", "--map=\(value)").code == .usage)
  }
}
