/// The parts of a message that has come in, for the type whose properties they are.
public struct MultipartReader: Sendable {
  private let values: [String: JSON]
  private let files: [String: [FilePart]]
  /// The files of the list that is still coming in.
  private let stream: (name: String, files: ValueStream<FilePart>)?

  init(
    values: [String: JSON], files: [String: [FilePart]],
    stream: (name: String, files: ValueStream<FilePart>)? = nil
  ) {
    self.values = values
    self.files = files
    self.stream = stream
  }

  /// The value of a part that must be there, or of several.
  public func required<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value {
    guard let value: Value = try optional(name) else {
      throw InvalidValue(violations: [Violation.missing.below(name)])
    }
    return value
  }

  /// The value of a part that may be missing, or of several.
  public func optional<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    guard let value = values[name] else { return nil }
    do {
      return try withJSON(value.json) { try Value(from: $0) }
    } catch {
      throw InvalidValue(violations: Violation.all(of: error).map { $0.below(name) })
    }
  }

  /// A file that must be there.
  public func file(_ name: String) throws -> FilePart {
    guard let file = fileIfPresent(name) else {
      throw InvalidValue(violations: [Violation.missing.below(name)])
    }
    return file
  }

  /// A file that may be missing.
  public func fileIfPresent(_ name: String) -> FilePart? { files[name]?.last }

  /// All files of a name. They are in memory, or one after another as they come.
  public func files(_ name: String) -> ValueStream<FilePart> {
    if let stream, stream.name == name { return stream.files }
    return ValueStream(files[name] ?? [])
  }
}

extension Violation {
  /// The same in an object of which the value is the member of that name.
  func below(_ name: String) -> Violation {
    var violation = self
    violation.instance = "/\(JSONPointer.escape(name))\(instance)"
    return violation
  }
}
