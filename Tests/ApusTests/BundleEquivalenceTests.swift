import Foundation
import Testing

@testable import apus

/// What `apus diff` says of documents and their bundles, which mean the same.
@Suite("A document and its bundle")
struct BundleEquivalenceTests {
  /// The documents that others of these tests use, and that can be used.
  private static let documents: [String] = {
    let goldens = GoldenCase.all.flatMap { golden in
      ["yaml", "json", "md"].map { "\(golden.folder)/document.\($0)" }
    }
    let others = [
      "spec/cancel-runs.yaml", "Tests/Changes/reports/new.yaml", "Tests/Changes/source/new.yaml",
      "Tests/Example/pizzeria.yaml", "Tests/Interop/engines.yaml",
    ]
    return (goldens + others.map { "\(Places.package)/\($0)" })
      .filter { FileManager.default.fileExists(atPath: $0) }
  }()

  @Test("do not differ", arguments: documents)
  func same(_ document: String) throws {
    let folder = try TemporaryFolder()
    let bundle = folder.path("bundle.yaml")
    let code = Recording.run("bundle", document, "--output", bundle, "--quiet").code
    // Some of the documents are there to be refused.
    guard code == .success else { return }
    let result = Recording.run("diff", document, bundle)
    #expect(result.output == "no differences\n", "\(result.output)")
    #expect(result.code == .success)
  }

  @Test("are found")
  func found() { #expect(Self.documents.count > 30) }
}
