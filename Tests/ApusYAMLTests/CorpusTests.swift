import ApusSource
import ApusYAML
import Foundation
import Testing

/// Real documents, compared with what independent parsers make of them.
@Suite(.enabled(if: SharedFiles.areAvailable))
struct CorpusTests {
  @Test func everyDocumentIsReadAsIndependentParsersDo() throws {
    let files = try SharedFiles.documents(in: "corpus")
    var lines: [UInt8] = []
    var refused: [String] = []
    for url in files {
      let (node, diagnostics) = read(Array(try Data(contentsOf: url)), name: url.path)
      guard let node, !diagnostics.hasErrors else {
        refused.append(url.lastPathComponent)
        continue
      }
      lines += Array("\(url.path)\t".utf8)
      JSONText.append(node, to: &lines)
      lines.append(UInt8(ascii: "\n"))
    }
    // This one has a key twice.
    #expect(refused == ["stripe-old.yaml"])

    let list = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv")
    defer { try? FileManager.default.removeItem(at: list) }
    try Data(lines).write(to: list)
    let (status, output) = try compare(list)
    print(output, terminator: "")
    // Status 2: PyYAML isn't there to compare with, which only where nobody has installed it is fine.
    let isWanted = ProcessInfo.processInfo.environment["APUS_COMPARES_WITH_PYYAML"] != nil
    #expect(status == 0 || status == 2 && !isWanted, "\(output)")
  }

  private func compare(_ list: URL) throws -> (status: Int32, output: String) {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/compare_documents.py")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, list.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// A node as JSON, to hand to another program.
enum JSONText {
  static func append(_ node: Node, to text: inout [UInt8]) {
    switch node.kind {
    case .null: text += Array("null".utf8)
    case .boolean: text += Array((node.boolean == true ? "true" : "false").utf8)
    case .number: text += Array((node.number ?? "").utf8)
    case .string: append(node.string ?? "", to: &text)
    case .sequence:
      text.append(UInt8(ascii: "["))
      for (index, element) in node.elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        append(element, to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .mapping:
      text.append(UInt8(ascii: "{"))
      for (index, member) in node.members.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        append(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        append(member.value, to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  static func append(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        let digits = String(byte, radix: 16)
        text += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(digits.utf8)
      } else {
        text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
