/// A value of a document that schemas are read from: the document, and its number for the value.
public struct DocumentValue: Sendable {
  /// The document.
  public let source: any DocumentSource
  /// The document's number for the value.
  public let index: UInt32
  /// The document's number for the key that the value stands under; nil for a value without one.
  public var key: UInt32? { storedKey == Self.noKey ? nil : storedKey }

  /// The key's number, in the room that a number takes.
  private let storedKey: UInt32
  private static var noKey: UInt32 { .max }

  /// The value of a number.
  public init(in source: any DocumentSource, index: UInt32, key: UInt32? = nil) {
    self.source = source
    self.index = index
    storedKey = key ?? Self.noKey
  }

  /// Which of JSON's six kinds of value it is.
  public var jsonKind: JSONKind { source.kind(of: self) }
  /// The truth value; nil if it is of another kind.
  public var boolean: Bool? { source.boolean(of: self) }
  /// The string; nil if it is of another kind.
  public var string: String? { source.string(of: self) }
  /// The number exactly as written; nil if it is of another kind.
  public var number: String? { source.number(of: self) }
  /// The elements of an array; empty if it is of another kind.
  public var arrayElements: [DocumentValue] { source.elements(of: self) }
  /// The members of an object in the order of the document; empty if it is of another kind.
  public var objectMembers: [(name: String, value: DocumentValue)] { source.members(of: self) }

  /// The same value, apart from its document.
  public var json: JSON {
    switch jsonKind {
    case .null: .null
    case .boolean: .boolean(boolean ?? false)
    case .number: number.flatMap { JSONNumber($0) }.map(JSON.number) ?? .null
    case .string: .string(string ?? "")
    case .array: .array(arrayElements.map(\.json))
    case .object:
      .object(
        Dictionary(objectMembers.map { ($0.name, $0.value.json) }, uniquingKeysWith: { $1 }))
    }
  }
}

// How keywords read the common forms of argument.
extension DocumentValue {
  func requireString() throws(InvalidArgument) -> String {
    guard let string else { throw InvalidArgument(expected: "a string") }
    return string
  }

  func requireBoolean() throws(InvalidArgument) -> Bool {
    guard let boolean else { throw InvalidArgument(expected: "true or false") }
    return boolean
  }

  func requireNumber() throws(InvalidArgument) -> JSONNumber {
    guard let number, let value = JSONNumber(number) else {
      throw InvalidArgument(expected: "a number")
    }
    return value
  }

  /// A whole number that is not negative. One beyond what an `Int` holds becomes the greatest
  /// `Int`: no length or count is greater.
  func requireCount() throws(InvalidArgument) -> Int {
    if let count = source.shortWholeNumber(of: self) { return count }
    let value = try requireNumber()
    guard value.isInteger, value >= 0 else {
      throw InvalidArgument(expected: "a whole number that is not negative")
    }
    return value.int64.flatMap { Int(exactly: $0) } ?? .max
  }

  func requireNames() throws(InvalidArgument) -> [String] {
    let elements = arrayElements
    let names = elements.compactMap(\.string)
    guard jsonKind == .array, names.count == elements.count else {
      throw InvalidArgument(expected: "a list of strings")
    }
    return names
  }

  func requireElements() throws(InvalidArgument) -> [DocumentValue] {
    guard jsonKind == .array else { throw InvalidArgument(expected: "a list") }
    return arrayElements
  }

  func requireMembers() throws(InvalidArgument) -> [(name: String, value: DocumentValue)] {
    guard jsonKind == .object else { throw InvalidArgument(expected: "a mapping") }
    return objectMembers
  }
}
