/// A Swift identifier, which only a ``NameTable`` makes: so it is one, and it is unique in its scope.
struct Identifier: Hashable, Sendable {
  /// The identifier as it is written, in backticks where it needs them.
  let text: String

  fileprivate init(text: String) {
    self.text = text
  }

  /// The identifier that is spelt so; nil if there is none of the kind: types begin with a capital
  /// letter, everything else with a small one, and no name means something else already.
  init?(exactly text: String, as kind: NameTable.Kind) {
    guard Self.isSpelt(text), kind.begins(text), !ReservedNames.unquotable.contains(text),
      kind != .types || !ReservedNames.types.contains(text)
    else { return nil }
    self.text = ReservedNames.keywords.contains(text) ? "`\(text)`" : text
  }

  /// What generated code calls the namespace of a document's schemas.
  static let schemas = Identifier(text: "Schemas")

  /// Whether a text is made of the characters of an identifier.
  private static func isSpelt(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue && !$0.isInvisible }
  }
}

/// Decides the names of one scope, all of them together. It never fails.
///
/// A name depends on the scope's other names only where they collide: the first of several that
/// would be the same keeps its name, and each later one gets the least number that no name of the
/// scope has, so that a name is also told apart from what another one became.
struct NameTable {
  /// What the names of a scope stand for.
  enum Kind {
    /// Types: in upper camel case, and never one of the names that generated code itself uses.
    case types
    /// Properties, functions and parameters: in lower camel case.
    case members
    /// Cases of an enumeration: in lower camel case.
    case cases

    /// Whether a name begins as such names do. Letters that are neither small nor capital will do.
    func begins(_ name: String) -> Bool {
      guard let first = name.unicodeScalars.first?.properties else { return false }
      return self == .types ? !first.isLowercase && name.first != "_" : !first.isUppercase
    }
  }

  /// A name that is wanted, before it is spelt.
  typealias Wish = Words

  private let kind: Kind
  private var taken: Set<String>
  /// The least number that a spelling may still get, where one was needed before: so that a
  /// thousand equal wishes don't try all numbers each.
  private var nextNumbers: [String: Int] = [:]

  /// A scope that holds nothing as yet but names that generated code gives itself.
  init(_ kind: Kind, reserved: [String] = []) {
    self.kind = kind
    taken = Set(reserved)
  }

  /// The names for some wishes, in the same order, each different from all others of the scope.
  mutating func names(for wishes: [Wish]) -> [Identifier] {
    names(for: wishes.map { ValueName(words: $0) })
  }

  /// The names for some wishes, in the same order, each different from all others of the scope: of
  /// several that would be the same, the later ones get the first of their own alternatives that is
  /// free.
  mutating func names(for wishes: [ValueName]) -> [Identifier] {
    let spellings = wishes.map { spelling(of: $0.words) }
    // What is asked for literally goes first, whatever the order: a `name2` of the document keeps
    // its name, and a second `name` becomes `name3`.
    let asked = Set(spellings)
    return zip(spellings, wishes).map { spelling, wish in
      let free = taken.contains(spelling) ? alternative(of: wish, besides: asked) : spelling
      let name = free ?? numbered(spelling, besides: asked)
      taken.insert(name)
      return Identifier(text: quoted(name))
    }
  }

  private func alternative(of wish: ValueName, besides asked: Set<String>) -> String? {
    wish.alternatives.lazy.map(spelling).first { !asked.contains($0) && !taken.contains($0) }
  }

  private mutating func numbered(_ spelling: String, besides asked: Set<String>) -> String {
    var number = nextNumbers[spelling] ?? 2
    while taken.contains(spelling + String(number)) || asked.contains(spelling + String(number)) {
      number += 1
    }
    nextNumbers[spelling] = number + 1
    return spelling + String(number)
  }

  /// The name for one wish.
  mutating func name(for wish: Wish) -> Identifier {
    names(for: [wish]).first ?? Identifier(text: "_")
  }

  /// The most characters that a name takes of the document; tables of symbols hold no endless ones.
  private static let longestName = 250

  private func spelling(of wish: Wish) -> String {
    let whole = kind == .types ? wish.upperCamelCase : wish.lowerCamelCase
    var name = String(whole.prefix(Self.longestName))
    if name.isEmpty { name = kind == .types ? "Unnamed" : "unnamed" }
    if let first = name.unicodeScalars.first, !first.properties.isXIDStart {
      name = (kind == .types ? "Value" : "value") + name
    }
    if kind == .types, ReservedNames.types.contains(name) { name = "API" + name }
    if ReservedNames.unquotable.contains(name) { name += "Value" }
    return name
  }

  private func quoted(_ name: String) -> String {
    ReservedNames.keywords.contains(name) ? "`\(name)`" : name
  }
}

extension Identifier {
  /// `name` after a dot, where Swift reads a keyword as a name without backticks.
  var afterDot: Identifier {
    Identifier(text: text.filter { $0 != "`" })
  }

  /// The name of a type inside another.
  func inside(_ outer: Identifier?) -> Identifier {
    guard let outer else { return self }
    return Identifier(text: "\(outer.text).\(text)")
  }

  /// The name inside an extension of a type: without that type, whose own names are known there, and
  /// those of the types around it are not.
  func inExtension(of scope: Identifier?) -> Identifier {
    guard let scope, text.hasPrefix(scope.text + ".") else { return self }
    return Identifier(text: String(text.dropFirst(scope.text.count + 1)))
  }

  /// The name without the types around it that also stand around `scope`. The ``Namer`` sees to it
  /// that nothing nearer has the name.
  func relative(to scope: Identifier?) -> Identifier {
    guard let scope else { return self }
    var path = scope.text.split(separator: ".")
    while !path.isEmpty {
      let prefix = path.joined(separator: ".") + "."
      if text.hasPrefix(prefix) { return Identifier(text: String(text.dropFirst(prefix.count))) }
      path.removeLast()
    }
    return self
  }
}
