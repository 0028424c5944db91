import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML
import Foundation

/// The public test suite of JSON Schema 2020-12, where it lies beside the project.
struct SchemaSuite {
  struct Group {
    var description: String
    var schema: JSON
    var tests: [Case]
  }

  struct Case {
    var description: String
    var data: JSON
    var isValid: Bool
  }

  let folder: URL

  static let shared: SchemaSuite? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let suite = folder.appendingPathComponent("shared/suites/json-schema-2020-12")
      if FileManager.default.fileExists(atPath: suite.path) { return SchemaSuite(folder: suite) }
    }
    return nil
  }()

  /// The groups of a file; none if there is no such file.
  func groups(_ name: String) throws -> [Group] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return [] }
    return (try JSON(json: Array(data)).array ?? []).map { group in
      Group(
        description: group["description"]?.string ?? "", schema: group["schema"] ?? true,
        tests: (group["tests"]?.array ?? []).map { test in
          Case(
            description: test["description"]?.string ?? "", data: test["data"] ?? nil,
            isValid: test["valid"]?.boolean ?? false)
        })
    }
  }

  /// How a group's schema becomes one of a document.
  enum Form: CaseIterable {
    /// As a component, which has a URI so that its references start from it.
    case component
    /// As a file that a component refers to.
    case file
  }

  /// The document with a group's schema.
  func read(_ group: Group, as form: Form) -> (document: Document?, reported: [String]) {
    var component = group.schema
    if form == .component, component.object != nil, component["$id"] == nil {
      component["$id"] = .string("https://example.com/group.json")
    }
    if form == .file { component = ["$ref": "group.json"] }
    let text: JSON = [
      "openapi": "3.1.0", "info": ["title": "Suite", "version": "1"],
      "components": ["schemas": ["Group": component]],
    ]
    let file = SourceFile(name: "suite.json", bytes: Array(text.description.utf8))
    var diagnostics = Diagnostics()
    let document = DocumentReader.read(file, diagnostics: &diagnostics).flatMap {
      Document.read($0, files: files(around: group), diagnostics: &diagnostics)
    }
    return (document, diagnostics.all.map(\.message))
  }

  /// Gives the file of a group and those that the suite keeps for its host.
  private func files(around group: Group) -> FileProvider {
    let host = "http://localhost:1234/"
    let remotes = folder.appendingPathComponent("remotes")
    let own = Array(group.schema.description.utf8)
    return { address in
      if address == "group.json" { return .success(SourceFile(name: address, bytes: own)) }
      guard address.hasPrefix(host),
        let data = try? Data(
          contentsOf: remotes.appendingPathComponent(String(address.dropFirst(host.count))))
      else { return .failure(UnavailableFile(reason: "there is no '\(address)'")) }
      return .success(SourceFile(name: address, bytes: [UInt8](data)))
    }
  }
}
