import Testing

@testable import apus

@Suite("apus.yaml")
struct SettingsFileTests {
  private let folder: TemporaryFolder
  private static let document = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths:
      /orders:
        get:
          operationId: listOrders
          tags: [orders]
          responses:
            '200':
              description: Them.
              content:
                application/json: {schema: {$ref: '#/components/schemas/Orders'}}
      /admin/users:
        get:
          operationId: listUsers
          tags: [admin]
          responses:
            '200':
              description: Them.
              content:
                application/json: {schema: {$ref: '#/components/schemas/User'}}
    components:
      schemas:
        Orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
        Order: {type: object, properties: {id: {type: string}}}
        User: {type: object, properties: {name: {type: string}}}
        Unused: {type: object, properties: {what: {type: string}}}
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("spec/shop.yaml", Self.document)
  }

  private func generate(_ more: String...) -> (code: ExitCode, told: String) {
    let recording = Recording()
    let code = Tool.run(
      ["generate", folder.path("spec/shop.yaml")] + more, console: recording.console)
    return (code, recording.errorOutput)
  }

  private var types: String { folder.read("Out/Types.swift") ?? "" }
  private var interface: String { folder.read("Out/API.swift") ?? "" }

  @Test func pathsAreRelativeToTheSettings() throws {
    try folder.write("spec/apus.yaml", "output: ../Out\nserver: hummingbird\n")
    #expect(generate().code == .success)
    #expect(types.contains("struct Order"))
    #expect(folder.read("Out/Hummingbird.swift") != nil)
  }

  @Test func aDocumentThatIsNotThereIsToldWhereItIsNamed() throws {
    try folder.write("lost.yaml", "strict: true\ndocument: nowhere.yaml\n")
    let result = Recording.run("generate", "--settings", folder.path("lost.yaml"))
    #expect(result.code == .unusableDocument)
    #expect(result.errorOutput.contains("lost.yaml:2:11: error: "))
  }

  @Test func anOverlayThatIsNotThereIsToldWhereItIsNamed() throws {
    try folder.write(
      "spec/apus.yaml", "output: ../Out\noverlay: [../spec/shop.yaml, nowhere.yaml]\n")
    let (code, told) = generate()
    #expect(code == .unusableDocument)
    #expect(told.contains("spec/apus.yaml:2:30: error: "), "\(told)")
  }

  @Test func theCommandLineCountsMore() throws {
    try folder.write("spec/apus.yaml", "output: ../Wrong\n")
    #expect(generate("--output", folder.path("Out")).code == .success)
    #expect(types.contains("struct Order"))
    #expect(folder.read("Wrong/Types.swift") == nil)
  }

  @Test func settingsCanBeNamed() throws {
    try folder.write("other.yaml", "output: Out\n")
    #expect(generate("--settings", folder.path("other.yaml")).code == .success)
    #expect(types.contains("struct Order"))
  }

  @Test func severalDocumentsHaveTheirOwnSettings() throws {
    try folder.write("spec/more.yaml", Self.document.replacing("Order", with: "Offer"))
    try folder.write(
      "spec/apus.yaml",
      """
      only: {tag: orders}
      documents:
        - {document: shop.yaml, output: ../Out}
        - {document: more.yaml, output: ../More}
      """)
    let recording = Recording()
    let settings = folder.path("spec/apus.yaml")
    #expect(Tool.run(["generate", "--settings", settings], console: recording.console) == .success)
    #expect(types.contains("struct Order") && !types.contains("struct User"))
    #expect(folder.read("More/Types.swift")?.contains("struct Offer") == true)
    // A document's name chooses its settings.
    #expect(
      Tool.run(["check", folder.path("spec/more.yaml")], console: recording.console) == .success)
  }

  @Test(
    "What is wrong is told at its place",
    arguments: [
      ("outptu: ../Out", "1:1: error: unknown setting 'outptu'; did you mean 'output'?"),
      ("strict: perhaps", "1:9: error: 'strict' is true or false"),
      ("server: [hummingbrid]", "1:10: error: unknown value for 'server' 'hummingbrid'"),
      ("output: [a, b]", "1:9: error: 'output' takes a path"),
      ("only: orders", "1:7: error: 'only' is a mapping"),
      (
        "only:\n  taag: orders", "2:9: error: unknown kind for 'only' 'taag'; did you mean 'tag'?"
      ),
      ("- output", "1:1: error: settings are a mapping"),
      ("documents: shop.yaml", "1:12: error: 'documents' is a list"),
    ])
  func faults(_ text: String, _ message: String) throws {
    try folder.write("spec/apus.yaml", text)
    let (code, told) = generate()
    #expect(code == .usage)
    #expect(told.contains("spec/apus.yaml:\(message)"), "\(told)")
  }

  @Test(
    "Parts are chosen by kind and name",
    arguments: [
      (["--only", "tag=orders"], ["Order", "Orders"], ["listOrders"]),
      (["--only", "path=/admin/*"], ["User"], ["listUsers"]),
      (["--only=operation=list*"], ["Order", "Orders", "User"], ["listOrders", "listUsers"]),
      (["--only", "schema=Unu*d"], ["Unused"], []),
      (["--except", "tag=admin"], ["Order", "Orders"], ["listOrders"]),
      (
        ["--except", "schema=Unused"], ["Order", "Orders", "User"], ["listOrders", "listUsers"]
      ),
      (
        ["--only", "tag=orders", "--only", "schema=User"], ["Order", "Orders", "User"],
        ["listOrders"]
      ),
    ])
  func choices(_ words: [String], _ schemas: [String], _ operations: [String]) throws {
    try folder.write("spec/apus.yaml", "output: ../Out")
    let recording = Recording()
    let all = ["generate", folder.path("spec/shop.yaml")] + words
    #expect(Tool.run(all, console: recording.console) == .success)
    for name in ["Order", "Orders", "User", "Unused"] {
      let isThere = types.contains("struct \(name):") || types.contains("typealias \(name) ")
      #expect(isThere == schemas.contains(name), "\(name)")
    }
    for name in ["listOrders", "listUsers"] {
      #expect(interface.contains("func \(name)(") == operations.contains(name), "\(name)")
    }
  }

  @Test func choicesThatFitNothingOrCantBeHadAreTold() throws {
    try folder.write("spec/apus.yaml", "output: ../Out")
    let (_, told) = generate("--only", "tag=oders", "--only", "tag=orders")
    #expect(told.contains("warning: no tag fits 'oders', which was chosen"))
    try folder.write("spec/apus.yaml", "output: ../Out\nonly:\n  tag: [orders, oders]\n")
    #expect(generate().told.contains("spec/apus.yaml:3:17: warning: no tag fits 'oders'"))
    try folder.write("spec/apus.yaml", "output: ../Out")
    let (_, kept) = generate("--except", "schema=Order")
    #expect(kept.contains("25:5: warning: the schema 'Order' is to be left out, but it stays"))
  }
}
