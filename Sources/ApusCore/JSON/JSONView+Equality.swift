// Loops and not closures where values are compared inside values, so that the recursion is frugal with the stack.

extension JSONView: Hashable {
  /// JSON Schema's equality (2020-12, section 4.2.2): numbers by value, strings code point by code
  /// point, objects regardless of order.
  public static func == (left: JSONView, right: JSONView) -> Bool {
    guard left.kind == right.kind, left.count == right.count else { return false }
    return switch left.kind {
    case .null: true
    case .boolean: left.boolean == right.boolean
    case .number: left.decimal.isEqual(to: right.decimal)
    case .string: left.name == right.name
    case .array: haveEqualElements(left, right)
    case .object: haveEqualMembers(left, right)
    }
  }

  private static func haveEqualElements(_ left: JSONView, _ right: JSONView) -> Bool {
    var others = right.elements
    for element in left.elements {
      guard let other = others.next(), element == other else { return false }
    }
    return true
  }

  private static func haveEqualMembers(_ left: JSONView, _ right: JSONView) -> Bool {
    var others = right.members
    var othersByName: [JSONStringView: JSONView]?
    for member in left.members {
      if othersByName == nil, let other = others.next(), other.name == member.name {
        if member.value != other.value { return false }
        continue
      }
      let index = othersByName ?? right.membersByName
      othersByName = index
      guard let other = index[member.name], member.value == other else { return false }
    }
    return true
  }

  private var membersByName: [JSONStringView: JSONView] {
    Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch kind {
    case .null: break
    case .boolean: hasher.combine(boolean)
    case .number: decimal.hash(into: &hasher)
    case .string: name.hash(into: &hasher)
    case .array: for element in elements { element.hash(into: &hasher) }
    case .object: hasher.combine(memberHash)
    }
  }

  /// The same whatever the members' order.
  private var memberHash: Int {
    var hash = 0
    for member in members {
      var hasher = Hasher()
      member.name.hash(into: &hasher)
      member.value.hash(into: &hasher)
      hash ^= hasher.finalize()
    }
    return hash
  }

  var decimal: JSONDecimal { JSONDecimal(literal) }

  /// The value seen as a string, which it must be.
  private var name: JSONStringView { JSONStringView(node: node, text: text) }
}

extension JSONView {
  /// Whether the value is that value, by the same equality.
  public static func == (view: JSONView, value: JSON) -> Bool {
    switch value {
    case .null: view.isNull
    case .boolean(let value): view.boolean == value
    case .number(let value):
      view.kind == .number && value.withDecimal { view.decimal.isEqual(to: $0) }
    case .string(let value): view.kind == .string && view.name == value
    case .array(let value): view.hasElements(equalTo: value)
    case .object(let value): view.hasMembers(equalTo: value)
    }
  }

  private func hasElements(equalTo array: [JSON]) -> Bool {
    guard kind == .array, count == array.count else { return false }
    var others = array.makeIterator()
    for element in elements {
      guard let other = others.next(), element == other else { return false }
    }
    return true
  }

  private func hasMembers(equalTo object: [String: JSON]) -> Bool {
    guard kind == .object, count == object.count else { return false }
    for member in members {
      guard let index = object.index(forKey: member.name.string), member.name == object[index].key,
        member.value == object[index].value
      else { return false }
    }
    return true
  }
}
