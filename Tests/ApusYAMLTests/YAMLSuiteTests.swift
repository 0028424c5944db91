import ApusSource
import ApusYAML
import Foundation
import Testing

/// The YAML Test Suite: what is read must be right, and what is no YAML must be refused.
@Suite(.enabled(if: SharedFiles.areAvailable))
struct YAMLSuiteTests {
  private enum Outcome { case equal, refused, wrong }

  @Test func everyCaseIsReadRightOrRefused() throws {
    var counts: [Outcome: Int] = [:]
    for (name, bytes) in try SharedFiles.files(in: "suites/yaml") where name.hasSuffix(".yaml") {
      for (index, entry) in try entries(bytes).enumerated() {
        let outcome = outcome(entry)
        counts[outcome, default: 0] += 1
        if outcome == .wrong { Issue.record("\(name), entry \(index): \(entry.yaml)") }
      }
    }
    let (equal, refused) = (counts[.equal, default: 0], counts[.refused, default: 0])
    print("YAML suite: \(equal) equal, \(refused) refused, \(counts[.wrong, default: 0]) wrong")
    #expect(equal == 162)
    #expect(refused == 143)
  }

  @Test func nothingWithinTheSubsetIsRefused() throws {
    // What the remaining refusals are about, each of them left out on purpose.
    let reasons = [
      "tags are", "directives are", "several documents", "as a key is not supported",
      "an empty one needs quotes", "the document is empty", "an indentation indicator",
    ]
    for (name, bytes) in try SharedFiles.files(in: "suites/yaml") where name.hasSuffix(".yaml") {
      for entry in try entries(bytes) where !entry.mustFail {
        let message = read(entry.yaml).diagnostics.all.first { $0.severity == .error }?.message
        guard let message else { continue }
        #expect(reasons.contains { message.contains($0) }, "\(name): \(message)\n\(entry.yaml)")
      }
    }
  }

  private struct Entry {
    var yaml: String
    var json: String?
    var tree: String?
    var mustFail: Bool
  }

  private func outcome(_ entry: Entry) -> Outcome {
    let (node, diagnostics) = read(entry.yaml)
    if diagnostics.hasErrors { return .refused }
    guard let node, !entry.mustFail else { return .wrong }
    let expected =
      if let json = entry.json {
        read(json, name: "test.json").node.map { Value($0) }
      } else {
        entry.tree.flatMap { EventReader.value(of: $0) }
      }
    return Value(node) == expected ? .equal : .wrong
  }

  /// The cases in a file: an entry inherits what it leaves out from the one before it.
  private func entries(_ bytes: [UInt8]) throws -> [Entry] {
    let (node, diagnostics) = read(bytes)
    let root = try #require(node, "\(diagnostics.all.map(\.message))")
    var entries: [Entry] = []
    var fields: [String: String] = [:]
    for element in root.elements {
      for member in element.members { fields[member.key] = member.value.text }
      let mustFail = element["fail"] != nil
      let yaml = try #require(fields["yaml"])
      entries.append(
        Entry(
          yaml: unmarked(yaml), json: fields["json"], tree: fields["tree"], mustFail: mustFail))
    }
    return entries
  }

  /// A case's text with the suite's marks replaced by what they stand for.
  private func unmarked(_ text: String) -> String {
    var text = text
    let marks = [("␣", " "), ("←", "\r"), ("⇔", "\u{FEFF}"), ("↵", ""), ("∎\n", "")]
    for (mark, replacement) in marks { text = text.replacing(mark, with: replacement) }
    return text.replacing(/—*»/, with: "\t")
  }
}
