import ApusSource

/// The name that somebody asks for in place of the one that a part of the document would get.
public struct Rename: Hashable, Sendable {
  /// What it is for. `Pet` is a schema, `Pet.status` a property of it or one of its values,
  /// `listPets` or `GET /pets` an operation, `listPets.limit` a parameter of it; a tag stands for its
  /// service. Whatever has no such name is told by its JSON Pointer:
  /// `#/components/schemas/Pet/properties/owner`.
  public var key: String
  /// The name.
  public var name: String
  /// Where it is asked for.
  public var span: SourceSpan?

  public init(_ key: String, to name: String, at span: SourceSpan? = nil) {
    self.key = key
    self.name = name
    self.span = span
  }
}

/// What a name can be for.
enum NamedPart: String {
  case type = "a type"
  case property = "a property"
  case value = "a value"
  case operation = "an operation"
  case parameter = "a parameter"
  case service = "a tag"

  /// What the names of such parts are.
  var kind: NameTable.Kind {
    switch self {
    case .type, .service: .types
    case .value: .cases
    case .property, .operation, .parameter: .members
    }
  }
}

/// The names that are asked for, and what became of them.
struct Renames {
  private let all: [Rename]
  private var byKey: [String: Int] = [:]
  /// The parts that each one was for.
  private var parts: [[NamedPart]]
  /// The keys that there are.
  private var known: [String] = []
  /// Those whose names are taken.
  private var refused: Set<Rename> = []
  private(set) var diagnostics = Diagnostics()

  init(_ renames: [Rename]) {
    all = renames
    parts = renames.map { _ in [] }
    for (index, rename) in renames.enumerated() { byKey[rename.key] = index }
  }

  /// Whether none is asked for.
  var isEmpty: Bool { all.isEmpty }

  /// The names that a scope gets for some wishes; each is one that is asked for, if there is one for
  /// a key of its part.
  ///
  /// - Parameter keys: What each part goes by.
  mutating func names(
    for wishes: [ValueName], of part: NamedPart, in table: inout NameTable,
    keys: (Int) -> [String]
  ) -> [Identifier] {
    guard !isEmpty else { return table.names(for: wishes) }
    var wishes = wishes
    let asked = wishes.indices.map { rename(of: part, keys: keys($0)) }
    for (index, rename) in zip(wishes.indices, asked) { wishes[index].given = rename?.name }
    let names = table.names(for: wishes)
    for (name, rename) in zip(names, asked) {
      guard let rename else { continue }
      if name.afterDot.text != rename.name || table.displacing.contains(rename.name) {
        refuse(rename)
      }
    }
    return names
  }

  /// Refuses names of types that others would have had that were named later.
  mutating func refuse(displacing names: Set<String>) {
    for (rename, parts) in zip(all, parts)
    where names.contains(rename.name) && parts.contains(where: { $0.kind == .types }) {
      refuse(rename)
    }
  }

  private mutating func refuse(_ rename: Rename) {
    guard refused.insert(rename).inserted else { return }
    diagnostics.error(
      "'\(rename.key)' can't be called '\(rename.name)': the name is taken", at: rename.span)
  }

  /// What is asked for a part, if it can be.
  mutating func rename(of part: NamedPart, keys: [String]) -> Rename? {
    known += keys
    guard let index = keys.compactMap({ byKey[$0] }).first else { return nil }
    if !parts[index].contains(part) { parts[index].append(part) }
    let rename = all[index]
    guard Identifier(exactly: rename.name, as: part.kind) != nil else { return nil }
    return rename
  }

  /// What is wrong with what was asked for, once all parts have their names.
  func check(diagnostics: inout Diagnostics) {
    diagnostics.append(contentsOf: self.diagnostics)
    for (rename, parts) in zip(all, parts) {
      guard let part = parts.first else {
        let hint = SpellingSuggestion.hint(for: rename.key, among: known)
        diagnostics.warning("nothing is named after '\(rename.key)'\(hint)", at: rename.span)
        continue
      }
      if parts.count > 1 {
        let kinds = parts.map(\.rawValue).joined(separator: " and ")
        diagnostics.error(
          "'\(rename.key)' is \(kinds): say which by its JSON Pointer", at: rename.span)
      } else if Identifier(exactly: rename.name, as: part.kind) == nil {
        let beginning = part.kind == .types ? "a capital" : "a small"
        diagnostics.error(
          "'\(rename.name)' can't be the name of \(part.rawValue): it needs an identifier that "
            + "begins with \(beginning) letter, and that Swift or ApusRuntime does not use",
          at: rename.span)
      }
    }
  }
}
