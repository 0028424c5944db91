/// A document that schemas are read from, whatever it was written in.
///
/// Its values are numbered: a ``DocumentValue`` is no more than a document and a number, so that
/// reading a schema takes little more than looking at its text.
public protocol DocumentSource: AnyObject, Sendable {
  /// Which of JSON's six kinds of value it is.
  func kind(of value: DocumentValue) -> JSONKind
  /// The truth value; nil if it is of another kind.
  func boolean(of value: DocumentValue) -> Bool?
  /// The string; nil if it is of another kind.
  func string(of value: DocumentValue) -> String?
  /// The number exactly as written; nil if it is of another kind.
  func number(of value: DocumentValue) -> String?
  /// The number if it is written in a few decimal digits and nothing else; else nil, and that may be
  /// said of every number.
  func shortWholeNumber(of value: DocumentValue) -> Int?
  /// The elements of an array; empty if it is of another kind.
  func elements(of value: DocumentValue) -> [DocumentValue]
  /// The members of an object in the order of the document; empty if it is of another kind.
  func members(of value: DocumentValue) -> [(name: String, value: DocumentValue)]
  /// Gives a string as UTF-8; nothing if the value is of another kind.
  func withString(of value: DocumentValue, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  /// The text of a key.
  func name(_ key: UInt32) -> String
  /// Adds the members of a schema to a list, as a dialect understands them: in the terms of JSON
  /// Schema 2020-12, where the document writes them in others.
  func addMembers(
    of schema: DocumentValue, in dialect: Dialect, to members: inout [SchemaMember])
  /// What a value means that has not the form the standard asks for; nil where that is not plain.
  ///
  /// - Parameters:
  ///   - value: A keyword's argument, or a schema.
  ///   - keyword: The keyword; nil for a schema.
  func plainMeaning(of value: DocumentValue, as keyword: String?) -> PlainMeaning?
}

/// What a value means that has not the form the standard asks for.
public enum PlainMeaning {
  /// Another value.
  case value(DocumentValue)
  /// Nothing: it is left out.
  case nothing
}

extension DocumentSource {
  public func plainMeaning(of value: DocumentValue, as keyword: String?) -> PlainMeaning? { nil }

  public func shortWholeNumber(of value: DocumentValue) -> Int? { nil }
}
