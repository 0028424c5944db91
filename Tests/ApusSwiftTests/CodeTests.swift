import Testing

@testable import ApusSwift

@Suite("A piece of code")
struct CodeTests {
  private func text(_ code: Code) -> String {
    String(decoding: Layout.text(of: code), as: UTF8.self)
  }

  @Test("indents what is put into it as the line that it stands in")
  func indentation() {
    let inner: Code = """
      first
        second
      """
    let outer: Code = """
      {
        \(inner)
      }
      """
    #expect(text(outer) == "{\n  first\n    second\n}\n")
  }

  @Test("takes the line along where nothing is put into it")
  func empty() {
    let outer: Code = """
      {
        \(Code.empty)
        rest
        \(Code.empty)
      }
      """
    #expect(text(outer) == "{\n  rest\n}\n")
  }

  @Test("keeps the spaces that it begins with where it is put into a line")
  func spaces() {
    let end: Code = " = nil"
    #expect(text("a\(end)") == "a = nil\n")
  }

  @Test("has a list on one line if that fits, with all that follows on the line")
  func lists() {
    let short = Code.list(["a", "b"])
    #expect(text("f\(short)") == "f(a, b)\n")
    let name = Code.string(String(repeating: "x", count: 80))
    #expect(text("f\(Code.list(["a", name]))") == "f(a, \(text(name).dropLast()))\n")
    let long = "f\(Code.list(["a", name])) and more behind it" as Code
    #expect(text(long) == "f(\n  a,\n  \(text(name).dropLast())\n) and more behind it\n")
  }

  @Test("breaks a line at a space where what follows does not fit, and a brace follows suit")
  func breaks() {
    let name = Code.word(String(repeating: "x", count: 60))
    let code: Code = "f()\(Code.space(indenting: 2))\(name)\(Code.space(indenting: 2))-> \(name)"
    let block: Code = "\(code)\(Code.space()){"
    let x = String(repeating: "x", count: 60)
    #expect(text(block) == "f() \(x)\n  -> \(x)\n{\n")
    #expect(text("f()\(Code.space(indenting: 2))-> Int\(Code.space()){") == "f() -> Int {\n")
  }

  @Test("breaks a literal that fits on no line, so that it means the same")
  func longLiterals() {
    let code: Code = "let x = \(Code.string(String(repeating: "a b ", count: 40)))"
    let lines = text(code).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= Layout.width })
    #expect(lines.first == #"let x = """"#)
    #expect(lines.last == #"  """"#)
    let content = lines.dropFirst().dropLast().map { line in
      line.dropFirst(2).hasSuffix("\\")
        ? String(line.dropFirst(2).dropLast()) : String(line.dropFirst(2))
    }
    #expect(content.joined() == String(repeating: "a b ", count: 40))
  }

  @Test(
    "parts long numbers in threes",
    arguments: [
      (0, "0"), (123456, "123456"), (1_234_567, "1_234_567"), (-12_345_678, "-12_345_678"),
      (Int.max, "9_223_372_036_854_775_807"),
    ])
  func numbers(value: Int, literal: String) {
    #expect(text(.integer(value)) == literal + "\n")
  }

  @Test(
    "has literals that mean their text, whatever is in it",
    arguments: [
      ("plain", #""plain""#),
      (#"say "hi""#, #""say \"hi\"""#),
      (#"\(inject)"#, #""\\(inject)""#),
      ("two\nlines\r\t", #""two\nlines\r\t""#),
      ("\u{202E}backwards\u{0}", #""\u{202E}backwards\u{0}""#),
      ("\u{2028}", #""\u{2028}""#),
      ("größe 👍", #""größe 👍""#),
    ])
  func literals(value: String, literal: String) {
    #expect(text(.string(value)) == literal + "\n")
  }

  @Test(
    "has documentation that stays a comment, whatever is in it",
    arguments: [
      ("one", ["/// one"]),
      ("\n\none\n\ntwo\n\n", ["/// one", "///", "/// two"]),
      ("a\r\nb\u{2028}c\u{85}d\u{B}e", ["/// a", "/// b", "/// c", "/// d", "/// e"]),
      ("*/ end \u{202E}x\u{1B}[31m", ["/// */ end x[31m"]),
      ("", []),
    ])
  func documentation(value: String, lines: [String]) {
    let code = Code.documentation(value)
    #expect(code.isEmpty == lines.isEmpty)
    #expect(text(code).split(separator: "\n").map(String.init) == lines)
  }

  @Test("wraps the prose of documentation, and leaves alone what is laid out")
  func wrapping() {
    let prose = Array(repeating: "word", count: 30).joined(separator: " ")
    let lines = text(.documentation("  - \(prose)\n\n```\n\(prose)\n```"))
      .split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("///   - word") == true)
    #expect(lines.dropFirst().first?.hasPrefix("///     word") == true)
    #expect(lines.contains("/// " + prose))
  }
}
