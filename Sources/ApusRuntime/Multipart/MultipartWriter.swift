/// The parts of a message that goes out, as the type whose properties they are adds them.
public struct MultipartWriter: Sendable {
  let fields: MultipartFields
  /// The object whose members the parts are; a file is an empty text.
  private var object: [String: JSON] = [:]
  private var files: [String: ValueStream<FilePart>] = [:]
  private(set) var violations: [Violation] = []

  init<Value: MultipartMessage>(_ value: Value) {
    fields = Value.fields
    value.write(to: &self)
  }

  /// Adds the part of a value, or a part for each of several; `nil` adds none.
  public mutating func write<Value: JSONCodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    object[name] = try? withJSON(value.json) { $0.json }
  }

  /// Adds a file; `nil` adds none.
  public mutating func write(_ name: String, _ file: FilePart?) {
    guard let file else { return }
    object[name] = ""
    violations += fields[name]?.violations(of: file.body.contentType) ?? []
    files[name] = ValueStream([file])
  }

  /// Adds files, each when the transport asks for it.
  public mutating func write(_ name: String, _ files: ValueStream<FilePart>) {
    self.files[name] = files
    guard let elements = files.elements else {
      object[name] = .array([])
      return
    }
    if elements.isEmpty {
      self.files[name] = nil
      return
    }
    object[name] = .array(elements.map { _ in "" })
    violations += elements.flatMap { fields[name]?.violations(of: $0.body.contentType) ?? [] }
  }

  /// What is wrong with the message, as far as that is known beforehand.
  func violations(_ direction: Direction) -> [Violation] {
    let endless = files.filter { $0.value.elements == nil }.keys.first
    return violations
      + fields.violations(of: .object(object), direction: direction, endless: endless)
  }

  /// The message. Files stand last, so that who receives it knows all else before them.
  ///
  /// - Parameter mediaType: The media type without the boundary.
  func body(_ mediaType: MediaType, boundary: String = .boundary) -> Body {
    var output = MultipartOutput(boundary: boundary)
    for field in fields.fields where field.form != .file {
      for (header, bytes) in parts(of: field) { output.add(header, bytes) }
    }
    for field in fields.fields {
      guard let files = files[field.name] else { continue }
      let type = field.mediaType.description
      if let elements = files.elements {
        for file in elements {
          output.add(file.header(named: field.name, mediaType: type), file.body)
        }
      } else {
        output.add(files) { $0.header(named: field.name, mediaType: type) }
      }
    }
    return output.body(mediaType)
  }

  /// The parts of a field that is not a file.
  private func parts(of field: MultipartField) -> [(HeaderFields, Body)] {
    guard let value = object[field.name] else { return [] }
    var elements = [value]
    if field.isList, case .array(let list) = value { elements = list }
    let name = HeaderParameters.quoted(field.name)
    var header: HeaderFields = ["Content-Disposition": "form-data; name=\(name)"]
    // Text is the default (RFC 7578, section 4.4).
    if field.form != .text || field.mediaType != "text/plain" {
      header[.contentType] = field.mediaType.description
    }
    return elements.map { element in
      if field.form == .text, case .string(let text) = element { return (header, Body(text)) }
      return (header, Body(element.json))
    }
  }
}
