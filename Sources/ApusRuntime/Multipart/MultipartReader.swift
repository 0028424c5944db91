/// The parts of a message that has come in, for the type whose properties they are.
public struct MultipartReader: Sendable {
  private let parts: GatheredParts
  private let direction: Direction
  /// What is wrong with header fields that could be read.
  private(set) var violations: [Violation] = []

  init(_ parts: GatheredParts, _ direction: Direction) {
    self.parts = parts
    self.direction = direction
  }
}

// Values.
extension MultipartReader {
  /// The value of a part that must be there, or of several.
  public func required<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try present(name, optional(name))
  }

  /// The value of a part that may be missing, or of several.
  public func optional<Value: JSONCodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    guard let value = parts.values[name] else { return nil }
    do {
      return try withJSON(value.json) { try Value(from: $0) }
    } catch {
      throw InvalidValue(violations: Violation.all(of: error).map { $0.below(name) })
    }
  }

  private func present<Value>(_ name: String, _ value: Value?) throws -> Value {
    guard let value else { throw InvalidValue(violations: [Violation.missing.below(name)]) }
    return value
  }
}

// Files.
extension MultipartReader {
  /// A file that must be there.
  public func file(_ name: String) throws -> FilePart { try present(name, fileIfPresent(name)) }

  /// A file that may be missing.
  public func fileIfPresent(_ name: String) -> FilePart? { parts.files[name]?.last }

  /// All files of a name. They are in memory, or one after another as they come.
  public func files(_ name: String) -> ValueStream<FilePart> {
    if let stream = parts.stream, stream.name == name { return stream.files }
    return ValueStream(parts.files[name] ?? [])
  }

  /// All files of a name with their header fields.
  public mutating func files<Value: MultipartPart>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> ValueStream<Value> {
    guard let stream = parts.stream, stream.name == name else { return ValueStream(try all(name)) }
    let direction = direction
    return ValueStream(
      stream.files.map { file in
        var part = PartReader(file, direction)
        var violations: [Violation] = []
        do {
          let value = try Value(from: &part)
          if part.violations.isEmpty { return value }
          violations = part.violations
        } catch {
          violations = Violation.all(of: error)
        }
        throw InvalidRequest(violations.map { $0.below(name) }, in: .body)
      })
  }
}

// Parts with header fields.
extension MultipartReader {
  /// A part that must be there, with its header fields.
  public mutating func required<Value: MultipartPart>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try present(name, optional(name))
  }

  /// A part that may be missing, with its header fields.
  public mutating func optional<Value: MultipartPart>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    let content: PartReader.Content
    if let file = parts.files[name]?.last {
      content = .file(file)
    } else if let message = parts.messages[name]?.last {
      content = .message(message)
    } else if let value = parts.values[name] {
      content = .value(value)
    } else {
      return nil
    }
    return try read(content, parts.headers[name]?.last, name)
  }

  /// Several parts, of which there must be one, with their header fields.
  public mutating func required<Value: MultipartPart>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> [Value] {
    try present(name, optional(name))
  }

  /// Several parts, or none, with their header fields.
  public mutating func optional<Value: MultipartPart>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> [Value]? {
    parts.values[name] == nil ? nil : try all(name)
  }

  private mutating func all<Value: MultipartPart>(_ name: String) throws -> [Value] {
    var contents = (parts.files[name] ?? []).map(PartReader.Content.file)
    contents += (parts.messages[name] ?? []).map(PartReader.Content.message)
    if contents.isEmpty, case .array(let values) = parts.values[name] {
      contents = values.map(PartReader.Content.value)
    }
    let headers = parts.headers[name] ?? []
    var values: [Value] = []
    for (index, content) in contents.enumerated() {
      values.append(try read(content, headers.indices.contains(index) ? headers[index] : nil, name))
    }
    return values
  }

  private mutating func read<Value: MultipartPart>(
    _ content: PartReader.Content, _ header: HeaderFields?, _ name: String
  ) throws -> Value {
    try read(PartReader(content, header ?? [:], direction), name) { try Value(from: &$0) }
  }

  /// What is made of a part; what is wrong with it is told below its name.
  private mutating func read<Value>(
    _ part: PartReader, _ name: String, as value: (inout PartReader) throws -> Value
  ) throws -> Value {
    var part = part
    defer { violations += part.violations.map { $0.below(name) } }
    do {
      return try value(&part)
    } catch {
      throw InvalidValue(violations: Violation.all(of: error).map { $0.below(name) })
    }
  }
}

// Messages in messages.
extension MultipartReader {
  /// A message that must be there.
  public mutating func required<Value: MultipartMessage>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try present(name, optional(name))
  }

  /// A message that may be missing.
  public mutating func optional<Value: MultipartMessage>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    try parts.messages[name]?.last.map { try read($0, name) }
  }

  /// Several messages, of which there must be one.
  public mutating func required<Value: MultipartMessage>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> [Value] {
    try present(name, optional(name))
  }

  /// Several messages, or none.
  public mutating func optional<Value: MultipartMessage>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> [Value]? {
    guard let messages = parts.messages[name] else { return nil }
    var values: [Value] = []
    for message in messages { values.append(try read(message, name)) }
    return values
  }

  private mutating func read<Value: MultipartMessage>(
    _ message: GatheredParts, _ name: String
  ) throws -> Value {
    try read(PartReader(.message(message), [:], direction), name) { try $0.message() }
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
