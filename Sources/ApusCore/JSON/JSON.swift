/// A JSON value of any kind, on its own.
///
/// Equality is JSON Schema's (2020-12, section 4.2.2): numbers by value, strings code point by code point,
/// objects regardless of order.
public enum JSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, of any size and precision.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array, with its elements in order.
  case array([JSON])
  /// An object, with its members by their names.
  case object([String: JSON])
}

extension JSON {
  /// The kind of the value.
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

  /// Whether it is `null`.
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
    switch left {
    case .null: right.isNull
    case .boolean(let value): value == right.boolean
    case .number(let value): value == right.number
    case .string(let value): right.string.map { value.utf8.elementsEqual($0.utf8) } ?? false
    case .array(let elements): haveEqualElements(elements, right.array)
    case .object(let members): haveEqualMembers(members, right.object)
    }
  }

  // Loops and not closures, so that the recursion is frugal with the stack.

  private static func haveEqualElements(_ left: [JSON], _ right: [JSON]?) -> Bool {
    guard let right, left.count == right.count else { return false }
    for (element, other) in zip(left, right) where element != other { return false }
    return true
  }

  private static func haveEqualMembers(_ left: [String: JSON], _ right: [String: JSON]?) -> Bool {
    guard let right, left.count == right.count else { return false }
    for (name, value) in left {
      guard let index = right.index(forKey: name), right[index].value == value,
        right[index].key.utf8.elementsEqual(name.utf8)
      else { return false }
    }
    return true
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

extension JSON: JSONCodable {
  /// Takes any value. It never throws, and is marked as what does so that all types read alike.
  public init(from json: JSONView) throws { self = json.json }

  public func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .boolean(let value): json.boolean(value)
    case .number(let value): json.number(value)
    case .string(let value): json.string(value)
    case .array(let value): json.array(value)
    case .object(let value): JSON.write(value, to: &json)
    }
  }

  /// Without closures, so that the recursion is frugal with the stack.
  static func write(_ members: [String: JSON], to json: inout JSONWriter) {
    json.append(UInt8(ascii: "{"))
    if members.count == 1, let (name, value) = members.first {
      json.name(name, isFirst: true)
      value.write(to: &json)
    } else {
      var isFirst = true
      for member in OrderedMember.sorted(members) {
        let (name, value) = members[member.index]
        json.name(name, isFirst: isFirst)
        value.write(to: &json)
        isFirst = false
      }
    }
    json.append(UInt8(ascii: "}"))
  }
}

extension JSON: CustomStringConvertible {
  /// The value as JSON text without white space, members sorted by name.
  public var description: String { jsonText }
}
