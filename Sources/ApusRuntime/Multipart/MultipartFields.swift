/// What the document says of one part of a multipart message (OpenAPI 3.2.0, sections 4.14.4 and
/// 4.15.1).
public struct MultipartField: Sendable {
  /// How a part is written.
  enum Form: Sendable {
    /// Text, as of parameters.
    case text
    case json
    /// Bytes as they come.
    case file
    /// A multipart message itself.
    case message(MultipartFields)

    /// Whether it is bytes as they come.
    var isFile: Bool { if case .file = self { true } else { false } }
  }

  let name: String
  let form: Form
  /// Whether there may be several parts of the name.
  let isList: Bool
  /// What the part may be; the first is what is sent.
  let mediaTypes: [MediaType]

  private init(_ name: String, _ form: Form, _ isList: Bool, _ mediaTypes: [MediaType]) {
    self.name = name
    self.form = form
    self.isList = isList
    self.mediaTypes = mediaTypes
  }

  /// A part that is text.
  public static func text(
    _ name: String, isList: Bool = false, mediaType: MediaType = "text/plain"
  ) -> MultipartField {
    MultipartField(name, .text, isList, [mediaType])
  }

  /// A part that is JSON.
  public static func json(
    _ name: String, isList: Bool = false, mediaType: MediaType = .json
  ) -> MultipartField {
    MultipartField(name, .json, isList, [mediaType])
  }

  /// A part that is a file, of one of those media types if there are any.
  public static func file(
    _ name: String, isList: Bool = false, mediaTypes: MediaType...
  ) -> MultipartField {
    MultipartField(name, .file, isList, mediaTypes)
  }

  /// A part that is a multipart message itself.
  public static func message(
    _ name: String, isList: Bool = false, mediaType: MediaType, fields: MultipartFields
  ) -> MultipartField {
    MultipartField(name, .message(fields), isList, [mediaType])
  }

  /// What is sent where nothing else says it.
  var mediaType: MediaType { mediaTypes.ofParts }

  /// What is wrong with a file's media type.
  func violations(of contentType: String?) -> [Violation] {
    form.isFile ? mediaTypes.violations(ofPart: contentType).map { $0.below(name) } : []
  }
}

extension [MediaType] {
  /// Of what parts may be, what is sent where nothing else says it.
  var ofParts: MediaType { first { !$0.isRange } ?? "application/octet-stream" }

  /// What is wrong with a part's media type, if there is anything that it must be. That of a part which
  /// says none is not known.
  func violations(ofPart contentType: String?) -> [Violation] {
    guard !isEmpty, let contentType else { return [] }
    if let type = MediaType(contentType), contains(where: { type.matches($0) }) { return [] }
    let expected = map(\.description).joined(separator: " or ")
    return [Violation(expected: expected, found: contentType)]
  }
}

/// What the document says of a multipart message.
public struct MultipartFields: Sendable {
  let fields: [MultipartField]
  /// The rules for the object whose members the parts are, or for the list of them.
  let schema: Schema?
  /// Whether parts are told by their places, and not by their names.
  let isInOrder: Bool

  /// A message whose parts have names.
  public init(_ fields: MultipartField..., schema: Schema? = nil) {
    self.fields = fields
    self.schema = schema
    isInOrder = false
  }

  /// A message whose parts are told by their places: where there may be several of the last, they
  /// are all that follow.
  public init(
    inOrder first: MultipartField, _ others: MultipartField..., schema: Schema? = nil
  ) {
    fields = [first] + others
    self.schema = schema
    isInOrder = true
  }

  subscript(name: String) -> MultipartField? { fields.first { $0.name == name } }

  /// The field that a part is for: by its place; or by its name; in other messages than forms by its
  /// `Content-ID`, or else by its media type, the first that is not there yet.
  func field(
    for header: HeaderFields, at place: Int, besides seen: Set<String>
  ) -> MultipartField? {
    if isInOrder {
      return place < fields.count ? fields[place] : fields.last.flatMap { $0.isList ? $0 : nil }
    }
    let disposition = header["Content-Disposition"].map { HeaderParameters($0) }
    if let name = disposition?.disposition("name") { return self[name] }
    let id = header["Content-ID"]?.filter { $0 != "<" && $0 != ">" }
    if let id, let field = self[id] { return field }
    guard let type = header[.contentType].flatMap({ MediaType($0) }) else { return nil }
    return fields.first { field in
      !seen.contains(field.name) && field.mediaTypes.contains { type.matches($0) }
    }
  }
}

// What the schema describes.
extension MultipartFields {
  /// The object whose members the parts are, or the list of them.
  func content(_ members: [String: JSON]) -> JSON {
    guard isInOrder else { return .object(members) }
    var elements: [JSON] = []
    for field in fields {
      guard let value = members[field.name] else { break }
      if field.isList, case .array(let rest) = value {
        elements += rest
      } else {
        elements.append(value)
      }
    }
    return .array(elements)
  }

  /// What is wrong with the object whose members the parts are. Of files it only has that they are
  /// there, or how many.
  ///
  /// - Parameter endless: The list of files of which it is not known yet how many there are.
  func violations(
    of members: [String: JSON], direction: Direction, endless: String? = nil
  ) -> [Violation] {
    let json = content(members).json
    let violations = schema?.violations(in: json, direction: direction) ?? []
    return violations.filter { violation in
      if isInOrder, endless != nil, violation.instance.isEmpty { return false }
      return !concernFile(violation.instance[...], endless: endless)
    }
  }

  /// Whether a place is that of a file, or in it: the object has nothing of its bytes.
  private func concernFile(_ pointer: Substring, endless: String?) -> Bool {
    fields.enumerated().contains { index, field in
      guard let inside = inside(pointer, of: field, at: index) else { return false }
      switch field.form {
      case .text, .json: return false
      case .file: return !inside.isEmpty || !field.isList || isInOrder || field.name == endless
      case .message(let inner):
        let message = field.isList && !isInOrder ? inside.dropFirst().drop { $0 != "/" } : inside
        return inner.concernFile(message, endless: nil)
      }
    }
  }

  /// The place inside of a part; `nil` where it is not the part's.
  private func inside(_ pointer: Substring, of field: MultipartField, at index: Int) -> Substring? {
    let token = pointer.dropFirst().prefix { $0 != "/" }
    let isOwn: Bool
    if isInOrder {
      let place = Int(token) ?? -1
      isOwn = field.isList ? place >= index : place == index
    } else {
      isOwn = !pointer.isEmpty && token == JSONPointer.escape(field.name)
    }
    return isOwn ? pointer.dropFirst(token.count + 1) : nil
  }
}

/// A type whose properties are the parts of a multipart message.
public protocol MultipartMessage: Sendable {
  /// What the document says of the parts.
  static var fields: MultipartFields { get }

  /// Takes the properties from the parts.
  init(from parts: inout MultipartReader) throws

  /// Adds a part for each property that is there.
  func write(to parts: inout MultipartWriter)
}
