import ApusYAML

/// Places in a document that are changed at once, so that what lies on the way to several of them is
/// made anew only once.
struct EditTree {
  private var isEdited = false
  private var children: [Int: EditTree] = [:]

  /// The places that positions lead to from the root.
  init(_ locations: [[Int]]) {
    for location in locations { insert(location[...]) }
  }

  private init() {}

  private mutating func insert(_ location: ArraySlice<Int>) {
    guard let first = location.first else {
      isEdited = true
      return
    }
    children[first, default: EditTree()].insert(location.dropFirst())
  }

  /// A value with every place changed, those inside of others first.
  /// - Parameter edit: Gives what is to stand in a place, or nothing to take it away.
  /// - Returns: The changed value; nothing if it is taken away itself.
  func apply(to value: Composition, _ edit: (Composition) -> Composition?) -> Composition? {
    var value = value
    if !children.isEmpty {
      value =
        value.kind == .mapping
        ? Composition(members: members(of: value, edit), at: value.span)
        : Composition(elements: elements(of: value, edit), at: value.span)
    }
    return isEdited ? edit(value) : value
  }

  private func members(
    of value: Composition, _ edit: (Composition) -> Composition?
  ) -> [Composition.Member] {
    var result: [Composition.Member] = []
    for (position, var member) in value.members.enumerated() {
      if let child = children[position] {
        guard let edited = child.apply(to: member.value, edit) else { continue }
        member.value = edited
      }
      result.append(member)
    }
    return result
  }

  private func elements(
    of value: Composition, _ edit: (Composition) -> Composition?
  ) -> [Composition] {
    value.elements.enumerated().compactMap { position, element in
      guard let child = children[position] else { return element }
      return child.apply(to: element, edit)
    }
  }
}
