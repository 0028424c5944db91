import Foundation
import Testing

@testable import ApusCore

/// The README's table of keywords is the list that the code has.
@Suite("The README")
struct KeywordTableTests {
  @Test("names every keyword and format")
  func table() throws {
    let readme = Self.folder.appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let parts = text.components(separatedBy: Self.begin)
    let rest = try #require(parts.dropFirst().first).components(separatedBy: Self.end)
    try #require(parts.count == 2 && rest.count == 2)
    let expected = [parts[0], Self.begin, Self.table, Self.end, rest[1]].joined()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1", text != expected {
      try Data(expected.utf8).write(to: readme)
    }
    #expect(text == expected)
  }

  private static let begin =
    "<!-- The list of keywords, written by `UPDATE_GOLDENS=1 swift test`. -->\n"
  private static let end = "<!-- end -->"

  private static var folder: URL {
    // Tests/ApusCoreTests/Schema/KeywordTableTests.swift
    (0..<4).reduce(URL(fileURLWithPath: #filePath)) { folder, _ in
      folder.deletingLastPathComponent()
    }
  }

  private static var table: String {
    let keywords = Dialect.keywords
    let names = { (treatment: Treatment) in
      code(keywords.filter { $0.treatment == treatment }.map { $0.name })
    }
    return """

      | of a schema | |
      | --- | --- |
      | enforced: decides which values are accepted | \(names(.enforced)) |
      | typed: decides what the code looks like | \(names(.typed)) |
      | documented: stands in comments | \(names(.documented)) |
      | ignored | \(names(.ignored)) |
      | formats | \(code(Format.known.map(\.name))) |


      """
  }

  private static func code(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
