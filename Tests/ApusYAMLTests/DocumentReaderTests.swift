import ApusSource
import ApusYAML
import Testing

@Suite struct DocumentReaderTests {
  private static let page = """
    # A page

    Some `code`.

    ```bash
    curl example.com
    ```

    ````yaml /openapi.json post /x
    openapi: 3.1.0
    info:
      description: |
        ```
        inner
        ```
    ````

    More.
    """

  @Test func aPagesBlockIsReadInPlace() throws {
    for name in ["page.md", "page.MARKDOWN", "page"] {
      let (node, diagnostics) = read(Self.page, name: name)
      #expect(diagnostics.isEmpty)
      #expect(node?["openapi"]?.string == "3.1.0")
      #expect(node?["info"]?["description"]?.string == "```\ninner\n```\n")
      #expect(node?["openapi"]?.span.start == SourceLocation(line: 10, column: 10))
    }
  }

  @Test(arguments: [
    "```yaml\nopenapi: 3.1.0\n```\n",
    "```yml title=x\n# comment\nopenapi: 3.1.0\n```",
    "~~~\nopenapi: '3.1.0'\n~~~\n",
    "text\n\n   ```\n   openapi: 3.1.0\n   ```\n",
    "```json\n{\"openapi\": \"3.1.0\"}\n```",
    "```\n{\n  \"openapi\": \"3.1.0\"\n}\n```",
    "````\r\nopenapi: 3.1.0\r\n````\r\n",
    "```yaml\nother: 1\n```\n```yaml\n---\nopenapi: 3.1.0\n```\n",
    "```yaml\nopenapi: 3.1.0\n",
  ])
  func oneBlockIsTheDocument(text: String) {
    let (node, diagnostics) = read(text, name: "page.md")
    #expect(!diagnostics.hasErrors)
    #expect(node?["openapi"]?.string == "3.1.0")
  }

  @Test(arguments: [
    ("# Page\n", "no fenced code block"),
    ("", "no fenced code block"),
    ("```bash\nopenapi\n```", "no fenced code block"),
    ("```yaml\nopenapi: 3.1.0\n```\n```yaml\nopenapi: 3.0.0\n```\n", "2 code blocks"),
    ("```json\n{\"a\": 1}\n```\n```yaml\nb: 1\n```\n", "2 code blocks"),
  ])
  func aPageWithoutOrWithSeveralIsRefused(text: String, message: String) {
    let (node, diagnostics) = read(text, name: "page.md")
    #expect(node == nil)
    #expect(diagnostics.all.map { $0.message.contains(message) } == [true])
  }

  @Test func faultsInAPageAreShownThere() throws {
    try Marked("# Page\n\n```yaml\nopenapi: 3.1.0\na: «*x»\n```\n").expect(
      "no anchor", name: "a.md")
    try Marked("```json\n{\"openapi\": «x»}\n```\n").expect("no JSON value", name: "a.md")
  }

  @Test(arguments: [
    ("a: 1", "a.yaml", Node.Kind.mapping), ("a: 1", "a.yml", .mapping), ("a: 1", "a", .mapping),
    ("{a: 1}", "a.yaml", .mapping), ("{\"a\": 1}", "a", .mapping), (" [1]", "a.txt", .sequence),
    ("# Title\nopenapi: 3.1.0\ninfo:\n  d: |\n    ```yaml\n    x: 1\n    ```\n", "-", .mapping),
    ("a: 1", "A.YAML", .mapping), ("[1]", "A.JSON", .sequence),
  ])
  func nameAndContentTellTheNotation(text: String, name: String, kind: Node.Kind) {
    let (node, diagnostics) = read(text, name: name)
    #expect(diagnostics.isEmpty)
    #expect(node?.kind == kind)
  }

  @Test func jsonNamesMeanJSON() {
    #expect(read("{a: 1}", name: "a.json").diagnostics.hasErrors)
    #expect(read("{\"a\": 1,}", name: "a").diagnostics.hasErrors)
  }
}
