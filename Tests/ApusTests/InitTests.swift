import ApusSource
import ApusYAML
import Testing

@testable import apus

@Suite("apus init")
struct InitTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for path in ["spec/shop.yaml", "Sources/Shop/shop.yaml"] {
      try folder.write(
        path,
        """
        openapi: 3.1.0
        info: {title: My little shop, version: '1'}
        tags: [{name: orders}, {name: "yes: no"}]
        paths: {}
        """)
    }
  }

  @Test func itWritesSettingsThatGenerateTakes() throws {
    let result = Recording.run("init", folder.path("spec/shop.yaml"))
    #expect(result.code == .success)
    let settings = try #require(folder.read("spec/apus.yaml"))
    #expect(settings.contains("document: shop.yaml\n"))
    #expect(settings.contains("# (tags: orders, \"yes: no\")\n"))
    for option in GenerationArguments.settings { #expect(settings.contains("\(option.name): ")) }
    #expect(result.output.contains("name: \"MyLittleShopAPI\""))
    #expect(!result.output.contains("ApusPlugin"))
    let generated = Recording.run(
      "generate", folder.path("spec/shop.yaml"), "--output", folder.path("Out"))
    #expect(generated.code == .success)
  }

  @Test func inATargetItNamesThePlugin() throws {
    let result = Recording.run("init", folder.path("Sources/Shop/shop.yaml"))
    #expect(result.code == .success)
    #expect(result.output.contains("name: \"Shop\""))
    #expect(result.output.contains("ApusPlugin"))
    #expect(folder.read("Sources/Shop/apus.yaml")?.contains("\noutput: ") == false)
  }

  @Test func itNamesNoMoreTagsThanALineHolds() throws {
    let tags = (1...40).map { "{name: a-tag-\($0)}" }.joined(separator: ", ")
    try folder.write(
      "spec/shop.yaml",
      "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\ntags: [\(tags)]\npaths: {}\n")
    #expect(Recording.run("init", folder.path("spec/shop.yaml")).code == .success)
    let settings = try #require(folder.read("spec/apus.yaml"))
    let line = try #require(settings.split(separator: "\n").first { $0.hasPrefix("# (tags: ") })
    #expect(line.count <= 100)
    #expect(line.hasSuffix(" more)"))
  }

  @Test func itOverwritesNothing() throws {
    try folder.write("spec/apus.yaml", "strict: true\n")
    let result = Recording.run("init", folder.path("spec/shop.yaml"))
    #expect(result.code == .findings)
    #expect(result.errorOutput.contains("apus.yaml"))
    #expect(folder.read("spec/apus.yaml") == "strict: true\n")
  }

  @Test func theSchemaHasEverySetting() throws {
    let result = Recording.run("init", folder.path("spec/shop.yaml"), "--schema")
    #expect(result.code == .success)
    let text = try #require(folder.read("spec/apus.schema.json"))
    #expect(folder.read("spec/apus.yaml")?.hasPrefix("# yaml-language-server: $schema=") == true)
    // Neither file is taken for a document.
    #expect(try DocumentFile.only(in: folder.path("spec")) == folder.path("spec/shop.yaml"))
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "apus.schema.json", bytes: Array(text.utf8))
    let schema = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    #expect(diagnostics.isEmpty)
    let settings = schema["$defs"]?["settings"]?["properties"]
    #expect(settings?.members.map(\.key) == SettingsFile.options.map(\.name))
    #expect(
      settings?["access"]?["enum"]?.elements.compactMap(\.text) == [
        "public", "package", "internal",
      ])
    #expect(settings?["strict"]?["type"]?.text == "boolean")
    #expect(schema["properties"]?[SettingsFile.documents]?["type"]?.text == "array")
  }
}
