import Foundation
import Testing

@testable import ApusSwift

/// A type of a document hides others of its name from generated code.
@Suite("Names that generated code needs itself")
struct ReservedNameTests {
  /// The names of types in code, outside of comments and literals and not behind a dot, but for those
  /// that the code declares.
  private static func mentions(in code: String) -> Set<String> {
    let plain = code.replacing(/(?m)^ *\/\/[^\n]*/, with: "").replacing(/(?s)""".*?"""/, with: "")
      .replacing(/"(?:\\.|[^"\\\n])*"/, with: "")
    let declaration = /(?:class|struct|enum|protocol|typealias|associatedtype) `?(\w+)|<(\w+)[:>]/
    let declared = plain.matches(of: declaration).compactMap { $0.1 ?? $0.2 }
    let mentioned = plain.matches(of: /(?:^|[^\w.`])([A-Z]\w*)/).map(\.1)
    return Set(mentioned.map(String.init)).subtracting(declared.map(String.init))
  }

  /// All cases but those whose texts look like code.
  private static let cases = GoldenCase.all.filter { !$0.name.hasPrefix("hostile-") }

  private static let reserved = ReservedNames.types.union(ReservedNames.adapterTypes)
    .union(ReservedNames.modules).union(["Any", "Self"])

  @Test("No type of a document has the name of a type that generated code means", arguments: cases)
  func mentions(_ golden: GoldenCase) throws {
    let files = try golden.produced().filter { $0.key.hasSuffix(".swift") }
    let code = files.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    #expect(Self.mentions(in: code).subtracting(Self.reserved).sorted() == [])
  }
}
