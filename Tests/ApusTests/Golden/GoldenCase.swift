import ApusSource
import ApusSwift
import Foundation
import Testing

@testable import apus

/// A document and what is made of it: a folder in `Tests/Golden`.
///
/// It holds `document.yaml` (or `.json` or `.md`), perhaps the files in `parts` that it refers to,
/// perhaps `arguments` (options of `apus generate`, separated by white space), and what is expected: the files in `expected` and
/// the diagnostics, if any, in `diagnostics.txt`.
struct GoldenCase: CustomTestStringConvertible {
  /// The folder's name.
  let name: String

  /// Every case, by name.
  static let all: [GoldenCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.goldens)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(GoldenCase.init)
  }()

  var testDescription: String { name }
  var folder: String { "\(Places.goldens)/\(name)" }

  /// What is made of the document, by the places of the files below the case's folder.
  func produced() throws -> [String: [UInt8]] {
    let documents = ["yaml", "json", "md"].map { "document.\($0)" }
    let document = try #require(
      documents.first { FileManager.default.fileExists(atPath: "\(folder)/\($0)") },
      "\(folder) holds no document"
    )
    guard case .work(let arguments) = try GenerationArguments.parse(words()) else { return [:] }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(document)"))
    let source = SourceFile(name: document, bytes: Array(bytes))
    var diagnostics = Diagnostics()
    let parts = ReferencedFiles(of: "\(folder)/\(document)", access: arguments.access)
    let sources = DocumentSources(document: source) { [folder] address in
      parts.file(at: "\(folder)/\(address)").map { SourceFile(name: address, bytes: $0.bytes) }
    }
    let files = Pipeline.generate(
      sources, settings: arguments.settings, diagnostics: &diagnostics
    )
    var produced: [String: [UInt8]] = [:]
    if !diagnostics.hasErrors {
      for file in files { produced["expected/\(file.path)"] = file.contents }
      #expect(produced.count == files.count, "two files have the same name")
    }
    if !diagnostics.isEmpty {
      let text = DiagnosticFormat.text(colour: false).format(diagnostics)
      produced["diagnostics.txt"] = Array(text.utf8)
    }
    return produced
  }

  /// What the folder holds beside the document and the arguments.
  func expected() throws -> [String: [UInt8]] {
    var expected: [String: [UInt8]] = [:]
    for path in try Files.paths(below: folder)
    where path != "arguments" && !path.hasPrefix("document.") && !path.hasPrefix("parts/") {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
      expected[path] = Array(data)
    }
    return expected
  }

  /// Makes the folder hold this and nothing else beside the document and the arguments.
  func update(to produced: [String: [UInt8]]) throws {
    let expected = try expected()
    for path in expected.keys where produced[path] == nil {
      try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
    }
    for (path, bytes) in produced where expected[path] != bytes {
      let place = URL(fileURLWithPath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true
      )
      try Data(bytes).write(to: place)
    }
  }

  /// The expected Swift files that need no more than the runtime to compile; an adapter for an
  /// engine needs that engine.
  func swiftFiles() throws -> [String] {
    try expected().filter { path, bytes in
      path.hasSuffix(".swift") && !GeneratedFile(path: path, contents: bytes).needsEngine
    }.keys.map { "\(folder)/\($0)" }.sorted()
  }

  private func words() throws -> [String] {
    let path = "\(folder)/arguments"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension GeneratedFile {
  /// Whether it is an adapter, which compiles only where its engine is.
  var needsEngine: Bool {
    String(decoding: contents, as: UTF8.self).contains("import NIOCore\n")
  }
}
