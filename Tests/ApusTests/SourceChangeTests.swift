import ApusChanges
import Foundation
import Testing

@testable import apus

/// `Tests/Changes/source` has two documents, and programs that use what is generated for the old
/// one. A program is named by the rule that tells why the code for the new one breaks it, or
/// `harmless-…` if nothing does.
@Suite("What diff says of Swift source")
struct SourceChangeTests {
  private static let folder = "\(Places.package)/Tests/Changes/source"

  private static let programs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/Programs")) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted()
  }()

  /// The rule that a program is named by, if it is named by one.
  private static func rule(of program: String) -> SourceRule? {
    let fitting = SourceRule.allCases.filter { program.hasPrefix($0.rawValue) }
    return fitting.max { $0.rawValue.count < $1.rawValue.count }
  }

  /// The programs that don't compile with the code for a document.
  private static func broken(by document: String) async throws -> Set<String> {
    let output = try TemporaryFolder()
    let result = Recording.run("generate", "\(folder)/\(document)", "--output", output.path)
    #expect(result.code == .success, "\(result.errorOutput)")
    let files =
      try output.files().map { output.path($0) } + programs.map { "\(folder)/Programs/\($0)" }
    let complaints = try await TypeCheck.complaints(files, isolation: ["-wmo"])
    return Set(programs.filter { complaints.contains("/Programs/\($0):") })
  }

  @Test("has a program for each rule by which source breaks")
  func coverage() {
    let covered = Set(Self.programs.compactMap(Self.rule))
    for rule in SourceRule.allCases where rule.breaksSource {
      #expect(covered.contains(rule), "no program is named '\(rule.rawValue)'")
    }
    for program in Self.programs where !program.hasPrefix("harmless-") {
      #expect(Self.rule(of: program)?.breaksSource ?? false, "\(program)")
    }
  }

  @Test("tells by each of these rules what has changed")
  func told() {
    let result = Recording.run("diff", "\(Self.folder)/old.yaml", "\(Self.folder)/new.yaml")
    for rule in Set(Self.programs.compactMap(Self.rule)) {
      #expect(result.output.contains("[\(rule.rawValue)]"))
    }
  }

  @Test(
    "is what the compiler says", .enabled(if: TypeCheck.isPossible, TypeCheck.reason))
  func compiler() async throws {
    #expect(try await Self.broken(by: "old.yaml").isEmpty)
    let expected = Set(Self.programs.filter { !$0.hasPrefix("harmless-") })
    #expect(try await Self.broken(by: "new.yaml") == expected)
  }
}
