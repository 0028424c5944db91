import ApusRuntime
import Foundation

/// A file of the suite: a list of groups of tests, each with a schema.
public struct SuiteFile: Sendable {
  /// The schema of a group, and what it must say of some values.
  public struct Group: Sendable {
    /// What the schema is about.
    public let description: String
    /// The schema's JSON text, its keywords in their order.
    public let schema: String
    /// Whether the schema has a URI of its own.
    public let hasIdentifier: Bool
    /// The values.
    public let tests: [Test]
  }

  /// A value, and whether it must satisfy its group's schema.
  public struct Test: Sendable {
    /// What the value is.
    public let description: String
    /// The value's JSON text.
    public let data: [UInt8]
    /// Whether it must satisfy the schema.
    public let isValid: Bool
  }

  /// The file's path in its folder.
  public let path: String

  /// The groups, in the order of the file.
  public let groups: [Group]

  /// Whether formats are asserted in the file, and not only noted: in a folder that is called
  /// `format` and in a file called `format-assertion.json`, as the suite has it, unless the
  /// environment says of all files what they mean.
  public let assertsFormats: Bool

  /// Reads the file at `path` in `folder`.
  public init(_ path: String, in folder: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
    self.path = path
    let names = (URL(fileURLWithPath: folder).lastPathComponent + "/" + path).split(separator: "/")
    let choice = ProcessInfo.processInfo.environment["FORMATS"]
    assertsFormats =
      choice.map { $0 == "assertion" }
      ?? (names.dropLast().contains("format") || names.last == "format-assertion.json")
    groups = try withJSON(Array(data)) { file in
      try file.elements.map { try Group(reading: $0, in: path) }
    }
  }

  /// The files of the suite's form in a folder and the folders inside it, in the order of their
  /// names, but for those that references lead to.
  public static func files(in folder: String) throws -> [SuiteFile] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return
      try paths
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix("remotes/") }
      .sorted()
      .map { try SuiteFile($0, in: folder) }
  }
}

/// A file that has not the suite's form.
public struct UnknownForm: Error, CustomStringConvertible {
  let path: String

  /// Which file it is.
  public var description: String {
    "\(path): expected a list of groups: \"description\", \"schema\", \"tests\""
  }
}

extension SuiteFile.Group {
  init(reading group: JSONView, in path: String) throws {
    guard let schema = group.member("schema"), let tests = group.member("tests") else {
      throw UnknownForm(path: path)
    }
    description = group.member("description")?.string ?? ""
    self.schema = schema.orderedText
    hasIdentifier = schema.member("$id") != nil
    self.tests = try tests.elements.map { test in
      guard let data = test.member("data"), let isValid = test.member("valid")?.boolean else {
        throw UnknownForm(path: path)
      }
      return SuiteFile.Test(
        description: test.member("description")?.string ?? "", data: Array(data.orderedText.utf8),
        isValid: isValid)
    }
  }
}

extension JSONView {
  /// The value's JSON text without white space, members in their order.
  var orderedText: String {
    switch kind {
    case .array: "[" + elements.map(\.orderedText).joined(separator: ",") + "]"
    case .object:
      "{"
        + members.map { "\($0.name.string.jsonText):\($0.value.orderedText)" }
        .joined(separator: ",") + "}"
    default: json.jsonText
    }
  }
}
