import Foundation
import Testing

@testable import apus

/// What shells offer, asked of the shells themselves.
@Suite("Completions")
struct CompletionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["shop.yaml", "shop page.md"] { try folder.write(name, "") }
    for shell in Shell.allCases {
      try folder.write("apus.\(shell)", shell.completions(of: CommandDescription.all))
    }
  }

  /// What is typed, and some of what may follow; nothing else may, if it says so.
  static let cases: [(typed: String, offered: [String], alone: Bool)] = [
    ("apus gen", ["generate"], true),
    ("apus ", ["generate", "check", "completions", "help"], false),
    ("apus help ch", ["check"], true),
    ("apus generate --outp", ["--output"], true),
    ("apus generate --strict --ver", ["--verbose"], true),
    ("apus check --server hum", ["hummingbird"], true),
    ("apus check --diagnostics ", ["text", "json", "github"], true),
    ("apus completions ", ["bash", "zsh", "fish"], true),
    ("apus generate sho", ["shop.yaml"], false),
    ("apus generate --overlay sho", ["shop.yaml"], false),
  ]

  @Test(
    "bash", .enabled(if: ChildProcess.exists("bash")), arguments: cases.indices)
  func bash(_ index: Int) async throws {
    let (typed, offered, alone) = Self.cases[index]
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let script = """
      source apus.bash
      COMP_WORDS=(\(words.map(Shell.quoted).joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      _apus
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try await expect(offered, alone: alone, of: run("bash", ["--norc", "-c", script]))
  }

  @Test("bash takes an option and its value in one word", .enabled(if: ChildProcess.exists("bash")))
  func bashWithEqualsSign() async throws {
    let script = """
      source apus.bash
      COMP_WORDS=(apus generate --diagnostics '=' j)
      COMP_CWORD=4
      _apus
      printf '%s\\n' "${COMPREPLY[@]}"
      COMP_WORDS=(apus generate --diagnostics '=')
      COMP_CWORD=3
      _apus
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let told = try await run("bash", ["--norc", "-c", script])
    #expect(told == ["json", "text", "json", "github"])
  }

  @Test(
    "fish", .enabled(if: ChildProcess.exists("fish")), arguments: cases.indices)
  func fish(_ index: Int) async throws {
    let (typed, offered, alone) = Self.cases[index]
    let script = "source apus.fish; complete -C \(Shell.quoted(typed))"
    let lines = try await run("fish", ["--no-config", "-c", script])
    let words = lines.map { String($0.split(separator: "\t").first ?? "") }
    expect(offered, alone: alone, of: words)
  }

  @Test(
    "zsh", .enabled(if: ChildProcess.exists("zsh")), arguments: cases.indices)
  func zsh(_ index: Int) async throws {
    let (typed, offered, alone) = Self.cases[index]
    // Only a shell at a terminal completes, so that one runs inside another; what would be listed
    // is printed instead. That it is over is said by the key itself, not by what is typed after it,
    // which the completion would see.
    let script = """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PROMPT=; autoload -U compinit; compinit -u -D; source apus.zsh; stty columns 200'
      zpty -w shell 'compadd() { builtin compadd -O found "$@"; print -rl -- "${(@)found/#/found:}"; \
      builtin compadd "$@" }'
      zpty -w shell 'tell() { zle expand-or-complete; print -- is-over- }; zle -N tell; \
      bindkey "^I" tell'
      zpty -w shell 'ready=yes; print -- is-$ready'
      while zpty -r shell line; do [[ $line == *is-yes* ]] && break; done
      zpty -n -w shell \(Shell.quoted(typed))$'\\t'
      while zpty -r shell line; do
        print -r -- ${line%$'\\r\\n'}
        [[ $line == *is-over-* ]] && break
      done
      """
    let lines = try await run("zsh", ["-f", "-c", script])
    let words = Set(
      lines.flatMap { line in
        line.components(separatedBy: "found:").dropFirst().map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
      })
    expect(offered, alone: alone, of: Array(words))
  }

  private func run(_ shell: String, _ arguments: [String]) async throws -> [String] {
    let outcome = try await ChildProcess.run(
      shell, arguments, in: folder.path, environment: ["TERM": "dumb", "HOME": folder.path])
    #expect(outcome.errorOutput.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private func expect(_ offered: [String], alone: Bool, of words: [String]) {
    for word in offered { #expect(words.contains(word), "\(words)") }
    if alone { #expect(words.count == offered.count, "\(words)") }
  }
}
