/// The parts of a message that goes out, as the type whose properties they are adds them.
public struct MultipartWriter: Sendable {
  let fields: MultipartFields
  /// The values by the names of their fields; a file is an empty text.
  private var values: [String: JSON] = [:]
  /// The headers of the parts of each field, where the document describes any.
  private var headers: [String: [HeaderFields]] = [:]
  private var files: [String: ValueStream<FilePart>] = [:]
  private var messages: [String: [MultipartWriter]] = [:]
  private(set) var violations: [Violation] = []

  init<Value: MultipartMessage>(_ value: Value) {
    fields = Value.fields
    value.write(to: &self)
  }

  /// What is wrong with the message, as far as that is known beforehand.
  func violations(_ direction: Direction) -> [Violation] {
    let endless = files.filter { $0.value.elements == nil }.keys.first
    return violations + gap
      + fields.violations(of: values, direction: direction, endless: endless)
  }

  /// Where parts are told by their places, none can be left out before another.
  private var gap: [Violation] {
    guard fields.isInOrder,
      let missing = fields.fields.firstIndex(where: { values[$0.name] == nil }),
      fields.fields[missing...].contains(where: { values[$0.name] ?? .array([]) != .array([]) })
    else { return [] }
    return [Violation.missing.below(fields.fields[missing].name)]
  }
}

// Values and files.
extension MultipartWriter {
  /// Adds the part of a value, or a part for each of several; `nil` adds none.
  public mutating func write<Value: JSONCodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    values[name] = try? withJSON(value.json) { $0.json }
  }

  /// Adds a file; `nil` adds none.
  public mutating func write(_ name: String, _ file: FilePart?) {
    guard let file else { return }
    values[name] = ""
    violations += fields[name]?.violations(of: file.body.contentType) ?? []
    files[name] = ValueStream([file])
  }

  /// Adds files, each when the transport asks for it.
  public mutating func write(_ name: String, _ files: ValueStream<FilePart>) {
    self.files[name] = files
    guard let elements = files.elements else {
      values[name] = .array([])
      return
    }
    if elements.isEmpty {
      self.files[name] = nil
      return
    }
    values[name] = .array(elements.map { _ in "" })
    violations += elements.flatMap { fields[name]?.violations(of: $0.body.contentType) ?? [] }
  }
}

// Parts with header fields, and messages.
extension MultipartWriter {
  /// Adds a part with header fields; `nil` adds none.
  public mutating func write<Part: MultipartPart>(_ name: String, _ part: Part?) {
    if let part { add(name, [PartWriter(part)]) }
  }

  /// Adds parts with header fields; `nil` adds none.
  public mutating func write<Part: MultipartPart>(_ name: String, _ parts: [Part]?) {
    if let parts { add(name, parts.map { PartWriter($0) }) }
  }

  /// Adds files with header fields, each when the transport asks for it.
  public mutating func write<Part: MultipartPart>(_ name: String, _ parts: ValueStream<Part>) {
    if let elements = parts.elements { return add(name, elements.map { PartWriter($0) }) }
    write(
      name,
      ValueStream(
        parts.map { part in
          let part = PartWriter(part)
          let violations = part.violations.map { $0.below(name) }
          guard violations.isEmpty, let file = part.file else {
            throw InvalidValue(violations: violations)
          }
          return file
        }))
  }

  /// Adds a message; `nil` adds none.
  public mutating func write<Value: MultipartMessage>(_ name: String, _ message: Value?) {
    if let message { add(name, [MultipartWriter(message)]) }
  }

  /// Adds messages; `nil` adds none.
  public mutating func write<Value: MultipartMessage>(_ name: String, _ messages: [Value]?) {
    if let messages { add(name, messages.map { MultipartWriter($0) }) }
  }

  private mutating func add(_ name: String, _ parts: [PartWriter]) {
    violations += parts.flatMap { $0.violations.map { $0.below(name) } }
    let files = parts.compactMap(\.file)
    if !files.isEmpty {
      write(name, ValueStream(files))
      if !isList(name) { values[name] = "" }
      return
    }
    headers[name] = parts.map(\.headers)
    let messages = parts.compactMap(\.message)
    if !messages.isEmpty { return add(name, messages) }
    let values = parts.compactMap(\.value)
    self.values[name] = isList(name) ? .array(values) : values.first
  }

  private mutating func add(_ name: String, _ messages: [MultipartWriter]) {
    violations += messages.flatMap { $0.violations.map { $0.below(name) } }
    self.messages[name] = messages
    let values = messages.map { $0.fields.content($0.values) }
    self.values[name] = isList(name) ? .array(values) : values.first
  }

  private func isList(_ name: String) -> Bool { fields[name]?.isList ?? false }
}

// The message.
extension MultipartWriter {
  /// The message. Where parts have names files stand last, so that who receives it knows all else
  /// before them.
  ///
  /// - Parameter mediaType: The media type without the boundary.
  func body(_ mediaType: MediaType, boundary: String = .boundary) -> Body {
    var output = MultipartOutput(boundary: boundary)
    let files = fields.fields.filter(\.form.isFile)
    let others = fields.fields.filter { !$0.form.isFile }
    for field in fields.isInOrder ? fields.fields : others + files {
      if field.form.isFile {
        addFiles(of: field, to: &output)
      } else {
        for (header, bytes) in parts(of: field) { output.add(header, bytes) }
      }
    }
    return output.body(mediaType)
  }

  /// What a field is called in its parts.
  private func name(of field: MultipartField) -> String? { fields.isInOrder ? nil : field.name }

  private func addFiles(of field: MultipartField, to output: inout MultipartOutput) {
    guard let files = files[field.name] else { return }
    let (name, type) = (name(of: field), field.mediaType.description)
    if let elements = files.elements {
      for file in elements { output.add(file.header(named: name, mediaType: type), file.body) }
    } else {
      output.add(files) { $0.header(named: name, mediaType: type) }
    }
  }

  /// The parts of a field that is not a file.
  private func parts(of field: MultipartField) -> [(HeaderFields, Body)] {
    var header = HeaderFields()
    if let name = name(of: field) {
      header["Content-Disposition"] = "form-data; name=\(HeaderParameters.quoted(name))"
    }
    return bodies(of: field).enumerated().map { index, body in
      var header = header
      // Text is the default (RFC 7578, section 4.4, and RFC 2046, section 5.1).
      header[.contentType] =
        body.contentType ?? (field.isPlainText ? nil : field.mediaType.description)
      let described = headers[field.name] ?? []
      if described.indices.contains(index) {
        for own in described[index] { header[own.name] = own.value }
      }
      return (header, body)
    }
  }

  private func bodies(of field: MultipartField) -> [Body] {
    if let messages = messages[field.name] { return messages.map { $0.body(field.mediaType) } }
    guard let value = values[field.name] else { return [] }
    var elements = [value]
    if field.isList, case .array(let list) = value { elements = list }
    return elements.map { element in
      if case .text = field.form, case .string(let text) = element { return Body(text) }
      return Body(element.json)
    }
  }
}

extension MultipartField {
  /// Whether it is what a part is that says nothing of itself.
  fileprivate var isPlainText: Bool {
    if case .text = form { mediaType == "text/plain" } else { false }
  }
}
