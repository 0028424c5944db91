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
    var refused: [String] = []
    for (name, bytes) in try SharedFiles.files(in: "suites/yaml") where name.hasSuffix(".yaml") {
      for (index, entry) in try entries(bytes).enumerated() {
        let outcome = outcome(entry)
        counts[outcome, default: 0] += 1
        if outcome == .wrong { Issue.record("\(name) \(index): \(entry.yaml)") }
        if outcome == .refused, !entry.mustFail { refused.append("\(name) \(index)") }
      }
    }
    print("refused:", refused)
    print(
      "YAML suite: \(counts[.equal, default: 0]) equal, \(counts[.refused, default: 0]) refused, "
        + "\(counts[.wrong, default: 0]) wrong")
  }

  private struct Entry {
    var yaml: String
    var json: String?
    var mustFail: Bool
  }

  private func outcome(_ entry: Entry) -> Outcome {
    let (node, diagnostics) = read(entry.yaml)
    if diagnostics.hasErrors {
      if !entry.mustFail { print(entry.yaml.debugDescription, diagnostics.all[0].message, entry.json ?? "") }
      return .refused }
    guard let node, !entry.mustFail, let json = entry.json else { print("X", node.map{Value($0)}, entry.mustFail); return .wrong }
    let expected = read(json, name: "test.json")
    guard let value = expected.node, !expected.diagnostics.hasErrors else { print("bad json", json); return .wrong }
    if Value(node) != Value(value) { print(Value(node), Value(value)) }
    return Value(node) == Value(value) ? .equal : .wrong
  }

  /// The cases in a file: an entry inherits what it leaves out from the one before it.
  private func entries(_ bytes: [UInt8]) throws -> [Entry] {
    let (node, diagnostics) = read(bytes)
    let root = try #require(node, "\(diagnostics.all.map { ($0.message, $0.span?.start) })")
    var entries: [Entry] = []
    var fields: [String: String] = [:]
    for element in root.elements {
      for member in element.members { fields[member.key] = member.value.text }
      if element["fail"] != nil { fields["json"] = nil }
      let yaml = try #require(fields["yaml"])
      entries.append(
        Entry(
          yaml: unmarked(yaml), json: fields["json"], mustFail: element["fail"] != nil))
    }
    return entries
  }

  /// A case's text with the suite's marks replaced by what they stand for.
  private func unmarked(_ text: String) -> String {
    var text = text
    let marks = [
      ("␣", " "), ("———»", "\t"), ("——»", "\t"), ("—»", "\t"), ("»", "\t"), ("←", "\r"),
      ("⇔", "\u{FEFF}"), ("↵", ""), ("∎\n", ""),
    ]
    for (mark, replacement) in marks { text = text.replacing(mark, with: replacement) }
    return text
  }
}
