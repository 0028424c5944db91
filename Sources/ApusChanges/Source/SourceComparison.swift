import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift

/// One comparison of the Swift that is generated for two documents, by its declarations.
struct SourceComparison {
  /// What was found.
  private(set) var changes: [Change] = []
  private let old: DeclarationLocator
  private let new: DeclarationLocator
  /// The declarations by their containers.
  private(set) var before: [String: [SwiftDeclaration]] = [:]
  private(set) var after: [String: [SwiftDeclaration]] = [:]
  private let renaming: Renaming
  /// The old names of renamed types, by their new ones.
  private let formerNames: [String: String]
  /// The old names of operations' functions, by their new ones.
  private let formerFunctions: [String: String]
  /// What types at the top level conform to.
  private(set) var conformances: [String: [String]] = [:]
  /// The functions of protocols that were told of already, by the protocols' names.
  var toldRequirements: [String: Set<String>] = [:]

  init(_ old: Edition, _ new: Edition, renamedSchemas: [(old: String, new: String)]) {
    self.old = DeclarationLocator(old)
    self.new = DeclarationLocator(new)
    let now = DeclarationReader.declarations(in: new.files)
    let known = DeclarationReader.declarations(in: old.files)
    renaming = Renaming(
      self.old.places, self.new.places, schemas: renamedSchemas,
      names: (Self.topLevelNames(known), Self.topLevelNames(now)))
    let rename = renaming
    formerNames = Dictionary(rename.types.map { ($0.value, $0.key) }) { first, _ in first }
    formerFunctions = Dictionary(rename.functions.map { ($0.value, $0.key) }) { first, _ in first }
    let renamed =
      rename.isEmpty
      ? known : DeclarationReader.declarations(in: old.files) { rename.word($0, after: $1) }
    before = Dictionary(grouping: renamed, by: \.container)
    after = Dictionary(grouping: now, by: \.container)
    for type in (before[""] ?? []) + (after[""] ?? []) {
      guard case .type(_, let protocols) = type.kind else { continue }
      conformances[type.name, default: []] += protocols
    }
    noteRenamed()
    compareMembers(of: "")
    compareExtensions()
  }

  private static func topLevelNames(_ declarations: [SwiftDeclaration]) -> Set<String> {
    Set(declarations.filter { $0.container.isEmpty }.map(\.name))
  }

  private mutating func noteRenamed() {
    for (before, after) in renaming.types.sorted(by: { $0.key < $1.key }) {
      note(
        .declarationRenamed, "the type '\(before)' is called '\(after)' now",
        of: after)
    }
    for (before, after) in renaming.functions.sorted(by: { $0.key < $1.key }) {
      let operation = new.places.operations.first { $0.function == after }
      note(
        .declarationRenamed,
        "the function '\(before)' is called '\(after)' now",
        of: operation.map { "\($0.service).\(after)" } ?? after)
    }
  }

  /// Tells of a change of a declaration.
  mutating func note(
    _ rule: SourceRule, _ message: String, of name: String
  ) {
    var (before, after) = (old.place(of: former(name)), new.place(of: name))
    if before == nil, after == nil {
      before = old.placeOfService(of: former(name))
      after = new.placeOfService(of: name)
    }
    changes.append(
      Change(
        rule.rawValue, rule.breaksSource ? .source : [], message, old: before?.span,
        new: after?.span, of: after?.subject ?? before?.subject ?? .document))
  }

  /// What a declaration was called in the old document.
  private func former(_ name: String) -> String {
    var steps = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = steps.first else { return name }
    steps[0] = formerNames[first] ?? first
    if steps.count == 2 { steps[1] = formerFunctions[steps[1]] ?? steps[1] }
    return steps.joined(separator: ".")
  }
}

// Declarations.
extension SourceComparison {
  /// Compares the members of a type, or what stands at the top level.
  private mutating func compareMembers(of container: String) {
    let known = Self.byName(before[container] ?? [])
    let now = Self.byName(after[container] ?? [])
    for name in known.names {
      let was = known.members[name] ?? []
      let later = now.members[name] ?? []
      if later.isEmpty {
        if let first = was.first { noteRemoved(first) }
      } else {
        compare(was, later)
      }
    }
    for name in now.names where known.members[name] == nil {
      for declaration in now.members[name]?.prefix(1) ?? [] { noteAdded(declaration) }
    }
  }

  /// Declarations by their names: functions of the same name stand together.
  private static func byName(
    _ declarations: [SwiftDeclaration]
  ) -> (names: [String], members: [String: [SwiftDeclaration]]) {
    var names: [String] = []
    var members: [String: [SwiftDeclaration]] = [:]
    for declaration in declarations {
      if members[declaration.name] == nil { names.append(declaration.name) }
      members[declaration.name, default: []].append(declaration)
    }
    return (names, members)
  }

  private mutating func noteRemoved(_ declaration: SwiftDeclaration) {
    guard !isTold(declaration) else { return }
    remember(declaration)
    note(
      .declarationRemoved,
      "the \(declaration.noun) '\(declaration.qualifiedName)' is gone",
      of: declaration.qualifiedName)
  }

  private mutating func noteAdded(_ declaration: SwiftDeclaration) {
    guard !isTold(declaration) else { return }
    remember(declaration)
    let name = declaration.qualifiedName
    switch declaration.kind {
    case .enumerationCase:
      note(
        .caseAdded, "the case '\(name)' is new: switches have to handle it",
        of: name)
    case _ where declaration.isRequirement:
      note(
        .requirementAdded,
        "the function '\(name)' is new: types that conform to '\(declaration.container)' need it",
        of: name)
    default:
      note(.declarationAdded, "the \(declaration.noun) '\(name)' is new", of: name)
    }
  }

  private mutating func compare(_ was: [SwiftDeclaration], _ now: [SwiftDeclaration]) {
    guard let first = was.first, let other = now.first else { return }
    if case .function = first.kind, case .function = other.kind {
      compareFunctions(was, now)
      return
    }
    compare(first, other)
  }

  private mutating func compare(_ before: SwiftDeclaration, _ after: SwiftDeclaration) {
    let name = after.qualifiedName
    switch (before.kind, after.kind) {
    case (.type(let keyword, let conformances), .type(let newKeyword, let newConformances)):
      guard keyword == newKeyword else {
        note(
          .typeChanged,
          "'\(name)' is \(Self.withArticle(newKeyword)) now, and was \(Self.withArticle(keyword))",
          of: name)
        return
      }
      for lost in conformances where !newConformances.contains(lost) {
        note(
          .conformanceRemoved, "'\(name)' does not conform to '\(lost)' any more",
          of: name)
      }
      compareMembers(of: name)
    case (.alias(let type), .alias(let newType)):
      noteType(of: after, was: type, isNow: newType)
    case (.property(let type, let isSettable), .property(let newType, let isNowSettable)):
      noteType(of: after, was: type, isNow: newType)
      if isSettable, !isNowSettable {
        note(.typeChanged, "'\(name)' can't be set any more", of: name)
      }
    case (.enumerationCase(let payload), .enumerationCase(let newPayload)):
      noteType(of: after, was: payload, isNow: newPayload)
    default:
      note(
        .typeChanged,
        "'\(name)' is \(Self.withArticle(after.noun)) now, and was \(Self.withArticle(before.noun))",
        of: name)
    }
    noteDeprecation(before, after)
  }

  private mutating func noteType(
    of declaration: SwiftDeclaration, was before: String, isNow after: String
  ) {
    guard before != after else { return }
    let words = { (type: String) in type.isEmpty ? "nothing" : "'\(type)'" }
    let verb = if case .enumerationCase = declaration.kind { "holds" } else { "is" }
    note(
      .typeChanged,
      "'\(declaration.qualifiedName)' \(verb) \(words(after)) now, and \(verb == "is" ? "was" : "held") "
        + words(before),
      of: declaration.qualifiedName)
  }

  private static func withArticle(_ noun: String) -> String {
    (noun.first.map("aeiou".contains) ?? false ? "an " : "a ") + noun
  }

  private mutating func noteDeprecation(_ before: SwiftDeclaration, _ after: SwiftDeclaration) {
    guard before.isDeprecated != after.isDeprecated else { return }
    let name = after.qualifiedName
    note(
      after.isDeprecated ? .deprecated : .reactivated,
      "'\(name)' is \(after.isDeprecated ? "deprecated now" : "not deprecated any more")", of: name)
  }
}

extension SwiftDeclaration {
  var function: SwiftFunction? {
    if case .function(let function) = kind { function } else { nil }
  }

  /// What sort of declaration it is, in words.
  fileprivate var noun: String {
    switch kind {
    case .type(let keyword, _): keyword
    case .alias: "type alias"
    case .property: isStatic ? "static property" : "property"
    case .enumerationCase: "case"
    case .function: name == "init" ? "initialiser" : "function"
    }
  }
}
