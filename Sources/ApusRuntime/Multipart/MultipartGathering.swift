/// Gathers the parts of a message in memory, as many bytes as may be kept.
struct MultipartGathering: Sendable {
  let fields: MultipartFields
  /// The most bytes that are kept.
  let limit: Int
  private var size = 0
  private var seen: Set<String> = []
  private var texts: [String: [String]] = [:]
  private var values: [String: [JSON]] = [:]
  private var files: [String: [FilePart]] = [:]
  private var violations: [Violation] = []
  /// The part that is coming in.
  private var header = HeaderFields()
  private var field: MultipartField?
  private var bytes: [UInt8] = []

  init(_ fields: MultipartFields, limit: Int) {
    self.fields = fields
    self.limit = limit
  }

  /// Takes what comes next.
  ///
  /// - Returns: Whether there is room for more.
  mutating func take(_ event: MultipartEvent) -> Bool {
    switch event {
    case .part(let header):
      self.header = header
      field = fields.field(for: header, besides: seen)
      bytes = []
      if let field { seen.insert(field.name) }
    case .data(let chunk):
      size += chunk.count
      // What the document doesn't name is passed over.
      if field != nil { bytes += chunk }
      return size <= limit
    case .end:
      keep()
    }
    return true
  }

  private mutating func keep() {
    guard let field else { return }
    switch field.form {
    case .file:
      violations += field.violations(of: header[.contentType])
      files[field.name, default: []].append(FilePart(header, Body(bytes)))
    case .text:
      if let text = String(validating: bytes, as: UTF8.self) {
        texts[field.name, default: []].append(text)
      } else {
        violations.append(Violation(expected: "UTF-8", found: "other bytes").below(field.name))
      }
    case .json:
      do {
        values[field.name, default: []].append(try withJSON(bytes) { $0.json })
      } catch {
        violations += Violation.all(of: error).map { $0.below(field.name) }
      }
    }
    self.field = nil
    bytes = []
  }
}

// What has been gathered.
extension MultipartGathering {
  /// The object whose members the parts are; a file is an empty text.
  private var object: [String: JSON] {
    var members = texts.sorted { $0.key < $1.key }.map { name, texts in
      let elements = texts.map(ParameterValue.scalar)
      let value = isList(name) ? .array(elements) : elements.last ?? .array([])
      return ParameterValue.Member(name: name, value: value)
    }
    members.removeAll { $0.value.isEmpty }
    var reading = ParameterReading(prefersLiterals: false)
    var object: [String: JSON] = [:]
    let json = reading.json(of: .object(members), by: fields.schema.map { [$0] } ?? [])
    if case .object(let read) = json { object = read }
    for (name, values) in values {
      object[name] = isList(name) ? .array(values) : values.last
    }
    for (name, files) in files {
      object[name] = isList(name) ? .array(files.map { _ in "" }) : ""
    }
    return object
  }

  private func isList(_ name: String) -> Bool { fields[name]?.isList ?? false }

  /// A message of which all parts have been gathered, and all that is wrong with it.
  func result<Value: MultipartMessage>(
    _ type: Value.Type, direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    let object = object
    let broken = violations + fields.violations(of: .object(object), direction: direction)
    return result(MultipartReader(values: object, files: files), broken)
  }

  private func result<Value: MultipartMessage>(
    _ parts: MultipartReader, _ violations: [Violation]
  ) -> (value: Value?, violations: [Violation]) {
    var parts = parts
    do {
      return (try Value(from: &parts), violations)
    } catch {
      return (nil, violations.isEmpty ? Violation.all(of: error) : violations)
    }
  }

  /// A message of which a file is still coming in that there is no room for, with that file as a
  /// stream. `nil` where the part that is coming in is no file, or where parts are missing that must
  /// be there: they may stand behind it.
  ///
  /// - Parameter partNumber: The file's number in the source.
  func result<Value: MultipartMessage>(
    _ type: Value.Type, direction: Direction, from source: MultipartSource, _ partNumber: Int
  ) -> (value: Value?, violations: [Violation])? {
    guard let field, field.form == .file else { return nil }
    var (object, files) = (object, files)
    let before = field.isList ? files[field.name] ?? [] : []
    object[field.name] = field.isList ? .array((before + [FilePart([])]).map { _ in "" }) : ""
    let broken = fields.violations(
      of: .object(object), direction: direction, endless: field.isList ? field.name : nil)
    if broken.contains(where: \.instance.isEmpty) { return nil }
    let rest = RemainingParts(source: source, fields: fields, field: field)
    let file = rest.file(header, beginning: bytes, partNumber: partNumber)
    files[field.name] = [file]
    let stream = field.isList ? (field.name, ValueStream(rest.files(before + [file]))) : nil
    return result(
      MultipartReader(values: object, files: files, stream: stream),
      violations + field.violations(of: header[.contentType]) + broken)
  }
}
