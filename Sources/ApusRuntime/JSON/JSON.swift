/// A JSON value of any kind, on its own.
///
/// Equality is JSON Schema's (2020-12, section 4.2.2): numbers by value, strings code point by code point,
/// objects regardless of order.
public enum JSON: Sendable {
  case null
  case boolean(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object([String: JSON])
}

extension JSON {
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  public var isNull: Bool { kind == .null }

  /// The truth value, or nil for a value of another kind.
  public var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The number, or nil for a value of another kind.
  public var number: JSONNumber? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The string, or nil for a value of another kind.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, or nil for a value of another kind.
  public var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, or nil for a value of another kind.
  public var object: [String: JSON]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The element at an index, or nil if there is none or the value is no array.
  public subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The value of a member, or nil if there is none or the value is no object. Setting one adds, replaces or removes it, and
  /// does nothing to a value that is no object.
  public subscript(name: String) -> JSON? {
    get { object?[name] }
    set {
      guard case .object(var members) = self else { return }
      self = .null
      members[name] = newValue
      self = .object(members)
    }
  }
}

extension JSON: Hashable {
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): haveSameMembers(left, right)
    default: false
    }
  }

  private static func haveSameMembers(_ left: [String: JSON], _ right: [String: JSON]) -> Bool {
    left.count == right.count
      && left.allSatisfy { name, value in
        guard let index = right.index(forKey: name) else { return false }
        return right[index].key.utf8.elementsEqual(name.utf8) && right[index].value == value
      }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .null: break
    case .boolean(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

extension JSON: CustomStringConvertible {
  /// The value as JSON text without white space, members sorted by name.
  public var description: String { jsonText }
}
