import ApusOpenAPI
import ApusSource
import ApusYAML
import Testing

/// No document stops the process, whatever is wrong with it.
@Suite struct TotalityTests {
  private static let head = "openapi: 3.1.0\ninfo: {title: Runs, version: 1.0.0}\n"

  private static let text =
    head + """
      paths:
        /runs/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          post:
            callbacks: {done: {'{$url}': {post: {responses: {'200': {description: Done}}}}}}
            requestBody: {content: {text/plain: {encoding: {a: {headers: {B: {schema: {}}}}}}}}
            responses: {'200': {$ref: '#/components/responses/Done'}}
            security: [{key: [a]}]
      components:
        responses: {Done: {description: Done, links: {next: {operationId: next}}}}
        schemas: {Tree: {items: {$ref: '#/components/schemas/Tree'}, oneOf: [true, false]}}
        securitySchemes: {key: {type: oauth2, flows: {implicit: {scopes: {a: All}}}}}
      """

  private func read(_ bytes: some Sequence<UInt8>) -> Diagnostics {
    let file = SourceFile(name: "api.yaml", bytes: Array(bytes))
    var diagnostics = Diagnostics()
    let node = DocumentReader.read(file, diagnostics: &diagnostics)
    let document = node.flatMap { Document.read($0, diagnostics: &diagnostics) }
    _ = document?.outlines
    return diagnostics
  }

  @Test func truncatedDocuments() {
    let bytes = Array(Self.text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 3) { _ = read(bytes.prefix(length)) }
  }

  @Test(arguments: [
    Self.text,
    Self.head + """
      components:
        schemas:
          A: {type: [a, null], nullable: true, properties: {a: {$ref: '#/components/schemas/B'}}}
          B: {oneOf: {$ref: '#/components/schemas/A/x'}, minimum: 1, exclusiveMinimum: true}
      """,
  ])
  func nothingIsLeftOfADocumentThatNobodyHolds(text: String) {
    weak var file: SourceFile?
    do {
      let made = SourceFile(name: "api.yaml", bytes: Array(text.utf8))
      file = made
      var diagnostics = Diagnostics()
      let node = DocumentReader.read(made, diagnostics: &diagnostics)
      let document = node.flatMap { Document.read($0, diagnostics: &diagnostics) }
      #expect(document?.outlines != nil)
    }
    #expect(file == nil)
  }

  /// Each value of the document in turn is replaced by one of each kind.
  @Test(arguments: ["null", "0", "true", "text", "[]", "{}", "[{}]", "{a: {}}", "{$ref: '#'}"])
  func valuesOfOtherKinds(replacement: String) {
    let text = Self.text
    for index in text.indices where text[index] == ":" || text[index] == "[" {
      let start = text.index(after: index)
      let end = text[start...].firstIndex { ",]}\n".contains($0) } ?? text.endIndex
      _ = read((text[..<start] + " " + replacement + text[end...]).utf8)
    }
  }

  @Test func longChainsOfReferences() {
    let links = (0..<10_000).map { "    R\($0): {$ref: '#/components/responses/R\($0 + 1)'}\n" }
    let text =
      Self.head + "components:\n  responses:\n" + links.joined()
      + "    R10000: {description: Done}\n"
    #expect(read(text.utf8).isEmpty)
  }

  @Test func deeplyNestedPathItems() {
    let items = (0..<100).map { number in
      "    P\(number): {get: {callbacks: {c: {u: {$ref: '#/components/pathItems/P\(number + 1)'}}},"
        + " responses: {'200': {description: Done}}}}\n"
    }
    let text = Self.head + "components:\n  pathItems:\n" + items.joined() + "    P100: {}\n"
    let messages = Set(read(text.utf8).all.map(\.message))
    #expect(messages.contains("nested too deeply to be read"))
  }

  @Test func referencesThatMultiply() {
    let items = (0..<20).map { number in
      let links = (0..<6).map { "c\($0): {$ref: '#/components/pathItems/P\(number + 1)'}" }
      return "    P\(number): {get: {callbacks: {c: {\(links.joined(separator: ", "))}},"
        + " responses: {'200': {description: Done}}}}\n"
    }
    let text = Self.head + "components:\n  pathItems:\n" + items.joined() + "    P20: {}\n"
    let messages = read(text.utf8).all.map(\.message)
    #expect(messages.contains("references make more of this document than can be read"))
  }

  @Test func headersThatMultiply() {
    let headers = (0..<200).map { number in
      let reference = "{$ref: '#/components/headers/H\(number + 1)'}"
      let encoding = "{encoding: {p: {headers: {A: \(reference), B: \(reference)}}}}"
      return "    H\(number): {content: {multipart/form-data: \(encoding)}}\n"
    }
    let text =
      Self.head + "components:\n  headers:\n" + headers.reversed().joined()
      + "    H200: {schema: {}}\n"
    let messages = Set(read(text.utf8).all.map(\.message))
    #expect(messages.isSubset(of: ["nested too deeply to be read"]))
  }
}
