import Testing

@testable import apus

@Suite("--overlay, in this process")
struct OverlayOptionTests {
  private let folder: TemporaryFolder
  private static let first = """
    overlay: 1.0.0
    info: {title: First, version: '1'}
    actions:
      - target: $.info
        update: {title: Corrected, x-more: 0.10}
    """
  private static let second = """
    overlay: 1.1.0
    info: {title: Second, version: '1'}
    actions:
      - target: $.info.x-more
        remove: true
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("d.json", GenerationTests.document)
    try folder.write("first.yaml", Self.first)
    try folder.write("second.yaml", Self.second.replacing(".x-more", with: "['x-more']"))
    try folder.write("bad.yaml", Self.second)
    try folder.write("idle.yaml", Self.first.replacing("$.info", with: "$.inof"))
  }

  private func run(_ verb: String, _ more: String...) -> (ExitCode, String, String) {
    let recording = Recording()
    let words = [verb, folder.path("d.json")] + more
    let code = Tool.run(words, console: recording.console)
    return (code, recording.output, recording.errorOutput)
  }

  @Test func bundlesAreCorrected() {
    let (code, output, told) = run("bundle", "--overlay", folder.path("first.yaml"))
    #expect(code == .success && told.isEmpty)
    #expect(output.contains("info:\n  title: Corrected\n  version: \"1\"\n  x-more: 0.10\n"))
  }

  @Test func overlaysApplyInTheOrderGiven() {
    let first = folder.path("first.yaml")
    let second = folder.path("second.yaml")
    let (code, output, told) = run("bundle", "--overlay", first, "--overlay=\(second)")
    #expect(code == .success && told.isEmpty)
    #expect(output.contains("Corrected") && !output.contains("x-more"))
    let (_, other, warned) = run("bundle", "--overlay", second, "--overlay", first)
    #expect(other.contains("x-more"))
    #expect(warned.contains("second.yaml:4:13: warning: this matches nothing"))
  }

  @Test func generatedFilesAreCorrected() throws {
    try folder.write(
      "more.yaml",
      """
      overlay: 1.1.0
      info: {title: More, version: '1'}
      actions:
        - target: $
          update: {components: {schemas: {Added: {type: object, properties: {a: {type: string}}}}}}
      """)
    let overlay = folder.path("more.yaml")
    let output = folder.path("Generated")
    #expect(run("generate", "--output", output).0 == .success)
    #expect(run("check", "--output", output).0 == .success)
    #expect(run("check", "--output", output, "--overlay", overlay).0 == .findings)
    #expect(run("generate", "--output", output, "--overlay", overlay).0 == .success)
    #expect(folder.read("Generated/Types.swift")?.contains("struct Added") == true)
    #expect(run("check", "--output", output, "--overlay", overlay).0 == .success)
  }

  @Test func anOverlayThatChangesNothingIsAWarning() {
    let overlay = folder.path("idle.yaml")
    let (code, _, told) = run("bundle", "--overlay", overlay)
    #expect(code == .success)
    #expect(told.contains("there is no 'inof'; did you mean 'info'?"), "\(told)")
    #expect(run("bundle", "--strict", "--overlay", overlay).0 == .findings)
  }

  @Test(
    "Overlays that can't be used",
    arguments: [
      ("missing.yaml", "can't read"), ("d.json", "d.json:1:1: error: this is no overlay"),
      ("bad.yaml", "bad.yaml:4:21: error: a name with this character is written in brackets"),
    ])
  func unusable(_ name: String, message: String) {
    for verb in ["generate", "check", "bundle"] {
      let (code, output, told) = run(verb, "--overlay", folder.path(name))
      #expect(code == .unusableDocument && output.isEmpty)
      #expect(told.contains(message), "\(told)")
    }
  }

  @Test func overlaysAreNotOverwritten() {
    let overlay = folder.path("first.yaml")
    #expect(run("bundle", "--overlay", overlay, "--output", overlay).0 == .findings)
    #expect(folder.read("first.yaml") == Self.first)
  }
}
