/// The tally of a run: named cases, which print as they pass or fail.
@MainActor
final class Cases {
  private(set) var passed = 0
  private(set) var failed = 0

  /// Runs one case: it fails by throwing, and the run goes on. The value is what it made.
  @discardableResult
  func run<Made>(_ name: String, _ body: () async throws -> Made) async -> Made? {
    do {
      let made = try await body()
      passed += 1
      print("  pass  \(name)")
      return made
    } catch {
      failed += 1
      print("  FAIL  \(name)\n        \(error)")
      return nil
    }
  }
}

/// What was not as it should be.
struct Unexpected: Error, CustomStringConvertible {
  let description: String
}

func equal<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws {
  if found != expected {
    throw Unexpected(description: "\(what): expected \(expected), found \(found)")
  }
}

/// The value, which must be there.
func present<Value>(_ value: Value?, _ what: String) throws -> Value {
  guard let value else { throw Unexpected(description: "\(what): missing") }
  return value
}
