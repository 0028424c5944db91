import Foundation
import Testing

@testable import ApusSwift
@testable import apus

@Suite("Files that a build knows beforehand")
struct FixedFilesTests {
  private let folder: TemporaryFolder
  private static let document = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths: {}
    components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("shop.yaml", Self.document)
  }

  private func generate(_ more: String...) -> (code: ExitCode, output: String, told: String) {
    let result = Recording.run(
      words: ["generate", folder.path("shop.yaml"), "--output", folder.path("Out")] + more)
    return (result.code, result.output, result.errorOutput)
  }

  @Test("They are the same, whatever is asked for", arguments: [[], ["--server", "hummingbird"]])
  func names(_ settings: [String]) throws {
    let result = Recording.run(
      words: [
        "generate", folder.path("shop.yaml"), "--output", folder.path("Out"), "--fixed-files",
        "shop.yaml",
      ] + settings)
    #expect(result.code == .success)
    #expect(result.errorOutput.isEmpty)
    #expect(
      try folder.files(below: "Out") == FixedFiles.parts.map { "shop.yaml+\($0).swift" }.sorted())
    #expect(folder.read("Out/shop.yaml+Types.swift")?.contains("struct Order") == true)
    let isAdapted = folder.read("Out/shop.yaml+Hummingbird.swift")?.contains("import") == true
    #expect(isAdapted == !settings.isEmpty)
  }

  @Test("The plugin knows them, too")
  func plugin() throws {
    let path = "\(Places.package)/Sources/ApusPlugin/BuildCommands.swift"
    let source = try String(contentsOfFile: path, encoding: .utf8)
    let list = source.components(separatedBy: "parts = [").last?.prefix { $0 != "]" } ?? ""
    let parts = list.split { $0 == "," || $0.isWhitespace }.map { $0.filter { $0 != "\"" } }
    #expect(parts == FixedFiles.parts)
  }

  @Test("What begins a name is no path", arguments: ["", "a/b", "..", "/a"])
  func prefixes(_ prefix: String) {
    let result = generate("--fixed-files", prefix)
    #expect(result.code == .usage)
    #expect(result.told.contains("--fixed-files"))
  }
}
