/// A part of a multipart message that is taken as it comes: a file, most often.
public struct FilePart: Sendable {
  /// The bytes, and in ``Body/contentType`` what they are. Of a message that comes in they can be
  /// read once, and only until the next part is asked for.
  public var body: Body
  /// The file's name, as the sender calls it: it may be any text, with `/` and `..` in it too. Where
  /// a sender says none, the part's name is sent, since servers tell files by their having one.
  public var filename: String?
  /// The part's name, in a stream of parts; where the document names the parts, it is the document
  /// that decides.
  public var name: String?
  /// Header fields beside `Content-Disposition` and `Content-Type`.
  public var headers: HeaderFields

  /// A part with a body, which may be a stream.
  ///
  /// - Parameters:
  ///   - body: The bytes, with their type.
  ///   - filename: The file's name; nil for the part's.
  ///   - name: The part's name, in a stream of parts.
  ///   - headers: Further header fields.
  public init(
    _ body: Body, filename: String? = nil, name: String? = nil, headers: HeaderFields = [:]
  ) {
    self.body = body
    self.filename = filename
    self.name = name
    self.headers = headers
  }

  /// Bytes that are in memory.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - filename: What the file is called, if it has a name.
  ///   - contentType: What the bytes are, such as `image/png`.
  public init(_ bytes: [UInt8], filename: String? = nil, contentType: String? = nil) {
    var body = Body(bytes)
    body.contentType = contentType
    self.init(body, filename: filename)
  }

  /// A part that came in.
  init(_ header: HeaderFields, _ body: Body) {
    let disposition = header["Content-Disposition"].map { HeaderParameters($0) }
    self.body = body
    self.body.contentType = header[.contentType]
    filename = disposition?.disposition("filename")
    name = disposition?.disposition("name")
    headers = header
    headers["Content-Disposition"] = nil
    headers[.contentType] = nil
  }
}

extension FilePart {
  /// The header as it is written.
  ///
  /// - Parameters:
  ///   - name: The part's name; nil where parts have none.
  ///   - mediaType: What the bytes are, where the body says nothing of it.
  func header(named name: String?, mediaType: String) -> HeaderFields {
    var fields = HeaderFields()
    if let name {
      let file = HeaderParameters.quoted(filename ?? name)
      fields.append(
        "Content-Disposition",
        "form-data; name=\(HeaderParameters.quoted(name)); filename=\(file)")
    } else if let filename {
      fields.append(
        "Content-Disposition", "attachment; filename=\(HeaderParameters.quoted(filename))")
    }
    fields.append(.contentType, body.contentType ?? mediaType)
    for field in headers where field.name != "Content-Disposition" && field.name != .contentType {
      fields.append(field.name, field.value)
    }
    return fields
  }
}
