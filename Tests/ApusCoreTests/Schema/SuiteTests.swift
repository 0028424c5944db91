import ApusCore
import Foundation
import Synchronization
import Testing

/// The keywords' own meaning, by the public test suite of JSON Schema 2020-12: the groups whose
/// schemas stand on their own and use no keyword that is missing as yet.
@Suite("The keywords")
struct SuiteTests {
  @Test(
    "mean what the suite says", .enabled(if: SuiteFile.folder != nil, "the suite is not there"),
    arguments: SuiteFile.names)
  func agrees(name: String) throws {
    for group in try SuiteFile(name).groups {
      var reader = SchemaReader(
        document: SchemaDocument(file: name), dialect: .jsonSchema2020, resolve: { _, _ in nil })
      let schema = reader.read(SchemaText.value(group.schema), at: "")
      #expect(reader.problems.isEmpty, "\(group.description): \(reader.problems)")
      for test in group.tests {
        let violations = schema.violations(in: test.data.json)
        #expect(
          violations.isEmpty == test.isValid,
          "\(group.description), \(test.description): \(violations)")
      }
    }
  }
}

/// A file of the suite.
struct SuiteFile {
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

  var groups: [Group]

  /// The files of the suite, but for the one that says what formats mean where nobody asserts them.
  static let names: [String] = {
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return names.filter { $0.hasSuffix(".json") && $0 != "format.json" }.sorted()
  }()

  /// The keywords that no unit has as yet, and references, which need a document around them.
  private static let missing = [
    "$ref", "$dynamic", "$anchor", "$id", "$vocabulary",
  ]

  static let folder: String? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let suite = folder.appendingPathComponent("shared/suites/json-schema-2020-12").path
      if FileManager.default.fileExists(atPath: suite) { return suite }
    }
    return nil
  }()

  init(_ name: String) throws {
    let path = try #require(Self.folder) + "/\(name)"
    let data = try #require(FileManager.default.contents(atPath: path))
    let list = try JSON(json: Array(data)).array ?? []
    groups = list.compactMap { group in
      guard let schema = group["schema"],
        !Self.missing.contains(where: { schema.description.contains($0) })
      else { return nil }
      let tests = (group["tests"]?.array ?? []).map { test in
        Case(
          description: test["description"]?.string ?? "", data: test["data"] ?? nil,
          isValid: test["valid"]?.boolean ?? false)
      }
      return Group(
        description: group["description"]?.string ?? "", schema: schema.withoutDialect,
        tests: tests)
    }
  }
}

extension JSON {
  /// A schema without the keyword that names its dialect.
  fileprivate var withoutDialect: JSON {
    var schema = self
    schema["$schema"] = nil
    return schema
  }
}

/// Values that stand in no document, by number.
final class SchemaText: DocumentSource {
  private let values = Mutex<[JSON]>([])

  /// A value as a schema is read from it.
  static func value(_ value: JSON) -> DocumentValue {
    SchemaText().add(value)
  }

  private func add(_ value: JSON) -> DocumentValue {
    let index = values.withLock { values in
      values.append(value)
      return UInt32(values.count - 1)
    }
    return DocumentValue(in: self, index: index)
  }

  private func json(_ value: DocumentValue) -> JSON {
    values.withLock { $0[Int(value.index)] }
  }

  func kind(of value: DocumentValue) -> JSONKind { json(value).kind }
  func boolean(of value: DocumentValue) -> Bool? { json(value).boolean }
  func string(of value: DocumentValue) -> String? { json(value).string }
  func number(of value: DocumentValue) -> String? { json(value).number?.text }

  func elements(of value: DocumentValue) -> [DocumentValue] {
    (json(value).array ?? []).map(add)
  }

  func members(of value: DocumentValue) -> [(name: String, value: DocumentValue)] {
    (json(value).object ?? [:]).map { (name: $0.key, value: add($0.value)) }
  }

  func withString(of value: DocumentValue, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var string = string(of: value)
    string?.withUTF8(body)
  }

  func name(_ key: UInt32) -> String { values.withLock { $0[Int(key)].string ?? "" } }

  func addMembers(
    of schema: DocumentValue, in dialect: Dialect, to members: inout [SchemaMember]
  ) {
    for (var name, value) in self.members(of: schema) {
      let key = add(.string(name)).index
      members.append(name.withUTF8 { dialect.member($0, key: key, value: value.index) })
    }
  }
}
