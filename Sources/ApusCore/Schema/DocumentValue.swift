/// A value of a document that schemas are read from, whatever the document was written in.
public protocol DocumentValue: Sendable {
  /// Which of JSON's six kinds of value it is.
  var jsonKind: JSONKind { get }
  /// The truth value; nil if it is of another kind.
  var boolean: Bool? { get }
  /// The string; nil if it is of another kind.
  var string: String? { get }
  /// The number exactly as written; nil if it is of another kind.
  var number: String? { get }
  /// The elements of an array; empty if it is of another kind.
  var arrayElements: [Self] { get }
  /// The members of an object in the order of the document; empty if it is of another kind.
  var objectMembers: [(name: String, value: Self)] { get }
  /// The keywords of a schema in the terms of JSON Schema 2020-12, where the document writes them
  /// in others; by default `objectMembers`.
  var schemaMembers: [(name: String, value: Self)] { get }
}

extension DocumentValue {
  public var schemaMembers: [(name: String, value: Self)] { objectMembers }
}

extension DocumentValue {
  /// The value of the member `name`; nil if there is none.
  func objectMember(_ name: String) -> Self? {
    objectMembers.first { $0.name == name }?.value
  }

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
    let value = try requireNumber()
    guard value.isInteger, value >= 0 else {
      throw InvalidArgument(expected: "a whole number that is not negative")
    }
    return value.int64.flatMap { Int(exactly: $0) } ?? .max
  }

  func requireNames() throws(InvalidArgument) -> [String] {
    let names = arrayElements.compactMap(\.string)
    guard jsonKind == .array, names.count == arrayElements.count else {
      throw InvalidArgument(expected: "a list of strings")
    }
    return names
  }

  func requireElements() throws(InvalidArgument) -> [Self] {
    guard jsonKind == .array else { throw InvalidArgument(expected: "a list") }
    return arrayElements
  }

  func requireMembers() throws(InvalidArgument) -> [(name: String, value: Self)] {
    guard jsonKind == .object else { throw InvalidArgument(expected: "a mapping") }
    return objectMembers
  }
}
