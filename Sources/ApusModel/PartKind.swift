import ApusCore

/// What the schemas of a part tell of how it is written.
struct PartKind {
  /// Whether there may be several parts of the name.
  var isList = false
  /// Whether it is bytes that are no text.
  private var isBinary = false
  /// Whether it has parts itself.
  private var isComposite = false
  /// Whether it is bytes that are encoded as text.
  private var isEncoded = false
  /// The media types that the schemas name.
  private var mediaTypes: [String] = []

  init(of schemas: Conjunction) {
    add(schemas, depth: 0)
  }

  private mutating func add(_ schemas: Conjunction, depth: Int) {
    let kinds = schemas.kinds.filter { $0 != .null }
    let choices = schemas.choices.flatMap(\.alternatives)
    if depth < 8 {
      for alternative in choices { add(Conjunction([alternative]), depth: depth + 1) }
    }
    if kinds.contains(.object) { isComposite = true }
    if kinds.contains(.array) {
      if isList { isComposite = true }
      isList = true
      let elements = schemas.all(Items.self).map(\.schema)
      if depth < 8, !isComposite { add(Conjunction(elements), depth: depth + 1) }
    }
    let types = schemas.all(ContentMediaType.self).map(\.mediaType)
    let hasEncoding = schemas.first(ContentEncoding.self) != nil
    let isBare = kinds.isEmpty && choices.isEmpty && schemas.values == nil && !schemas.isNullOnly
    mediaTypes += types
    isEncoded = isEncoded || hasEncoding
    isBinary =
      isBinary || isBare || !types.isEmpty && !hasEncoding
      || schemas.all(FormatKeyword.self).contains { $0.formatName == "binary" }
  }

  /// How the part is written, and as what.
  ///
  /// - Parameter contentType: What the document says of that.
  func form(in contentType: String?) -> (form: EndpointPart.Form, mediaTypes: [String]) {
    let types = (contentType ?? "").split(separator: ",").map { type in
      type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
    guard let type = types.first else {
      if isBinary { return (.file, mediaTypes) }
      if isComposite { return (.json, []) }
      return (.text, isEncoded ? mediaTypes + ["application/octet-stream"] : [])
    }
    if !isBinary, type.isJSON || isComposite && type.hasPrefix("text/") { return (.json, types) }
    return (!isBinary && type.hasPrefix("text/") ? .text : .file, types)
  }
}
