/// Gathers the parts of a message in memory, as many bytes as may be kept.
struct MultipartGathering: Sendable {
  let fields: MultipartFields
  /// The most bytes that are kept.
  let limit: Int
  private var size = 0
  /// How many parts have begun.
  private var count = 0
  private var seen: Set<String> = []
  private var texts: [String: [String]] = [:]
  private var values: [String: [JSON]] = [:]
  private var gathered = GatheredParts()
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
      // A part's header may be longer than its bytes.
      size += header.reduce(0) { $0 + $1.name.description.utf8.count + $1.value.utf8.count }
      self.header = header
      field = fields.field(for: header, at: count, besides: seen)
      count += 1
      bytes = []
      if let field { seen.insert(field.name) }
      if field == nil, fields.isInOrder, count == fields.fields.count + 1 {
        violations.append(Violation(expected: "no more than \(count - 1) parts", found: "more"))
      }
    case .data(let chunk):
      size += chunk.count
      // What the document doesn't name is passed over.
      if field != nil { bytes += chunk }
    case .end:
      keep()
    }
    return size <= limit
  }

  private mutating func keep() {
    guard let field else { return }
    let isKept: Bool
    switch field.form {
    case .file:
      violations += field.violations(of: header[.contentType])
      gathered.files[field.name, default: []].append(FilePart(header, Body(bytes)))
      isKept = true
    case .text: isKept = keepText(of: field)
    case .json: isKept = keepJSON(of: field)
    case .message(let fields): isKept = keepMessage(of: field, fields)
    }
    if isKept { gathered.headers[field.name, default: []].append(header) }
    self.field = nil
    bytes = []
  }

  private mutating func keepText(of field: MultipartField) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      violations.append(Violation(expected: "UTF-8", found: "other bytes").below(field.name))
      return false
    }
    texts[field.name, default: []].append(text)
    return true
  }

  private mutating func keepJSON(of field: MultipartField) -> Bool {
    do {
      values[field.name, default: []].append(try withJSON(bytes) { $0.json })
      return true
    } catch {
      violations += Violation.all(of: error).map { $0.below(field.name) }
      return false
    }
  }

  private mutating func keepMessage(of field: MultipartField, _ fields: MultipartFields) -> Bool {
    var body = Body(bytes)
    body.contentType = header[.contentType]
    do {
      let inner = try MultipartGathering.gathered(body, fields)
      violations += inner.violations.map { $0.below(field.name) }
      let parts = inner.parts
      values[field.name, default: []].append(fields.content(parts.values))
      gathered.messages[field.name, default: []].append(parts)
      return true
    } catch {
      let violation = Violation(expected: "a multipart message", found: "\(error)")
      violations.append(violation.below(field.name))
      return false
    }
  }

  /// All parts of a message that is in memory.
  static func gathered(
    _ body: Body, _ fields: MultipartFields
  ) throws(MultipartError) -> MultipartGathering {
    var gathering = MultipartGathering(fields, limit: .max)
    var parser = MultipartParser(boundary: try body.boundary())
    parser.append(body.bytes ?? [])
    while let event = try parser.next() { _ = gathering.take(event) }
    if !parser.isComplete { throw .truncated }
    return gathering
  }
}

// What has been gathered.
extension MultipartGathering {
  /// The parts, with the values by their fields' names; a file is an empty text.
  private var parts: GatheredParts {
    var parts = gathered
    parts.values = readTexts
    for (name, values) in values {
      parts.values[name] = isList(name) ? .array(values) : values.last
    }
    for (name, files) in gathered.files {
      parts.values[name] = isList(name) ? .array(files.map { _ in "" }) : ""
    }
    return parts
  }

  /// The parts that are text, as what the schema takes them for.
  private var readTexts: [String: JSON] {
    let schemas = fields.schema.map { [$0] } ?? []
    var reading = ParameterReading(prefersLiterals: false)
    if fields.isInOrder {
      let elements = fields.fields.flatMap { field in
        texts[field.name]?.map(ParameterValue.scalar) ?? [.scalar("")]
      }
      guard case .array(let read) = reading.json(of: .array(elements), by: schemas) else {
        return [:]
      }
      return Dictionary(
        zip(fields.fields, read.indices).compactMap { field, place in
          guard texts[field.name] != nil else { return nil }
          return (field.name, field.isList ? .array(Array(read[place...])) : read[place])
        }, uniquingKeysWith: { first, _ in first })
    }
    var members = texts.sorted { $0.key < $1.key }.map { name, texts in
      let elements = texts.map(ParameterValue.scalar)
      let value = isList(name) ? .array(elements) : elements.last ?? .array([])
      return ParameterValue.Member(name: name, value: value)
    }
    members.removeAll { $0.value.isEmpty }
    guard case .object(let read) = reading.json(of: .object(members), by: schemas) else {
      return [:]
    }
    return read
  }

  private func isList(_ name: String) -> Bool { fields[name]?.isList ?? false }

  /// A message of which all parts have been gathered, and all that is wrong with it.
  func result<Value: MultipartMessage>(
    _ type: Value.Type, direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    let parts = parts
    let broken = violations + fields.violations(of: parts.values, direction: direction)
    return result(parts, broken, direction)
  }

  private func result<Value: MultipartMessage>(
    _ parts: GatheredParts, _ violations: [Violation], _ direction: Direction
  ) -> (value: Value?, violations: [Violation]) {
    var reader = MultipartReader(parts, direction)
    do {
      let value = try Value(from: &reader)
      return (value, violations + reader.violations)
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
    guard let field, field.form.isFile else { return nil }
    var parts = parts
    let before = field.isList ? parts.files[field.name] ?? [] : []
    parts.values[field.name] =
      field.isList ? .array((before + [FilePart([])]).map { _ in "" }) : ""
    let broken = fields.violations(
      of: parts.values, direction: direction, endless: field.isList ? field.name : nil)
    if broken.contains(where: \.instance.isEmpty) { return nil }
    let rest = RemainingParts(source: source, fields: fields, field: field)
    let file = rest.file(header, beginning: bytes, partNumber: partNumber)
    parts.files[field.name] = [file]
    if field.isList { parts.stream = (field.name, ValueStream(rest.files(before + [file]))) }
    return result(
      parts, violations + field.violations(of: header[.contentType]) + broken, direction)
  }
}
