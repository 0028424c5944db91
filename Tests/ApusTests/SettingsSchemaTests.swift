import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

@testable import apus

/// The reader of `apus.yaml` and its JSON Schema, which are made from one table, take the same.
@Suite("The schema of apus.yaml")
struct SettingsSchemaTests {
  /// Values of settings in JSON, of every kind that there is, and some that only certain ones take.
  private static let values = [
    "null", "true", "false", "1", "1.5", #""Text""#, #""""#, #""true""#, "[]", #"["Text"]"#,
    #"["Text", "Other"]"#, "[1]", "[null]", "[[]]", "[{}]", "{}", #"{"tag": "Text"}"#,
    #"{"tag": ["Text", "Other"]}"#, #"{"tag": []}"#, #"{"tag": 1}"#, #"{"tag": null}"#,
    #"{"tag": {}}"#, #"{"tg": "Text"}"#, #"{"https://example.com": "Text"}"#,
  ]

  /// For each setting, the values above, and each of its own words, alone and in a list.
  private static let cases: [(setting: String, value: String)] = SettingsFile.options.flatMap {
    option in
    let words = if case .choice(let words) = option.form { words } else { [String]() }
    return (values + words.flatMap { ["\"\($0)\"", "[\"\($0)\"]"] }).map { (option.name, $0) }
  }

  /// Whether a value is a text that can't be a namespace, which the schema doesn't tell.
  private static func isNoName(_ value: String, for setting: String) -> Bool {
    setting == "namespace" && [#""""#, #""true""#].contains(value)
  }

  /// The schema, in a document that has to be kept as long as references are followed.
  private static func schema() throws -> (Schema, Document) {
    // As a resource of its own, so that its references stay inside.
    let settings = SettingsSchema.text.replacing(
      "\"title\":", with: "\"$id\": \"https://example.com/settings\", \"title\":")
    let text = """
      {"openapi": "3.1.0", "info": {"title": "Settings", "version": "1"},
       "components": {"schemas": {"Settings": \(settings)}}}
      """
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "settings.json", bytes: Array(text.utf8))
    let node = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    let document = try #require(Document.read(node, diagnostics: &diagnostics))
    #expect(diagnostics.isEmpty)
    return (try #require(document.schema(at: "/components/schemas/Settings")), document)
  }

  /// Whether the reader takes settings.
  private static func reads(_ text: String) throws -> Bool {
    let folder = try TemporaryFolder()
    try folder.write("apus.yaml", text)
    var diagnostics = Diagnostics()
    let settings = SettingsFile(at: folder.path("apus.yaml"), diagnostics: &diagnostics)
    _ = settings?.arguments(diagnostics: &diagnostics)
    return !diagnostics.hasErrors
  }

  @Test("Both take the same values of each setting")
  func values() throws {
    let (schema, document) = try Self.schema()
    defer { withExtendedLifetime(document) {} }
    for (setting, value) in Self.cases where !Self.isNoName(value, for: setting) {
      for text in ["{\"\(setting)\": \(value)}", "{\"documents\": [{\"\(setting)\": \(value)}]}"] {
        let violations = schema.violations(in: Array(text.utf8))
        #expect(try Self.reads(text) == violations.isEmpty, "\(text): \(violations)")
      }
    }
  }

  @Test(
    "Both take the same files",
    arguments: [
      "null", "{}", "[]", "1", #""text""#, #"{"unknown": 1}"#, #"{"documents": []}"#,
      #"{"documents": {}}"#, #"{"documents": null}"#, #"{"documents": [null]}"#,
      #"{"documents": [1]}"#, #"{"documents": [{"documents": []}]}"#,
      #"{"documents": [{"unknown": 1}]}"#,
    ])
  func files(_ text: String) throws {
    let (schema, document) = try Self.schema()
    let violations = schema.violations(in: Array(text.utf8))
    withExtendedLifetime(document) {}
    #expect(try Self.reads(text) == violations.isEmpty, "\(violations)")
  }
}
