/// A source file of the runtime, made fit for being one of many in somebody else's module.
///
/// That the files are formatted in one way is what lets them be read line by line.
struct EmbeddedSource {
  /// The file's name, behind that of its module: a module can't have two files of one name, and
  /// generated ones are called `Client.swift`, too.
  let name: String
  /// What is in it.
  let text: String

  /// The modules that become one.
  static let modules = ["ApusCore", "ApusRuntime"]
  private static let modifiers: Set<Substring> = [
    "public", "internal", "private", "fileprivate", "final", "indirect", "@frozen",
  ]
  private static let declarations: Set<Substring> = [
    "struct", "enum", "class", "extension", "protocol", "func", "let", "var",
  ]

  /// - Parameters:
  ///   - name: The file's own name.
  ///   - module: The name of its module.
  ///   - source: What is in it there.
  init(_ name: String, of module: String, source: String) {
    self.name = "\(module)+\(name)"
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.filter { !Self.isImport($0) }.map { Self.isolated(Self.opened($0)) }
      .joined(separator: "\n")
  }

  /// Whether something is declared in it, rather than only imported.
  var isNeeded: Bool { text.contains("{") || text.contains("typealias") }

  /// Whether a line imports what is in the same module now.
  private static func isImport(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.dropLast().last == "import"
      && words.last.map { modules.contains(String($0)) } == true
  }

  /// A line without what only a package knows: its access level, and the names of its modules.
  private static func opened(_ line: Substring) -> Substring {
    let indentation = line.prefix { $0 == " " }
    var words = line.dropFirst(indentation.count).split(
      separator: " ", omittingEmptySubsequences: false)
    if let index = words.firstIndex(of: "package"),
      words[..<index].allSatisfy({ $0.hasPrefix("@") })
    {
      words.remove(at: index)
    }
    var text = words.joined(separator: " ")
    if !text.hasPrefix("//") {
      for module in modules { text = text.replacing("\(module).", with: "") }
    }
    return indentation + text
  }

  /// A line that is isolated to no actor, whatever the module's default is.
  private static func isolated(_ line: Substring) -> Substring {
    var words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard let index = words.firstIndex(where: { !modifiers.contains($0) }),
      declarations.contains(words[index])
    else { return line }
    words.insert("nonisolated", at: index)
    return Substring(words.joined(separator: " "))
  }

  /// The names of the types that stand at the top level.
  var types: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard
        let index = words.firstIndex(where: { !Self.modifiers.contains($0) && $0 != "nonisolated" }
        ),
        ["struct", "enum", "class", "protocol", "actor", "typealias"].contains(words[index]),
        !line.hasPrefix(" "), words.indices.contains(index + 1)
      else { return nil }
      return String(words[index + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }
}
