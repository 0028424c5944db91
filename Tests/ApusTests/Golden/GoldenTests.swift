import Foundation
import Testing

@testable import apus

/// `UPDATE_GOLDENS=1 swift test` writes what is made now in place of what was expected, and fails
/// where that is a change, so that somebody looks at it.
@Suite("Golden files")
struct GoldenTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  @Test func thereAreCases() {
    #expect(!GoldenCase.all.isEmpty)
  }

  @Test(arguments: GoldenCase.all)
  func isAsExpected(_ golden: GoldenCase) throws {
    let produced = try golden.produced()
    let expected = try golden.expected()
    for path in Set(produced.keys).union(expected.keys).sorted() {
      let difference = UnifiedDiff.text(
        from: expected[path], to: produced[path], path: "Tests/Golden/\(golden.name)/\(path)"
      )
      let isEqual = expected[path] == produced[path]
      #expect(isEqual, "\n\(String(decoding: difference, as: UTF8.self))")
    }
    if Self.isUpdating { try golden.update(to: produced) }
  }

  @Test(arguments: GoldenCase.all)
  func isTheSameOnEveryRun(_ golden: GoldenCase) throws {
    #expect(try golden.produced() == golden.produced())
  }

  @Test("Imports a module in one way a file, or the compiler warns", arguments: GoldenCase.all)
  func imports(_ golden: GoldenCase) throws {
    for (path, bytes) in try golden.produced() where path.hasSuffix(".swift") {
      let text = String(decoding: bytes, as: UTF8.self)
      let imports = text.matches(of: /(?m)^(public )?import (?:struct )?(\w+)/)
      for (module, all) in Dictionary(grouping: imports, by: \.2) {
        #expect(Set(all.map { $0.1 != nil }).count == 1, "\(module) in \(path)")
      }
    }
  }

  @Test(
    "Compiles in Swift 6 mode without a warning",
    .enabled(if: TypeCheck.isPossible, TypeCheck.reason),
    .disabled(if: isUpdating, "the files are being written"),
    arguments: GoldenCase.all, TypeCheck.isolations)
  func compiles(_ golden: GoldenCase, isolation: [String]) async throws {
    let complaints = try await TypeCheck.complaints(golden.swiftFiles(), isolation: isolation)
    #expect(complaints.isEmpty, "\(complaints)")
  }
}
