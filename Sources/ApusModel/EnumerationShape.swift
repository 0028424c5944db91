import ApusCore

/// One of some values that the document lists.
public struct EnumerationShape: Sendable {
  /// What the values are.
  public enum Kind: Sendable, Hashable {
    case string, integer, number
    /// Of several kinds, or of one that only free-form JSON has.
    case json
  }

  /// One of the values.
  public struct Value: Sendable {
    public var json: JSON
    /// What the document calls it, if not by itself.
    public var name: String?
    public var description: String?
  }

  public var kind: Kind
  /// The values, in the order of the document, each once; none of them is null.
  public var values: [Value]
  /// Whether a value that is not listed is kept as well: one that a server sends may be newer than
  /// the document.
  public var isOpen = false
  /// Whether the values are names of an object's members.
  public var areKeys = false
}

extension Shape {
  /// What is one of some values, of which null is none; nil where their kinds say as much: of truth
  /// values, objects and arrays no enumeration is made.
  ///
  /// - Parameters:
  ///   - values: The values that `enum` or `const` lists.
  ///   - kinds: The kinds that `type` allows; nil if there is no `type`.
  ///   - schemas: The schemas that may say more about the values.
  init?(oneOf values: [JSON], kinds: [Type.Name]?, describedBy schemas: [Schema]) {
    var seen: Set<JSON> = []
    let possible = values.enumerated().filter { _, value in
      !value.isNull && (kinds?.contains { $0.includes(value) } ?? true)
        && seen.insert(value).inserted
    }
    guard let kind = EnumerationShape.Kind(possible.map(\.element), kinds: kinds) else {
      return nil
    }
    let notes = ValueNotes(schemas)
    self = .enumeration(
      EnumerationShape(
        kind: kind,
        values: possible.map { index, value in
          EnumerationShape.Value(
            json: value, name: notes.name(at: index, of: values.count),
            description: notes.description(of: value, at: index, of: values.count))
        }))
  }
}

/// What schemas say of the values that they list.
private struct ValueNotes {
  private let names: [String]
  private let descriptions: EnumerationDescriptions?

  init(_ schemas: [Schema]) {
    let names = schemas.lazy.compactMap {
      $0[EnumerationNames.self]?.names ?? $0[EnumerationNamesOfNSwag.self]?.names
    }
    self.names = names.first ?? []
    descriptions = schemas.lazy.compactMap { $0[EnumerationDescriptions.self] }.first
  }

  /// The name of a value, if each of the values has one.
  func name(at index: Int, of count: Int) -> String? {
    names.count == count && !names[index].isEmpty ? names[index] : nil
  }

  func description(of value: JSON, at index: Int, of count: Int) -> String? {
    guard let descriptions else { return nil }
    if descriptions.texts.count == count { return descriptions.texts[index] }
    return descriptions.byValue[value.string ?? value.description]
  }
}

extension EnumerationShape.Kind {
  /// The kind of some values; nil where no enumeration is made of them.
  fileprivate init?(_ values: [JSON], kinds: [Type.Name]?) {
    guard !values.isEmpty else { return nil }
    if values.allSatisfy({ $0.kind == .string }) {
      self = .string
    } else if values.allSatisfy({ $0.number?.int64.flatMap { Int(exactly: $0) } != nil }) {
      self = kinds == [.number] ? .number : .integer
    } else if values.allSatisfy({ $0.number?.isExactlyDouble ?? false }) {
      self = .number
    } else if Set(values.map(\.kind)).count > 1 || values.contains(where: { $0.kind == .number }) {
      self = .json
    } else {
      return nil
    }
  }
}

extension JSONNumber {
  fileprivate var isExactlyDouble: Bool {
    double.flatMap { JSONNumber($0) } == self
  }
}

extension Type.Name {
  /// Whether a value is of this kind.
  fileprivate func includes(_ value: JSON) -> Bool {
    switch self {
    case .null: value.kind == .null
    case .boolean: value.kind == .boolean
    case .string: value.kind == .string
    case .array: value.kind == .array
    case .object: value.kind == .object
    case .number: value.kind == .number
    case .integer: value.number?.isInteger ?? false
    }
  }
}
