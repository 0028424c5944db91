import ApusSource

/// Texts that no document is, each a megabyte: none may take longer for its length than a document.
enum BadInput {
  static let size = 1_000_000

  static let files: [SourceFile] = [
    run("[", "yaml"), run("[", "json"), run("{\"a\":", "json"), run("{a: ", "yaml"),
    run("- ", "yaml"), run("? ", "yaml"), run("a: ", "yaml"),
    run("- - -\n", "yaml"), run("&a *a\n", "yaml"), run("- &a *a\n", "yaml"),
    file("- &a a", run: "\n- *a", "yaml"),
    file("", run: "a: 1\n", "yaml"), file("{\"a\":1", run: ",\"a\":1", "json"),
    file("", run: "k", end: ": 1", "yaml"), file("{\"", run: "k", end: "\":1}", "json"),
    file("a: ", run: "x ", "yaml"), file("a: \"", run: "x", end: "\"", "yaml"),
    file("a: |\n", run: " x\n", "yaml"), file("a: '", run: "x\n  ", "yaml"),
    file("", run: "a:\n b\n", "yaml"), file("", run: "a: b: c\n", "yaml"),
    file("", run: "a: [\n", "yaml"), file("", run: "a: \"\n", "yaml"),
    file("", run: "a: @\n", "yaml"), file("", run: "\t\n", "yaml"), file("", run: "#\n", "yaml"),
    file("a:", run: "\n\n", "yaml"),
  ]

  private static func run(_ unit: String, _ ending: String) -> SourceFile {
    file("", run: unit, ending)
  }

  private static func file(
    _ start: String, run unit: String, end: String = "", _ ending: String
  ) -> SourceFile {
    let text = start + String(repeating: unit, count: size / unit.utf8.count) + end
    let shown = "\(start)(\(unit))…\(end)".debugDescription.replacing("/", with: "")
    return SourceFile(name: "\(shown.dropFirst().dropLast()).\(ending)", bytes: Array(text.utf8))
  }
}
