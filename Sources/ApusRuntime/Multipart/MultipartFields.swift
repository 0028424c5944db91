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

  /// What is sent where nothing else says it.
  var mediaType: MediaType {
    mediaTypes.first { !$0.isRange } ?? "application/octet-stream"
  }

  /// What is wrong with a file's media type. That of a part which says none is not known.
  func violations(of contentType: String?) -> [Violation] {
    guard form == .file, !mediaTypes.isEmpty, let contentType else { return [] }
    let type = MediaType(contentType)
    if let type, mediaTypes.contains(where: { type.matches($0) }) { return [] }
    let expected = mediaTypes.map(\.description).joined(separator: " or ")
    return [Violation(expected: expected, found: contentType).below(name)]
  }
}

/// What the document says of a multipart message.
public struct MultipartFields: Sendable {
  let fields: [MultipartField]
  /// The rules for the object whose members the parts are.
  let schema: Schema?

  public init(_ fields: MultipartField..., schema: Schema? = nil) {
    self.fields = fields
    self.schema = schema
  }

  subscript(name: String) -> MultipartField? { fields.first { $0.name == name } }

  /// The field that a part is for: by its name; in other messages than forms by its `Content-ID`, or
  /// else by its media type, the first that is not there yet.
  func field(for header: HeaderFields, besides seen: Set<String>) -> MultipartField? {
    let disposition = header["Content-Disposition"].map { HeaderParameters($0) }
    if let name = disposition?.disposition("name") { return self[name] }
    let id = header["Content-ID"]?.filter { $0 != "<" && $0 != ">" }
    if let id, let field = self[id] { return field }
    guard let type = header[.contentType].flatMap({ MediaType($0) }) else { return nil }
    return fields.first { field in
      !seen.contains(field.name) && field.mediaTypes.contains { type.matches($0) }
    }
  }

  /// What is wrong with the object whose members the parts are. Of files it only has that they are
  /// there, or how many.
  ///
  /// - Parameter endless: The list of files of which it is not known yet how many there are.
  func violations(
    of object: JSON, direction: Direction, endless: String? = nil
  ) -> [Violation] {
    let violations = schema?.violations(in: object.json, direction: direction) ?? []
    return violations.filter { violation in
      !fields.contains { field in
        guard field.form == .file else { return false }
        let pointer = "/\(JSONPointer.escape(field.name))"
        if violation.instance.hasPrefix(pointer + "/") { return true }
        return violation.instance == pointer && (!field.isList || field.name == endless)
      }
    }
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
