import Testing

/// What the compiler says of servers for `Tests/Golden/security`.
@Suite("A service that needs credentials", .enabled(if: TypeCheck.isPossible, TypeCheck.reason))
struct UnguardedServiceTests {
  private func complaints(serving line: String) async throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      "Books.swift",
      """
      import ApusRuntime

      struct Books: BooksAPI {
        func listBooks() async throws(ListBooks.Failure) -> [String] { [] }
        func addBook(_ body: String) async throws(AddBook.Failure) {}
      }

      func serve(with porter: some Authenticator<Int>) {
        var router = Router()
        \(line)
      }

      """)
    let golden = GoldenCase(name: "security")
    return try await TypeCheck.complaints(
      golden.swiftFiles() + [folder.path("Books.swift")], isolation: [])
  }

  @Test("is served with an authenticator")
  func guarded() async throws {
    let line = "router.serve(authenticatedBy: porter) { (user: Int) in Books() }"
    #expect(try await complaints(serving: line).isEmpty)
  }

  @Test(
    "is not served without one", arguments: ["router.serve(Books())", "router.serve(Books.init)"])
  func unguarded(_ line: String) async throws {
    #expect(try await complaints(serving: line).contains("Books.swift:10:"))
  }
}
