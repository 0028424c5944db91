import ApusModel

/// The files that schemas come from, by the constants that generated code has for them.
struct SchemaDocuments {
  /// One file.
  struct File {
    /// The constant.
    var name: Identifier
    /// The file's name, as violations give it.
    var file: String
    /// The outlines of its schemas, with pointers inside the file.
    var outlines: [SchemaOutline]
  }

  /// The document itself, and then the other files in the order of their outlines.
  let files: [File]

  private let api: API
  /// The namespace of the constants.
  private let schemas: Identifier
  private var names: [String: Identifier] = [:]

  /// - Parameters:
  ///   - outlines: The outlines of the schemas that generated code holds.
  ///   - schemas: The namespace of the constants.
  ///   - taken: The names that other constants beside these have.
  init(of api: API, outlines: [SchemaOutline], in schemas: Identifier, taken: [String]) {
    self.api = api
    self.schemas = schemas
    var byFile: [String: [SchemaOutline]] = ["": []]
    var order = [""]
    for var outline in outlines {
      let parts = api.document.parts(of: outline.pointer)
      outline.pointer = parts.pointer
      if byFile[parts.file] == nil { order.append(parts.file) }
      byFile[parts.file, default: []].append(outline)
    }
    var table = NameTable(.members, reserved: ["named"] + taken)
    let identifiers = table.names(
      for: order.map { Words(Words(of: Self.stem(of: $0)).words + ["document"]) })
    names = Dictionary(zip(order, identifiers), uniquingKeysWith: { first, _ in first })
    files = zip(order, identifiers).map { file, name in
      File(
        name: name, file: file.isEmpty ? api.documentName : file, outlines: byFile[file] ?? [])
    }
  }

  /// The expression for the place of a schema.
  func location(of pointer: String) -> Code {
    let parts = api.document.parts(of: pointer)
    let document: Code = names[parts.file].map { "\(schemas).\($0)" } ?? "\(schemas).document"
    return "SchemaLocation\(Code.list([document, .string(parts.pointer)]))"
  }

  /// A file's name without its ending.
  private static func stem(of file: String) -> String {
    guard let dot = file.lastIndex(of: ".") else { return file }
    return String(file[..<dot])
  }
}

extension SwiftAPI {
  /// The files that the schemas of generated code come from.
  var documents: SchemaDocuments {
    let names = constants.map(\.name) + resources.constants.map(\.name)
    return SchemaDocuments(
      of: api, outlines: namedOutlines, in: schemasName, taken: names.map(\.text))
  }

  /// The outlines of schemas that generated code holds, as a whole or a part of them.
  private var namedOutlines: [SchemaOutline] {
    var holders: Set<Substring> = []
    for pointer in schemaNames.keys {
      var holder = pointer[...]
      while holders.insert(holder).inserted, let slash = holder.lastIndex(of: "/") {
        holder = holder[..<slash]
      }
    }
    return api.outlines.filter { outline in
      !outline.pointer.contains(where: \.isNewline) && holders.contains(outline.pointer[...])
    }
  }
}
