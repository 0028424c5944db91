import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

/// What some schemas say together of a value, in one form however the document spells it: with all
/// that they include, null told apart, and alternatives that only list kinds or values counted
/// as such lists.
struct Meaning {
  let document: Document
  private(set) var parts: Conjunction
  /// Whether null is among the values, where the schemas say of what kinds these are.
  private(set) var isNullable: Bool
  /// The alternatives that are left without null.
  private(set) var choices: [Conjunction.Choice] = []
  /// The kinds of the values but null; empty if they may be of any.
  private(set) var kinds: [Type.Name]
  /// The values but null, where they are listed.
  private(set) var values: [JSON]?

  init(_ schemas: [Schema], in document: Document) {
    self.document = document
    parts = Conjunction(schemas)
    isNullable = false
    kinds = []
    values = nil
    foldChoices()
    let stated = parts.kinds.isEmpty ? kinds : parts.kinds
    let listed = parts.values ?? values
    isNullable =
      (isNullable || stated.contains(.null)) && (parts.values?.contains(.null) ?? true)
    kinds = stated.filter { $0 != .null }
    values = listed.map { $0.filter { !$0.isNull } }
  }

  /// Takes null out of alternatives, and takes for the value's own what only one alternative is left
  /// of.
  private mutating func foldChoices() {
    var done = 0
    while done < 8, let choice = parts.choices.dropFirst(choices.count).first {
      done += 1
      let rest = choice.alternatives.filter { !Conjunction([$0]).isNullOnly }
      if rest.count < choice.alternatives.count { isNullable = true }
      if rest.count == 1, let only = rest.first {
        parts = parts.adding(only)
      } else if !foldList(rest) {
        var left = choice
        left.alternatives = rest
        choices.append(left)
      } else {
        break
      }
    }
  }

  /// Takes alternatives that only say of which kind the value is, or which values there are, for a list of these.
  private mutating func foldList(_ alternatives: [Schema]) -> Bool {
    let all = alternatives.map { Conjunction([$0]) }
    let isSimple = all.allSatisfy { alternative in
      alternative.parts.allSatisfy { part in
        part.rules.allSatisfy {
          !$0.canBeBroken || $0.keyword is Type || $0.keyword is Constant
            || $0.keyword is Enumeration || $0.keyword is Reference
        }
      }
    }
    guard isSimple, choices.isEmpty else { return false }
    let values = all.map(\.values)
    guard values.allSatisfy({ $0 == nil }) || !values.contains(where: { $0 == nil }) else {
      return false
    }
    kinds = Type.Name.allCases.filter { kind in all.contains { $0.kinds.contains(kind) } }
    if !values.contains(where: { $0 == nil }) {
      self.values = values.compactMap(\.self).flatMap(\.self)
    }
    return true
  }
}

extension Meaning {
  /// Whether nothing is said of the value.
  var isFree: Bool { parts.parts.allSatisfy { !$0.rules.contains(where: \.canBeBroken) } }

  /// Whether no value is allowed.
  var isEmpty: Bool { parts.parts.contains(where: \.refusesEverything) }

  /// Whether only one side sets the value, so that it isn't part of what goes the other way.
  func isLeft(outOf flow: Direction?) -> Bool {
    switch flow {
    case .request: parts.all(ReadOnly.self).contains(where: \.isReadOnly)
    case .response: parts.all(WriteOnly.self).contains(where: \.isWriteOnly)
    case nil: false
    }
  }

  /// What is said of members without names; nothing where they may be anything.
  var additional: [Schema] {
    parts.parts.compactMap { part in
      part[AdditionalProperties.self]?.schema ?? part[UnevaluatedProperties.self]?.schema
    }
  }

  /// Whether members without names are refused.
  var isClosed: Bool { additional.contains(where: \.refusesEverything) }

  /// The kinds in words.
  var kindsInWords: String {
    kinds.isEmpty ? "any" : kinds.map(\.rawValue).joined(separator: " or ")
  }
}

// Where the document says it.
extension Meaning {
  /// The place of a keyword, and of what stands below it, or else of the schema that would have it.
  func span(_ keyword: String, _ tokens: String...) -> SourceSpan? {
    for part in parts.parts
    where part.rules.contains(where: { type(of: $0.keyword).name == keyword }) {
      guard let pointer = part.location?.pointer else { continue }
      var steps = [keyword] + tokens
      while !steps.isEmpty {
        let path = steps.map { "/" + JSONPointer.escape($0) }.joined()
        if let span = document.nameSpan(at: pointer + path) { return span }
        steps.removeLast()
      }
    }
    return span
  }

  /// The place of the schemas.
  var span: SourceSpan? {
    for part in parts.parts.reversed() {
      if let span = part.location.flatMap({ document.nameSpan(at: $0.pointer) }) { return span }
    }
    return nil
  }

  /// The place of a value in a list of them.
  func span(ofValue value: JSON) -> SourceSpan? {
    for part in parts.parts {
      if let index = part[Enumeration.self]?.values.firstIndex(of: value) {
        return span(Enumeration.name, String(index))
      }
    }
    return parts.first(Constant.self) == nil ? span : span(Constant.name)
  }
}

extension Schema {
  /// The reference that is all that the schema says about values.
  var soleReference: SchemaReference? {
    let rules = rules.filter(\.canBeBroken)
    guard rules.count == 1 else { return nil }
    return self[Reference.self]?.target
  }
}
