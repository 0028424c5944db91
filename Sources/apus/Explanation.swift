import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift

/// How a document's schemas became types, in words.
struct Explanation {
  let api: API
  private let names: TypeNames

  /// - Parameter style: How the code is written that the types are told as.
  init(of api: API, style: SwiftStyle) {
    self.api = api
    names = TypeNames(of: api, style: style)
  }

  /// How all alternatives are told apart: how many in each way, and then each of them.
  var summary: String {
    var counts: [UnionAccount.Settlement: Int] = [:]
    for account in api.unions { counts[account.settlement, default: 0] += 1 }
    let noun = api.unions.count == 1 ? "list" : "lists"
    var lines = ["\(api.unions.count) \(noun) of alternatives"]
    for settlement in UnionAccount.Settlement.allCases {
      guard let count = counts[settlement] else { continue }
      lines.append("  \(Self.padded(String(count), to: 6))  \(settlement.words)")
    }
    lines += api.unions.map { account in
      "\(place(of: account.pointer)): \(account.pointer): \(account.settlement.words)"
    }
    return Self.text(of: lines)
  }

  /// What became of the schema at a JSON Pointer, or of that name; nil if there is none.
  func text(at text: String) -> String? {
    let trimmed = text.hasPrefix("#") ? String(text.dropFirst()) : text
    let pointers = [trimmed, "/components/schemas/\(JSONPointer.escape(trimmed))"]
    guard let pointer = pointers.first(where: { api.document.schema(at: $0) != nil }),
      let model = api.explainedShape(ofSchemaAt: pointer)
    else { return nil }
    let identifier = TypeIdentifier(pointer: pointer)
    let type = names.declaration(of: identifier) ?? names.type(of: model.shape)
    var lines = ["\(place(of: pointer)): \(type)", "  \(model.shape.words(names))"]
    lines += model.parts.map { "  includes \($0), at \(place(of: $0))" }
    lines += names.members(of: identifier).map { "    \($0.wireName) is \($0.declaration)" }
    for account in api.unions where account.pointer == pointer {
      lines += self.lines(about: account, cases: names.cases(of: identifier))
    }
    return Self.text(of: lines)
  }

  /// What a name that no schema has was probably meant to be: the end of a message, or nothing.
  func hint(for name: String) -> String {
    SpellingSuggestion.hint(for: name, among: api.document.namedSchemas.map(\.name))
  }

  private func lines(about account: UnionAccount, cases: [String]) -> [String] {
    var lines = ["  \(account.isOneOf ? "oneOf" : "anyOf"): \(account.settlement.words)"]
    for (index, branch) in account.branches.enumerated() {
      let name = cases.indices.contains(index) ? "case \(cases[index])" : "a case"
      let places = branch.alternatives.map(String.init).joined(separator: ", ")
      lines.append("    \(name) is alternative \(places): \(branch.test.words)")
    }
    return lines + self.lines(about: account.overlaps)
  }

  /// What is known of each two alternatives; the same of many in one line.
  private func lines(about overlaps: [Overlap]) -> [String] {
    var disjoint: [String] = []
    var rest: [String] = []
    for overlap in overlaps {
      let pair = "alternatives \(overlap.alternatives.0) and \(overlap.alternatives.1)"
      switch overlap.finding {
      case .disjoint(let reason): disjoint.append("    \(pair) have no value in common: \(reason)")
      case .witness(let value): rest.append("    \(pair) both match \(value)")
      case .unknown: rest.append("    \(pair) may have a value in common; none was found")
      }
    }
    if disjoint.count > 12 {
      disjoint = ["    \(disjoint.count) pairs of alternatives have no value in common"]
    }
    return disjoint + rest
  }

  private func place(of pointer: String) -> String {
    guard let span = api.document.nameSpan(at: pointer) else { return api.documentName }
    return "\(span.file.name):\(span.start)"
  }

  /// One text of some lines, whatever names of the document are in them.
  private static func text(of lines: [String]) -> String {
    lines.map { HarmlessText.line($0.unicodeScalars) + "\n" }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Shape {
  /// What values of the shape are, and so why they are of their type.
  fileprivate func words(_ names: TypeNames) -> String {
    switch self {
    case .scalar(.formatted(let format)): "values of the format '\(format.name)'"
    case .scalar(let scalar): "values of one kind: \(scalar)"
    case .enumeration(let enumeration):
      "one of \(enumeration.values.count) listed values\(enumeration.isOpen ? ", or another" : "")"
    case .array: "an array"
    case .dictionary(_, nil): "an object whose members have no names of their own"
    case .dictionary: "an object whose members have names of an enumeration"
    case .object(let object):
      "an object of \(object.properties.count) properties; other members are "
        + (object.additional == nil ? "refused" : "kept")
    case .tuple(let tuple):
      "an array of \(tuple.elements.count) elements, each of its own type; further ones are "
        + (tuple.rest == nil ? "refused" : "kept")
    case .union(let union): "one of \(union.branches.count) alternatives"
    case .reference(let identifier):
      names.declaration(of: identifier) == nil
        ? "the type that it refers to" : "the type at \(identifier.pointer)"
    case .nullable(let shape): "\(shape.words(names)), or null"
    case .any: "free-form JSON: nothing says of which kind the values are, or no type holds them"
    }
  }
}

extension UnionAccount.Settlement {
  /// What became of the alternatives, in words.
  var words: String {
    switch self {
    case .optional: "one type, or null"
    case .single: "one type: the other alternatives have no values"
    case .enumeration: "an enumeration of all their values"
    case .openEnumeration: "an enumeration that is open to other strings"
    case .oneType: "one type, which all of them have"
    case .presence: "an object, whose members are checked to be there"
    case .requiredGroups: "told apart by which of the shared members are there"
    case .discriminator: "told apart by the discriminator"
    case .kind: "told apart by the kind of value"
    case .value: "told apart by the values of a member"
    case .member: "told apart by a member that no other alternative allows"
    case .disjointSchemas: "told apart by schemas, of which no value satisfies two"
    case .exactlyOne: "told apart by schemas, of which a value must satisfy exactly one"
    case .firstAccepting: "told apart by schemas: the first that accepts a value counts"
    case .untyped: "not typed: what they describe is kept as it is"
    }
  }
}

extension Discrimination.Test {
  /// What the values of a branch pass, in words.
  fileprivate var words: String {
    switch self {
    case .kinds(let kinds): kinds.map(\.noun).joined(separator: " or ")
    case .member(let name, let values):
      "an object with \(values.map(\.description).joined(separator: " or ")) as "
        + JSON.string(name).description
    case .members(let names):
      "an object with \(names.map { JSON.string($0).description }.joined(separator: " and "))"
    case .alternatives: "a value that its schema accepts"
    case .otherwise: "every other value"
    }
  }
}
