/// Which of some alternatives a value may match at all, by the text of a member that most of them name with its
/// only values.
///
/// An alternative that is left out would refuse the value: nothing depends on this but the time that is taken.
struct Discrimination: Sendable {
  /// The member's name.
  private let name: String

  /// The texts that alternatives allow, and for each the alternatives that allow it or any.
  private let texts: MemberNames
  private let candidates: [[Int]]

  /// The alternatives that allow any value.
  private let rest: [Int]

  /// - Returns: nil if there is no such member.
  init?(_ alternatives: [Schema]) {
    let tags = alternatives.map { $0.tags() }
    var counts: [String: Int] = [:]
    for name in tags.flatMap(\.keys) { counts[name, default: 0] += 1 }
    // The name decides between members that are as good, so that checks take the same time each run.
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 1
    else { return nil }
    name = best.key
    let allowed = tags.map { $0[best.key] }
    let all = allowed.flatMap { $0 ?? [] }
    texts = MemberNames(all)
    rest = allowed.indices.filter { allowed[$0] == nil }
    var candidates = [[Int]](repeating: [], count: all.count)
    for text in Set(all) {
      guard let position = texts.position(of: text) else { continue }
      candidates[position] = allowed.indices.filter { index in
        allowed[index]?.contains { $0.utf8.elementsEqual(text.utf8) } ?? true
      }
    }
    self.candidates = candidates
  }

  /// The alternatives that a value may match, counted from 0, in their order; nil if it may be any.
  func candidates(for instance: JSONView) -> [Int]? {
    guard let text = instance.member(name)?.stringView else { return nil }
    return texts.position(ofValue: text).map { candidates[$0] } ?? rest
  }
}

extension Schema {
  /// The members that have no other values than some strings, and these.
  ///
  /// - Parameter depth: How many schemas may be entered on the way: they may include each other.
  fileprivate func tags(depth: Int = 4) -> [String: [String]] {
    guard depth > 0 else { return [:] }
    var tags: [String: [String]] = [:]
    for included in rules.included {
      tags.merge(included.tags(depth: depth - 1)) { first, _ in first }
    }
    for property in self[Properties.self]?.properties ?? [] {
      if let texts = property.schema.onlyTexts(depth: depth) { tags[property.name] = texts }
    }
    return tags
  }

  /// The only values, if they are strings.
  private func onlyTexts(depth: Int) -> [String]? {
    if let constant = self[Constant.self] { return constant.value.string.map { [$0] } }
    if let values = self[Enumeration.self]?.values {
      let texts = values.compactMap(\.string)
      return texts.count == values.count ? texts : nil
    }
    guard depth > 0 else { return nil }
    return rules.included.lazy.compactMap { $0.onlyTexts(depth: depth - 1) }.first
  }
}

extension Schema {
  /// The names of the members that it asks for, if it says nothing else.
  var onlyRequires: [String]? {
    guard keywords.count == 1, resource == nil else { return nil }
    return self[Required.self]?.names
  }
}
