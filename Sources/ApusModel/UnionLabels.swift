import ApusCore
import ApusOpenAPI

/// What the alternatives of a union are called: by their titles, what they refer to, the value of a
/// member that tells them apart, what they require, or their kinds; and only where two would be
/// called alike by the next of these, or at last by their numbers.
enum UnionLabels {
  static func labels(
    for alternatives: [UnionAlternative], besides shared: Conjunction, _ facts: SchemaFacts,
    _ document: Document
  ) -> [Label] {
    let types = alternatives.map { facts.conjunction(of: $0.schema) }
    let required = types.map { Set($0.requiredNames) }
    let values = distinguishingValues(of: types)
    let counts = Dictionary(
      types.flatMap { $0.properties.map { ($0.name, 1) } }, uniquingKeysWith: +)
    var wishes: [[Label]] = []
    for (index, alternative) in alternatives.enumerated() {
      var labels: [Label] = []
      if let title = alternative.schema[Title.self]?.text, !title.isEmpty {
        labels.append(.name(title))
      }
      if let name = alternative.schema.referredName(in: document) { labels.append(.name(name)) }
      if let value = values[index] { labels.append(.name(value)) }
      let others = required.enumerated().filter { $0.offset != index }.map(\.element)
      let own = types[index].requiredNames.filter { name in !others.contains { $0.contains(name) } }
      if !own.isEmpty, alternative.schema[Reference.self] == nil {
        labels.append(.required(Array(own.prefix(2))))
      }
      labels += kindLabels(of: alternative.joined, facts, document)
      if let name = types[index].properties.lazy.map(\.name).first(where: { counts[$0] == 1 }) {
        labels.append(.possible(name))
      }
      wishes.append(labels + [.index(alternative.index + 1)])
    }
    return chosen(from: wishes)
  }

  /// The first wish of each, unless others have the same: then their next ones.
  private static func chosen(from wishes: [[Label]]) -> [Label] {
    var wishes = wishes
    while true {
      let groups = Dictionary(grouping: wishes.indices, by: { wishes[$0].first })
      let colliding = groups.values.filter { $0.count > 1 }
      // Those that can be told apart by more than a number are.
      var moving = colliding.flatMap { group in
        let able = group.filter { wishes[$0].count > 2 }
        return able.isEmpty ? group.filter { wishes[$0].count > 1 } : able
      }
      moving.sort()
      guard !moving.isEmpty else { break }
      for index in moving { wishes[index].removeFirst() }
    }
    return wishes.map { $0.first ?? .index(1) }
  }

  /// For each alternative the one value that a member has there and in no other alternative, by the
  /// member of which that is true most often.
  private static func distinguishingValues(of types: [Conjunction]) -> [String?] {
    var seen: Set<String> = []
    let names = types.flatMap { $0.properties.map(\.name) }.filter { seen.insert($0).inserted }
    var best: [String?] = types.map { _ in nil }
    for name in names.prefix(100) {
      let values = types.map { type -> String? in
        let values = Conjunction(type.schemas(ofProperty: name)).values
        return values?.count == 1 ? values?.first?.label : nil
      }
      let counts = Dictionary(values.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
      var unique = values.map { value in value.flatMap { counts[$0] == 1 ? $0 : nil } }
      // What one alternative alone has, and may leave out, tells nothing.
      if unique.count(where: { $0 != nil }) == 1 {
        unique = zip(unique, types).map { $1.requiredNames.contains(name) ? $0 : nil }
      }
      if unique.count(where: { $0 != nil }) > best.count(where: { $0 != nil }) { best = unique }
    }
    return best
  }

  /// How many arrays inside each other a label speaks of. Arrays may hold themselves.
  private static let maximumDepth = 4

  /// By the kind of value, and in more words where that is not enough.
  private static func kindLabels(
    of type: Conjunction, _ facts: SchemaFacts, _ document: Document, depth: Int = 1
  ) -> [Label] {
    let kinds = type.kinds.filter { $0 != .null }
    guard let kind = kinds.first, kinds.count == 1 else { return [] }
    var labels = [Label.kind(kind)]
    if kind == .array, depth <= maximumDepth, let items = type.first(Items.self)?.schema {
      let element = facts.conjunction(of: items)
      let named = items.referredName(in: document).map { [Label.name($0)] } ?? []
      let further = kindLabels(of: element, facts, document, depth: depth + 1)
      labels += (named + further).map { .array(of: $0) }
    }
    if let format = type.first(FormatKeyword.self)?.format { labels.append(.name(format.name)) }
    return labels
  }
}

extension JSON {
  /// A value as a name; nil for those that make none.
  fileprivate var label: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .boolean, .number: description
    default: nil
    }
  }
}

extension Schema {
  /// The name of the schema that this one is, or makes more precise.
  func referredName(in document: Document) -> String? {
    referredPointer.flatMap { document.schemaName(at: $0) }
  }
}
