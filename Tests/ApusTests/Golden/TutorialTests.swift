import Foundation
import Testing

@testable import apus

/// The code that the runtime's tutorial shows.
@Suite("The tutorial")
struct TutorialTests {
  private static let resources = "\(Places.package)/Sources/ApusRuntime/ApusRuntime.docc/Resources"

  /// What of Hummingbird the tutorial uses, and the adapter that the tool writes for it. That both
  /// are like that, the peer tests show.
  private static let hummingbird = """
    struct HummingbirdResponder {
      init(_ router: ApusRuntime.Router) {}
    }
    struct Application {
      struct Configuration {
        enum Address { case hostname(String, port: Int) }
        init(address: Address) {}
      }
      init(responder: HummingbirdResponder, configuration: Configuration) {}
      func runService() async throws {}
    }
    """

  /// The text of one of its files.
  private static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(resources)/\(name)", encoding: .utf8)
  }

  @Test(
    "has code that compiles", .enabled(if: TypeCheck.isPossible, TypeCheck.reason),
    arguments: [
      ["Runs.swift"], ["Runs-failing.swift"], ["Caller.swift"],
      ["Runs-failing.swift", "Server.swift"],
      ["Runs-failing.swift", "ServerTests.swift"],
    ])
  func compiles(_ names: [String]) async throws {
    let folder = try TemporaryFolder()
    for name in names {
      var text = try Self.text(name)
      // The module that is tested is here the one that tests.
      text = text.replacing("@testable import Server\n", with: "")
      text = text.replacing("import Hummingbird\n", with: "")
      if name == "Server.swift" { text += Self.hummingbird }
      try folder.write(name, text)
    }
    let complaints = try await TypeCheck.complaints(names.map(folder.path), isolation: [])
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test("shows this package's document, and settings that the tool takes")
  func document() throws {
    let document = try Self.text("openapi.yaml")
    #expect(
      try document
        == String(contentsOfFile: "\(Places.package)/spec/cancel-runs.yaml", encoding: .utf8))
    let folder = try TemporaryFolder()
    for name in ["openapi.yaml", "apus.yaml"] { try folder.write(name, try Self.text(name)) }
    let result = Recording.run(
      "generate", folder.path("openapi.yaml"), "--output", folder.path("Out"))
    #expect(result.code == .success, "\(result.errorOutput)")
    #expect(try folder.files(below: "Out").contains("Hummingbird.swift"))
  }

  @Test("shows a manifest", .enabled(if: ChildProcess.exists("swift")))
  func manifest() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Package.swift", try Self.text("Package.swift"))
    let result = try await ChildProcess.run(
      "swift", ["package", "dump-package"], in: folder.path)
    #expect(result.code == 0, "\(result.errorOutput)")
    for target in ["CancelRuns", "Server", "Caller", "ServerTests"] {
      #expect(result.output.contains("\"name\" : \"\(target)\""))
    }
  }

  @Test("has a resource for each file that it shows, and shows each")
  func resources() throws {
    let tutorial = try String(
      contentsOfFile: "\(Self.resources)/../CancelRuns.tutorial", encoding: .utf8)
    let shown = tutorial.matches(of: /file: "([^"]+)"/).map { String($0.1) }
    let there = try Files.paths(below: Self.resources).filter { !$0.hasSuffix(".svg") }
    #expect(Set(shown) == Set(there))
  }
}
