/// Reads the declarations of generated files: as the compiler sees them, whatever made them.
struct DeclarationReader {
  /// A declaration and who can mention it.
  private struct Found {
    var declaration: SwiftDeclaration
    var access: String
  }

  private var lexer: SwiftLexer
  private let renaming: (SwiftLexer.Token, _ previous: String) -> String
  private var previous = ""
  private var found: [Found] = []

  /// The declarations in some files that their users can mention.
  ///
  /// - Parameter renaming: What stands for a word, given the one before it.
  static func declarations(
    in files: [[UInt8]],
    renaming: @escaping (SwiftLexer.Token, _ previous: String) -> String = { token, _ in token.text
    }
  ) -> [SwiftDeclaration] {
    let all = files.flatMap { file -> [Found] in
      var reader = DeclarationReader(lexer: SwiftLexer(file), renaming: renaming)
      reader.readMembers(of: "", .file)
      return reader.found
    }
    // What is generated for other modules to use says so; else all of it is for its own.
    let visible =
      ["public", "package"].first { access in all.contains { $0.access == access } } ?? ""
    return all.filter { $0.access == visible }.map(\.declaration)
  }

  private init(
    lexer: SwiftLexer, renaming: @escaping (SwiftLexer.Token, String) -> String
  ) {
    self.lexer = lexer
    self.renaming = renaming
  }

  /// What members are read from.
  private enum Scope {
    case file, type, enumeration
    /// A protocol's declaration, whose requirements can be mentioned where it can.
    case requirements(access: String)
  }

  /// What stands before a declaration's keyword.
  private struct Modifiers {
    var access = ""
    var isStatic = false
    var isDeprecated = false
  }

  /// The next token, with names as they are to be compared.
  private mutating func next() -> SwiftLexer.Token? {
    guard var token = lexer.next() else { return nil }
    let text = renaming(token, previous)
    previous = token.text
    token.text = text
    return token
  }

  /// Reads declarations up to the brace that closes their scope, or the end.
  private mutating func readMembers(of container: String, _ scope: Scope) {
    var modifiers = Modifiers()
    while let token = next() {
      switch token.text {
      case "}": return
      case "@": readAttribute(&modifiers)
      case "public", "package", "private", "fileprivate", "internal", "open":
        modifiers.access = token.text
        if lexer.peek()?.text == "(" { _ = tokens(until: ")") }
      case "static": modifiers.isStatic = true
      case "struct", "enum", "class", "actor", "protocol":
        readType(token.text, in: container, modifiers)
        modifiers = Modifiers()
      case "extension":
        let head = tokens(until: "{")
        let name = Self.text(Array(head.prefix { $0 != ":" && $0 != "where" }))
        readMembers(of: name, .type)
        modifiers = Modifiers()
      case "func", "init", "var", "let", "case", "typealias":
        readMember(token.text, of: container, scope, modifiers)
        modifiers = Modifiers()
      case "import":
        _ = statement()
        modifiers = Modifiers()
      default: continue
      }
    }
  }

  private mutating func readAttribute(_ modifiers: inout Modifiers) {
    let name = next()?.text
    guard let following = lexer.peek(), following.text == "(", !following.startsLine else { return }
    let arguments = tokens(until: ")")
    if name == "available", arguments.contains("deprecated") { modifiers.isDeprecated = true }
  }

  private mutating func readType(_ keyword: String, in container: String, _ modifiers: Modifiers) {
    let name = next()?.text ?? ""
    let conformances = tokens(until: "{").filter { $0 != ":" && $0 != "," && $0 != "{" }
    let declaration = SwiftDeclaration(
      container: container, name: name, kind: .type(keyword, conformances: conformances),
      isDeprecated: modifiers.isDeprecated)
    found.append(Found(declaration: declaration, access: modifiers.access))
    let scope: Scope =
      switch keyword {
      case "protocol": .requirements(access: modifiers.access)
      case "enum": .enumeration
      default: .type
      }
    // The cases of an enumeration can be mentioned wherever it can.
    let start = found.count
    readMembers(of: declaration.qualifiedName, scope)
    for index in start..<found.count {
      guard case .enumerationCase = found[index].declaration.kind,
        found[index].declaration.container == declaration.qualifiedName
      else { continue }
      found[index].access = modifiers.access
    }
  }

  private mutating func readMember(
    _ keyword: String, of container: String, _ scope: Scope, _ modifiers: Modifiers
  ) {
    let words = statement()
    var access = modifiers.access
    var isRequirement = false
    if case .requirements(let outer) = scope {
      access = outer
      isRequirement = true
    }
    let members: [(name: String, kind: SwiftDeclaration.Kind)] =
      switch keyword {
      case "func": [Self.function(named: words.head.first ?? "", words.head.dropFirst())]
      case "init": [Self.function(named: "init", words.head[...])]
      case "case": Self.cases(words.head)
      case "typealias":
        [(words.head.first ?? "", .alias(Self.text(Array(words.head.dropFirst(2)))))]
      default: [Self.property(words.head, isLet: keyword == "let", words.body)]
      }
    for member in members {
      found.append(
        Found(
          declaration: SwiftDeclaration(
            container: container, name: member.name, kind: member.kind,
            isStatic: modifiers.isStatic, isDeprecated: modifiers.isDeprecated,
            isRequirement: isRequirement),
          access: access))
    }
  }
}

// Words.
extension DeclarationReader {
  /// The words up to one that closes what the first one opens or, where that is a brace, starts a body.
  private mutating func tokens(until end: String) -> [String] {
    var words: [String] = []
    var depth = 0
    while let token = next() {
      if token.text == end, end == "{" || depth == 1 { return words }
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      words.append(token.text)
    }
    return words
  }

  /// The words of a declaration, and those in the braces behind it if they say how a property is
  /// reached.
  private mutating func statement() -> (head: [String], body: [String]?) {
    var words: [String] = []
    var depth = 0
    while let following = lexer.peek() {
      if depth == 0 {
        if following.text == "}" { return (words, nil) }
        if following.startsLine, !words.isEmpty, !continues(words.last, with: following.text) {
          return (words, nil)
        }
        if following.text == "{" {
          _ = next()
          var body: [String] = []
          var copy = lexer
          while let word = copy.next()?.text, word != "}", body.count < 4 { body.append(word) }
          lexer.skipBody()
          return (words, body)
        }
      }
      guard let token = next() else { break }
      if token.text == "(" || token.text == "[" { depth += 1 }
      if token.text == ")" || token.text == "]" { depth -= 1 }
      words.append(token.text)
    }
    return (words, nil)
  }

  /// Whether a line goes on the declaration of the line before.
  private func continues(_ last: String?, with next: String) -> Bool {
    last.map(Self.openings.contains) ?? false || Self.continuations.contains(next)
  }

  /// What can't be the end of a declaration.
  private static let openings: Set<String> = [":", "=", ",", "->", "&", "."]

  /// What can't be the start of one.
  private static let continuations: Set<String> = [
    "async", "throws", "->", "where", "=", ":", ".", "&", "?", ",", "{",
  ]

  /// Words as one text, the same however they are laid out.
  private static func text(_ words: [String]) -> String {
    var text = ""
    var last = ""
    for word in words {
      let isApart =
        (isWord(last) && isWord(word)) || last == "," || last == ":" || word == "->"
        || last == "->"
      if isApart { text += " " }
      text += word
      last = word
    }
    return text
  }

  private static func isWord(_ text: String) -> Bool {
    text.utf8.first.map { SwiftLexer.isWord($0) || $0 == UInt8(ascii: "`") } ?? false
  }
}

// Declarations.
extension DeclarationReader {
  private static func property(
    _ words: [String], isLet: Bool, _ body: [String]?
  ) -> (name: String, kind: SwiftDeclaration.Kind) {
    // What is told by its value alone has no type that one could mention.
    let rest = words.dropFirst().first == ":" ? words.dropFirst(2) : []
    let type = text(Array(rest.prefix { $0 != "=" }))
    let isSettable = !isLet && (body.map { $0.contains("set") } ?? true)
    return (words.first ?? "", .property(type, isSettable: isSettable))
  }

  private static func cases(
    _ words: [String]
  ) -> [(name: String, kind: SwiftDeclaration.Kind)] {
    parts(of: words[...]).map { part in
      (part.first ?? "", .enumerationCase(text(part.dropFirst().prefix { $0 != "=" })))
    }
  }

  private static func function(
    named name: String, _ words: ArraySlice<String>
  ) -> (name: String, kind: SwiftDeclaration.Kind) {
    guard let open = words.firstIndex(of: "(") else {
      return (name, .function(SwiftFunction(parameters: [], effects: "", result: "")))
    }
    var depth = 0
    let close =
      words[open...].firstIndex { word in
        depth += word == "(" ? 1 : word == ")" ? -1 : 0
        return depth == 0
      } ?? words.endIndex
    let parameters = parts(of: words[(open + 1)..<max(open + 1, close)]).map(parameter)
    let rest = words[close...].dropFirst()
    let effects = rest.prefix { $0 != "->" }
    let result = rest.dropFirst(effects.count).dropFirst()
    return (
      name,
      .function(
        SwiftFunction(
          parameters: parameters, effects: text(Array(effects)), result: text(Array(result))))
    )
  }

  private static func parameter(_ words: [String]) -> SwiftFunction.Parameter {
    let names = words.prefix { $0 != ":" }
    let rest = words.dropFirst(names.count + 1)
    let type = rest.prefix { $0 != "=" }
    return SwiftFunction.Parameter(
      label: names.first ?? "", type: text(Array(type)), hasDefault: type.count < rest.count)
  }

  /// What commas part, outside of all brackets.
  private static func parts(of words: ArraySlice<String>) -> [[String]] {
    var parts: [[String]] = [[]]
    var depth = 0
    for word in words {
      if word == "(" || word == "[" || word == "<" { depth += 1 }
      if word == ")" || word == "]" || word == ">" { depth -= 1 }
      if word == ",", depth == 0 {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
