import Foundation
import Testing

@testable import apus

@Suite("The runtime beside the generated code")
struct EmbeddedRuntimeTests {
  /// Names of the runtime's own types, those that generated code mentions and others.
  private static let document = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths:
      /orders:
        get:
          operationId: listOrders
          tags: [Orders]
          responses:
            '200':
              description: Them.
              content:
                application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}
    components:
      schemas:
        Order: {type: object, properties: {reference: {$ref: '#/components/schemas/Reference'}}}
        Reference: {type: object, properties: {id: {type: string, format: uuid}}}
        Pattern: {type: string, enum: [plain, striped]}
    """

  @Test("Its types are known")
  func types() throws {
    let runtime = try EmbeddedRuntime.shared.get()
    #expect(runtime.types.isSuperset(of: ["Schema", "JSON", "Router", "Reference"]))
    #expect(runtime.files.count > 100)
    #expect(Set(runtime.files.map(\.name)).count == runtime.files.count)
  }

  @Test(
    "It compiles without a package, in an application's module",
    .enabled(if: ChildProcess.exists("swiftc")))
  func compiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("shop.yaml", Self.document)
    let result = Recording.run(
      "generate", folder.path("shop.yaml"), "--output", folder.path("Out"), "--runtime", "embedded")
    #expect(result.code == .success)
    let files = try folder.files(below: "Out").map { folder.path("Out/\($0)") }
    #expect(files.count > 100)
    let options = ["-swift-version", "6", "-warnings-as-errors", "-parse-as-library"]
    let outcome = try await ChildProcess.run(
      "swiftc",
      ["-emit-library", "-o", folder.path("libShop.so"), "-module-name", "Shop"] + options
        + ["-default-isolation", "MainActor"] + files,
      in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorOutput.suffix(4_000))")
  }
}
