/// Why a JSON value can't be read as a type, and which value it is.
public struct JSONDecodingError: Error, Hashable, Sendable {
  /// Where the value is, as a JSON Pointer (RFC 6901); empty for the whole text.
  public private(set) var path: String
  /// What was expected: “an integer”.
  public let expected: String
  /// What was found: a short value itself, of others the kind.
  public let found: String

  /// An error at a value itself.
  ///
  /// - Parameters:
  ///   - expected: What was expected: “an integer”.
  ///   - found: The value that was found.
  public init(expected: String, found: JSONView) {
    self.init(path: "", expected: expected, found: found.summary)
  }

  /// An error at a value inside of others.
  ///
  /// - Parameters:
  ///   - path: Where the value is, as a JSON Pointer.
  ///   - expected: What was expected: “an integer”.
  ///   - found: What was found, in words.
  public init(path: String, expected: String, found: String) {
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// The same error, seen from the array or object around the value.
  func within(_ token: String) -> JSONDecodingError {
    var error = self
    error.path = "/" + JSONPointer.escape(token) + path
    return error
  }
}

extension JSONDecodingError: CustomStringConvertible {
  public var description: String {
    (path.isEmpty ? "" : "\(path): ") + "expected \(expected), found \(found)"
  }
}

/// Reads a value inside an array or object; an error says where it is.
func read<Value: JSONCodable>(_ view: JSONView, at token: @autoclosure () -> String) throws -> Value
{
  do {
    return try Value(from: view)
  } catch let error as JSONDecodingError {
    throw error.within(token())
  }
}

extension JSONView {
  /// The value itself if that is short, else its kind, for messages.
  public var summary: String {
    switch kind {
    case .null: return "null"
    case .boolean: return boolean == true ? "true" : "false"
    case .number: return literal.count <= 40 ? "\(number?.text ?? "")" : "a number"
    case .string: return codePointCount <= 40 ? string?.jsonText ?? "" : "a string"
    case .array, .object: return count == 0 ? "an empty \(kind)" : kind.withArticle
    }
  }
}
