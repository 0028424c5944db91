import Foundation
import Testing

/// The examples that a newcomer copies.
@Suite("The README")
struct ReadmeTests {
  @Test(
    "has examples that compile", .enabled(if: TypeCheck.isPossible, TypeCheck.reason))
  func examplesCompile() async throws {
    // What imports nothing is a part of a manifest.
    let blocks = try Self.blocks(of: "swift").filter { $0.hasPrefix("import ") }
    #expect(blocks.count == 4)
    let folder = try TemporaryFolder()
    for (index, block) in blocks.enumerated() {
      let name = "Example\(index).swift"
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      let imports = lines.filter { $0.hasPrefix("import ") }.joined(separator: "\n")
      let body = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      try folder.write(name, "\(imports)\nfunc example() async throws {\n\(body)\n}\n")
      let complaints = try await TypeCheck.complaints([folder.path(name)], isolation: [])
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }

  @Test("says exactly two things to run, to try it")
  func commands() throws {
    let commands = try Self.blocks(of: "sh", below: "## Try it").flatMap {
      $0.split(separator: "\n")
    }
    #expect(commands == ["swift run apus generate spec/cancel-runs.yaml", "swift test"])
  }

  /// The fenced blocks of a language: of the whole text, or of what follows a heading.
  private static func blocks(of language: String, below heading: String = "# Apus") throws
    -> [String]
  {
    let text = try String(contentsOfFile: "\(Places.package)/README.md", encoding: .utf8)
    let part = try #require(text.components(separatedBy: "\(heading)\n").last)
    return part.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }
}
