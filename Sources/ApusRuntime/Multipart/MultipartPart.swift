/// A part of a multipart message together with the header fields that the document describes
/// (OpenAPI 3.2.0, section 4.15.1, `headers`).
public protocol MultipartPart: Sendable {
  /// Takes the content and the header fields from a part.
  init(from part: inout PartReader) throws

  /// Puts the content and the header fields into a part.
  func write(to part: inout PartWriter)
}

/// A part that has come in.
public struct PartReader: Sendable {
  enum Content: Sendable {
    case value(JSON)
    case file(FilePart)
    case message(GatheredParts)
  }

  private let content: Content
  private let header: HeaderFields
  private let direction: Direction
  /// What is wrong with what could be read.
  private(set) var violations: [Violation] = []

  init(_ content: Content, _ header: HeaderFields, _ direction: Direction) {
    self.content = content
    self.header = header
    self.direction = direction
  }

  init(_ file: FilePart, _ direction: Direction) {
    self.init(.file(file), file.headers, direction)
  }

  /// The content as a value.
  public func value<Value: JSONCodable>(_ type: Value.Type = Value.self) throws -> Value {
    guard case .value(let value) = content else { throw InvalidValue(violations: [.missing]) }
    do {
      return try withJSON(value.json) { try Value(from: $0) }
    } catch {
      throw InvalidValue(violations: Violation.all(of: error))
    }
  }

  /// The content as it came.
  public func file() throws -> FilePart {
    guard case .file(let file) = content else { throw InvalidValue(violations: [.missing]) }
    return file
  }

  /// The content as a message of parts.
  public mutating func message<Value: MultipartMessage>(
    _ type: Value.Type = Value.self
  ) throws -> Value {
    guard case .message(let parts) = content else { throw InvalidValue(violations: [.missing]) }
    var reader = MultipartReader(parts, direction)
    defer { violations += reader.violations }
    return try Value(from: &reader)
  }

  /// A header field that must be there.
  ///
  /// - Throws: `InvalidValue` where it is not, or can't be read.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) throws -> Value {
    guard let value: Value = headerIfPresent(name, style: style, schema: schema) else {
      let violations = violations.isEmpty ? [Violation.missing.inHeader(name)] : violations
      throw InvalidValue(violations: violations)
    }
    return value
  }

  /// A header field that may be missing. One that can't be read is noted, and left out.
  public mutating func headerIfPresent<Value: JSONCodable>(
    _ name: HeaderName, as type: Value.Type = Value.self, style: ParameterStyle = .simple,
    schema: Schema? = nil
  ) -> Value? {
    let fields = header.values(of: name)
    if fields.isEmpty { return nil }
    let (value, violations) = style.tolerated(
      type, style.read(fields: fields).values, schema ?? schemaOf(type), direction: direction)
    self.violations += violations.map { $0.inHeader(name) }
    return value
  }
}

/// A part that goes out.
public struct PartWriter: Sendable {
  private(set) var value: JSON?
  private(set) var message: MultipartWriter?
  private var content: FilePart?
  private(set) var headers = HeaderFields()
  private(set) var violations: [Violation] = []

  init<Part: MultipartPart>(_ part: Part) {
    part.write(to: &self)
  }

  /// Sets the content to a value.
  public mutating func value<Value: JSONCodable>(_ value: Value) {
    self.value = try? withJSON(value.json) { $0.json }
  }

  /// Sets the content to bytes as they come.
  public mutating func file(_ file: FilePart) {
    content = file
  }

  /// Sets the content to a message of parts.
  public mutating func message<Value: MultipartMessage>(_ value: Value) {
    message = MultipartWriter(value)
  }

  /// Sets a header field; `nil` sets none, and so does a list or an object without parts.
  public mutating func header<Value: JSONCodable>(
    _ name: HeaderName, _ value: Value?, style: ParameterStyle = .simple, schema: Schema? = nil
  ) {
    guard let value else { return }
    let bytes = value.json
    let rules = schema ?? schemaOf(Value.self)
    violations += (rules?.violations(in: bytes, direction: .request) ?? [])
      .map { $0.inHeader(name) }
    guard let value = ParameterValue(json: bytes, for: style), !value.isEmpty else { return }
    let (text, unclear) = style.field(name, of: value)
    headers[name] = text
    violations += unclear.map { $0.inHeader(name) }
  }

  /// The file with the header fields.
  var file: FilePart? {
    guard var file = content else { return nil }
    for field in headers { file.headers[field.name] = field.value }
    return file
  }
}

extension Violation {
  /// The same where the value stands in a header field.
  func inHeader(_ name: HeaderName) -> Violation {
    var violation = self
    violation.instance = ""
    violation.expected += " in the header field \(name)"
    return violation
  }
}
