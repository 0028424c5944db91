import Testing

@testable import apus

@Suite("Unified differences")
struct UnifiedDiffTests {
  /// Pairs of texts, each a way in which a diff can go wrong.
  static let pairs: [(old: String, new: String)] = [
    ("a\n", "b\n"),
    ("", "a\nb\n"),
    ("a\nb\n", ""),
    ("a", "a\n"),
    ("a\n", "a"),
    ("a", "b"),
    ("a\nb", "a\nb\nc"),
    ("a\nb\n", "a\nb\nc"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n", "one\n2\n3\n4\n5\n6\n7\neight\n"),
    ("\n\n\n\n", "\n\n"),
    ("a\r\nb\r\n", "a\nb\n"),
    ("- a\n+ b\n@@ x\n", "- a\n@@ x\n--- c\n"),
    ("é\n", "e\u{301}\n"),
    ("}\n}\n}\n", "}\n}\n}\n}\n"),
  ]

  private func diff(_ old: String, _ new: String, path: String = "f") -> String {
    String(
      decoding: UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), path: path),
      as: UTF8.self
    )
  }

  @Test(arguments: pairs)
  func appliesBothWays(_ old: String, _ new: String) throws {
    #expect(Array(try Patch.apply(diff(old, new), to: old).utf8) == Array(new.utf8))
    #expect(Array(try Patch.apply(diff(new, old), to: new).utf8) == Array(old.utf8))
  }

  @Test(
    "Other programs apply it",
    .enabled(if: ChildProcess.exists("patch") && ChildProcess.exists("git")), arguments: pairs)
  func appliesElsewhere(_ old: String, _ new: String) async throws {
    for command in [["patch", "-p0", "-i", "d"], ["git", "apply", "-p0", "d"]] {
      let folder = try TemporaryFolder()
      let name = "Generated/a file.swift"
      try folder.write(name, old)
      try folder.write("d", diff(old, new, path: name))
      let result = try await ChildProcess.run(
        command[0], Array(command[1...]), in: folder.path,
        environment: ["GIT_CEILING_DIRECTORIES": folder.path]
      )
      #expect(result.code == 0, "\(command): \(result.output)\(result.errorOutput)")
      // Both remove a file that becomes empty, as it is the same to them.
      #expect(Array((folder.read(name) ?? "").utf8) == Array(new.utf8), "\(command)")
    }
  }

  @Test("Files come and go", .enabled(if: ChildProcess.exists("patch")))
  func filesComeAndGo() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Generated/old.swift", "a\nb\n")
    let bytes = Array("a\nb\n".utf8)
    let text =
      UnifiedDiff.text(from: bytes, to: nil, path: "Generated/old.swift")
      + UnifiedDiff.text(from: nil, to: bytes, path: "Generated/new.swift")
    try folder.write("d", String(decoding: text, as: UTF8.self))
    let result = try await ChildProcess.run("patch", ["-p0", "-i", "d"], in: folder.path)
    #expect(result.code == 0, "\(result.output)")
    #expect(try folder.files(below: "Generated") == ["new.swift"])
    #expect(folder.read("Generated/new.swift") == "a\nb\n")
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(diff("a\n", "a\n").isEmpty)
    #expect(UnifiedDiff.text(from: nil, to: nil, path: "f").isEmpty)
  }

  @Test func looksAsPeopleKnowIt() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9", path: "G/T.swift") == """
        --- G/T.swift
        +++ G/T.swift
        @@ -2,8 +2,8 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        -9
        +9
        \\ No newline at end of file

        """
    )
    let added = UnifiedDiff.text(from: nil, to: Array("a\n".utf8), path: "f")
    #expect(String(decoding: added, as: UTF8.self) == "--- /dev/null\n+++ f\n@@ -0,0 +1 @@\n+a\n")
    let removed = UnifiedDiff.text(from: Array("a\n".utf8), to: nil, path: "f")
    #expect(String(decoding: removed, as: UTF8.self) == "--- f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func surroundingsThatTouchAreOneHunk() {
    let lines = (1...20).map { "\($0)\n" }
    for gap in 1...10 {
      var changed = lines
      changed[4] = "x\n"
      changed[4 + gap + 1] = "y\n"
      let text = diff(lines.joined(), changed.joined())
      let hunks = text.split(separator: "\n").count { $0.hasPrefix("@@") }
      #expect(hunks == (gap <= 6 ? 1 : 2), "\(gap)")
    }
  }
}
