import ApusChanges
import ApusModel
import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

/// Documents of few lines, and what differs between them.
enum Documents {
  /// A document of some version, with what stands below `paths` and `components`.
  static func document(_ version: String = "3.1.0", paths: String = "{}", components: String = "{}")
    -> String
  {
    """
    openapi: \(version)
    info: {title: Test, version: "1"}
    paths: \(indented(paths))
    components: \(indented(components))
    """
  }

  /// A document in which requests and responses of one operation carry a member of a schema.
  static func document(_ version: String = "3.1.0", of schema: String, schemas: String = "{}")
    -> String
  {
    let content = "{application/json: {schema: {type: object, properties: {value: \(schema)}}}}"
    return document(
      version,
      paths: """
        {/: {post: {requestBody: {required: true, content: \(content)},
          responses: {"200": {description: "", content: \(content)}}}}}
        """, components: "{schemas: \(schemas)}")
  }

  /// A document with one operation.
  static func document(operation: String, components: String = "{}", path: String = "/a")
    -> String
  {
    document(paths: "{\"\(path)\": {get: \(operation)}}", components: components)
  }

  private static func indented(_ text: String) -> String { text.replacing("\n", with: "\n  ") }

  static func edition(_ text: String, name: String = "document.yaml") throws -> Edition {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    let node = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    let document = try #require(Document.read(node, diagnostics: &diagnostics))
    let api = API(lowering: document, diagnostics: &diagnostics)
    #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
    return Edition(api)
  }

  /// The name of a rule that stands before what it breaks.
  static func name(_ rule: String) -> String { String(rule.prefix { $0 != ":" }) }

  /// The rules about messages that tell of the differences, each with what breaks.
  static func rules(from old: String, to new: String) throws -> Set<String> {
    let comparison = Comparison(of: try edition(old), with: try edition(new))
    let changes = comparison.changes.filter { !$0.rule.hasPrefix("swift-") }
    return Set(changes.map { "\($0.rule): \($0.breakage.names.joined(separator: " "))" })
  }
}
