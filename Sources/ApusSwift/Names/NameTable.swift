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
  fileprivate static func isSpelt(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue && !$0.isInvisible }
  }
}

/// Decides the names of one scope, all of them together. It never fails.
///
/// A name depends on the scope's other names only where they collide. Of several that would be the
/// same, one that the document spells so keeps its name, or else the first by the document's
/// spelling, wherever they stand; each other one gets the least number that no name of the scope has,
/// so that a name is also told apart from what another one became.
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

  private let kind: Kind
  private let style: NamingStyle
  private var taken: Set<String>
  /// The least number that a spelling may still get, where one was needed before: so that a
  /// thousand equal wishes don't try all numbers each.
  private var nextNumbers: [String: Int] = [:]
  /// The names that were given to what would have others by itself.
  private var given: Set<String> = []
  /// Those of them that something else of the scope would have by itself.
  private(set) var displacing: Set<String> = []

  /// A scope that holds nothing as yet but names that generated code gives itself.
  ///
  /// - Parameter reserved: These names, in backticks or not.
  init(_ kind: Kind, _ style: NamingStyle = .idiomatic, reserved: [String] = []) {
    self.kind = kind
    self.style = style
    taken = Set(reserved.map { $0.filter { $0 != "`" } })
  }

  /// The names for some wishes, in the same order, each different from all others of the scope.
  mutating func names(for wishes: [Words]) -> [Identifier] {
    names(for: wishes.map { ValueName(words: $0) })
  }

  /// The names for some wishes, in the same order, each different from all others of the scope.
  ///
  /// One that was given becomes another name only if it is taken.
  mutating func names(for wishes: [ValueName]) -> [Identifier] {
    var names = wishes.map { wish in
      wish.given.flatMap { taken.insert($0).inserted ? $0 : nil }
    }
    let spellings = wishes.map { spelling(of: $0.words) }
    for (name, spelling) in zip(names, spellings) {
      if let name, name != spelling { given.insert(name) }
    }
    var counts: [String: Int] = [:]
    for index in wishes.indices where names[index] == nil {
      counts[spellings[index], default: 0] += 1
      if given.contains(spellings[index]) { displacing.insert(spellings[index]) }
    }
    var colliding: [Int] = []
    for index in wishes.indices where names[index] == nil {
      if counts[spellings[index]] == 1, taken.insert(spellings[index]).inserted {
        names[index] = spellings[index]
      } else {
        colliding.append(index)
      }
    }
    colliding.sort { order(of: wishes[$0], $0) < order(of: wishes[$1], $1) }
    for index in colliding {
      names[index] = free(spellings[index], wishes[index], besides: counts)
    }
    return names.map { Identifier(text: quoted($0 ?? "_")) }
  }

  /// What decides which of several equal wishes comes first: not where they stand, which may change.
  private func order(of wish: ValueName, _ index: Int) -> (Int, String, Int, String, Int) {
    guard let original = wish.words.original else {
      return (2, wish.words.words.joined(separator: " "), 0, "", index)
    }
    let isExact = original == spelling(of: wish.words)
    let capitals = original.count(where: \.isUppercase)
    return (isExact ? 0 : 1, original.lowercased(), capitals, original, index)
  }

  /// The first of a wish's spellings that is free, or a numbered one.
  ///
  /// - Parameter asked: What other wishes ask for literally: a `name2` of the document keeps its name,
  ///   and a second `name` becomes `name3`.
  private mutating func free(
    _ first: String, _ wish: ValueName, besides asked: [String: Int]
  ) -> String {
    if taken.insert(first).inserted { return first }
    let idiomatic = style == .document ? [Words(wish.words.words)] : []
    for other in (idiomatic + wish.alternatives).lazy.map(spelling)
    where asked[other] == nil && !taken.contains(other) {
      taken.insert(other)
      return other
    }
    var number = nextNumbers[first] ?? 2
    while taken.contains(first + String(number)) || asked[first + String(number)] != nil {
      number += 1
    }
    nextNumbers[first] = number + 1
    taken.insert(first + String(number))
    return first + String(number)
  }

  /// The name for one wish.
  mutating func name(for wish: Words) -> Identifier {
    names(for: [wish]).first ?? Identifier(text: "_")
  }

  /// The most characters that a name takes of the document; tables of symbols hold no endless ones.
  private static let longestName = 250

  private func spelling(of wish: Words) -> String {
    let whole = documented(wish) ?? (kind == .types ? wish.upperCamelCase : wish.lowerCamelCase)
    var name = String(whole.prefix(Self.longestName))
    if name.isEmpty { name = kind == .types ? "Unnamed" : "unnamed" }
    if let first = name.unicodeScalars.first, first != "_", !first.properties.isXIDStart {
      name = (kind == .types ? "Value" : "value") + name
    }
    if kind == .types, ReservedNames.types.contains(name) { name = "API" + name }
    if ReservedNames.unquotable.contains(name) { name += "Value" }
    return name
  }

  /// The document's spelling, where that is asked for and possible.
  private func documented(_ wish: Words) -> String? {
    guard style == .document, let original = wish.original, Identifier.isSpelt(original),
      kind.begins(original)
    else { return nil }
    return original
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

  /// `name` as an argument's label, where only one keyword needs backticks.
  var label: Identifier { text == "`inout`" ? self : afterDot }

  /// Whether the name begins with a letter that is neither small nor capital, so that types and
  /// members may be spelt alike.
  var isCaseless: Bool {
    guard let first = afterDot.text.unicodeScalars.first?.properties else { return false }
    return !first.isLowercase && !first.isUppercase
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
