extension JSONView: Hashable {
  /// JSON Schema's equality (2020-12, section 4.2.2): numbers by value, strings code point by code point, objects
  /// regardless of order.
  public static func == (left: JSONView, right: JSONView) -> Bool {
    guard left.kind == right.kind, left.count == right.count else { return false }
    switch left.kind {
    case .null: return true
    case .boolean: return left.boolean == right.boolean
    case .number: return left.decimal.isEqual(to: right.decimal)
    case .string: return left.name == right.name
    case .array: return left.elements.elementsEqual(right.elements)
    case .object:
      return left.members.allSatisfy { member in
        right.member(member.name).map { $0 == member.value } ?? false
      }
    }
  }

  /// Whether the value is that value, by the same equality.
  public static func == (view: JSONView, value: JSON) -> Bool {
    switch value {
    case .null: view.isNull
    case .boolean(let value): view.boolean == value
    case .number(let value):
      view.kind == .number && value.withDecimal { view.decimal.isEqual(to: $0) }
    case .string(let value): view.kind == .string && view.name == value
    case .array(let value):
      view.kind == .array && view.count == value.count
        && zip(view.elements, value).allSatisfy { $0 == $1 }
    case .object(let value):
      view.kind == .object && view.count == value.count
        && value.allSatisfy { name, value in view.member(name).map { $0 == value } ?? false }
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch kind {
    case .null: break
    case .boolean: hasher.combine(boolean)
    case .number: decimal.hash(into: &hasher)
    case .string: name.hash(into: &hasher)
    case .array: for element in elements { hasher.combine(element) }
    case .object: hasher.combine(members.reduce(0) { $0 ^ $1.hashValue })
    }
  }

  var decimal: JSONDecimal { JSONDecimal(literal) }

  /// The value seen as a string, which it must be.
  private var name: JSONStringView { JSONStringView(node: node, text: text) }

  private func member(_ name: JSONStringView) -> JSONView? {
    name.withUTF8 { bytes in
      let name = JSONName(bytes)
      return members.first { $0.name.equals(name) }?.value
    }
  }
}
