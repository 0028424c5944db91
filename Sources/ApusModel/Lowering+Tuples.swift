import ApusCore

// Arrays.
extension Lowering {
  /// An array whose first elements have schemas of their own; nil if none has.
  mutating func tuple(
    _ conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    let least = conjunction.all(MinItems.self).map(\.limit).max() ?? 0
    let schemas = conjunction.firstElements
    guard !schemas.isEmpty else { return nil }
    let names = names(ofElements: schemas)
    var elements: [PropertyShape] = []
    for (index, (name, schemas)) in zip(names, schemas).enumerated() {
      var element = PropertyShape(
        name: name, description: schemas.description, isRequired: index < least,
        shape: shape(of: schemas, at: site.element(index, called: name), nested: &nested))
      element.initialValue = element.isRequired ? initialValue(of: schemas) : nil
      elements.append(element)
    }
    let rest =
      conjunction.hasMoreElements
      ? self.elements(of: conjunction, at: site, nested: &nested) : nil
    return .tuple(TupleShape(elements: elements, rest: rest))
  }

  /// What elements are that have no schemas of their own.
  mutating func elements(
    of conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let schemas = conjunction.all(Items.self).map(\.schema)
    guard !schemas.isEmpty else { return .any }
    return shape(of: schemas, at: site.element, nested: &nested)
  }

  /// What elements are called: by their titles or what they refer to, or where others would be
  /// called the same, by their places.
  func names(ofElements elements: [[Schema]]) -> [String] {
    let wishes = elements.map { schemas -> String? in
      let title = schemas.lazy.compactMap { $0[Title.self]?.text }.first { !$0.isEmpty }
      return title ?? schemas.lazy.compactMap { $0.referredName(in: document) }.first
    }
    var counts: [String: Int] = [:]
    for wish in wishes { counts[wish?.lowercased() ?? "", default: 0] += 1 }
    return wishes.enumerated().map { index, wish in
      if let wish, counts[wish.lowercased()] == 1 { return wish }
      return Self.ordinals.indices.contains(index) ? Self.ordinals[index] : "element \(index + 1)"
    }
  }

  private static var ordinals: [String] {
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
  }
}

extension Conjunction {
  /// What the first elements of an array satisfy, as far as some part speaks of them one by one.
  var firstElements: [[Schema]] {
    let described = all(PrefixItems.self).map(\.schemas.count).max() ?? 0
    let most = all(MaxItems.self).map(\.limit).min() ?? .max
    let elements = (0..<min(described, most)).map(schemas(ofElement:))
    return Array(elements.prefix { !$0.contains(where: \.refusesEverything) })
  }

  /// What is said of an element, by its place or as one of those that have none.
  func schemas(ofElement index: Int) -> [Schema] {
    parts.compactMap { part in
      let first = part[PrefixItems.self]?.schemas ?? []
      return index < first.count ? first[index] : part[Items.self]?.schema
    }
  }

  /// Whether an array may have more elements than the first ones.
  var hasMoreElements: Bool {
    let count = firstElements.count
    let most = all(MaxItems.self).map(\.limit).min() ?? .max
    return count < most && !schemas(ofElement: count).contains(where: \.refusesEverything)
      && !unevaluatedElements.contains(where: \.refusesEverything)
  }
}
