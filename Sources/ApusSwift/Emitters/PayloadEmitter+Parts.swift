import ApusModel

// The types of multipart messages.
extension PayloadEmitter {
  /// The declarations of a type whose properties are parts, and of those that hold a part with its
  /// header fields.
  func partsDeclarations(_ parts: SwiftParts) -> [Code] {
    [partsDeclaration(parts)] + parts.properties.compactMap(partDeclaration)
  }

  private func partsDeclaration(_ parts: SwiftParts) -> Code {
    let properties = parts.properties.map { property -> Code in
      let texts = [
        property.part.description, property.part.isDeprecated ? Code.deprecationText : nil,
      ]
      return """
        \(Code.documentation(texts.compactMap(\.self).joined(separator: "\n\n")))
        \(.access)var \(property.name):\(Code.space(indenting: 2))\(type(of: property))
        """
    }
    let ordered =
      parts.properties.filter(\.part.isRequired) + parts.properties.filter { !$0.part.isRequired }
    let parameters = ordered.map { property -> Code in
      "\(property.name):\(Code.space(indenting: 2))\(type(of: property))\(initialValue(property))"
    }
    let assignments = ordered.map { property -> Code in
      "self.\(property.name.afterDot) =\(Code.space(indenting: 2))\(property.name)"
    }
    let owner = parts.owner.map { "part `\($0.name)`" } ?? "body"
    return """
      \(Code.documentation("The parts of the \(owner)."))
      \(.access)nonisolated struct \(parts.name.name): Sendable {
        \(Code.lines(properties))

        \(.access)init\(Code.list(parameters)) {
          \(Code.lines(assignments))
        }
      }
      """
  }

  /// The declaration of the type that holds a part's content and header fields.
  private func partDeclaration(_ property: SwiftPart) -> Code? {
    guard let name = property.structure else { return nil }
    let body = PayloadMember(
      name: "body", type: contentType(of: property), description: "The content.", isOptional: false)
    return declaration(
      of: [body] + members(of: property.headers), named: name,
      description: "The part `\(property.part.name)` with its header fields.")
  }

  /// The type of what a part holds, or each of several.
  private func contentType(of property: SwiftPart) -> Code {
    if let inner = property.inner { return .name(spelling.short(inner.name.qualified)) }
    return property.part.form == .file ? "FilePart" : spelling.type(of: property.part.shape)
  }

  private func type(of property: SwiftPart) -> Code {
    let part = property.part
    let isOptional = !part.isRequired && property.defaultValue == nil
    let suffix: Code = isOptional ? "?" : .empty
    let own = property.structure.map { Code.name(spelling.short($0.qualified)) }
    guard part.isList, own != nil || part.form == .file || part.form == .message else {
      return "\(own ?? contentType(of: property))\(suffix)"
    }
    let element = own ?? contentType(of: property)
    return part.form == .file ? "ValueStream<\(element)>" : "[\(element)]\(suffix)"
  }

  private func initialValue(_ property: SwiftPart) -> Code {
    if property.part.isRequired { return .empty }
    if let value = property.defaultValue { return " = \(value)" }
    return property.part.form == .file && property.part.isList ? " = []" : " = nil"
  }
}

// How these types are read and written.
extension PayloadEmitter {
  /// How the types whose properties are parts are read and written.
  func partsForms(of payload: SwiftPayload) -> [Code] {
    payload.alternatives.compactMap(\.parts).flatMap(\.withInner).flatMap { parts in
      [partsForm(parts)] + parts.properties.compactMap(partForm)
    }
  }

  private func partsForm(_ parts: SwiftParts) -> Code {
    let named = parts.properties.enumerated().map { index, property in
      (property: property, name: parts.isInOrder ? String(index) : property.part.name)
    }
    var fields = named.map { field($0.property, named: $0.name) }
    if parts.isInOrder, let first = fields.first { fields[0] = "inOrder: \(first)" }
    fields += parts.schema.map { ["schema: \($0)"] } ?? []
    let reads = named.map { property, name -> Code in
      "\(Code.member(property.name, besides: ["parts"])) =\(Code.space(indenting: 2))\(reading(property, named: name))"
    }
    let writes = named.map { property, name -> Code in
      "parts.write\(Code.list([.string(name), Code.member(property.name, besides: ["parts"])]))"
    }
    return """
      nonisolated extension \(spelling.short(parts.name.qualified)): MultipartMessage {
        \(.access)static let fields = MultipartFields\(Code.list(fields))

        \(.access)init(from parts: inout MultipartReader) throws {
          \(Code.lines(reads))
        }

        \(.access)func write(to parts: inout MultipartWriter) {
          \(Code.lines(writes))
        }
      }
      """
  }

  private func reading(_ property: SwiftPart, named name: String) -> Code {
    let name = Code.list([.string(name)])
    let isHeaded = property.structure != nil
    switch (property.part.form, property.part.isRequired) {
    case (.file, _) where property.part.isList:
      return isHeaded ? "try parts.files\(name)" : "parts.files\(name)"
    case (.file, true) where !isHeaded: return "try parts.file\(name)"
    case (.file, false) where !isHeaded: return "parts.fileIfPresent\(name)"
    case (_, true): return "try parts.required\(name)"
    case (_, false):
      return property.defaultValue.map { "try parts.optional\(name) ?? \($0)" }
        ?? "try parts.optional\(name)"
    }
  }

  /// How the type is read and written that holds a part's content and header fields.
  private func partForm(_ property: SwiftPart) -> Code? {
    guard let name = property.structure else { return nil }
    let content = property.part.form.contentName
    let reads = property.headers.map { header -> Code in
      let arguments = Code.list(header.arguments + header.schemaArgument)
      let value: Code =
        header.header.isRequired ? "try part.header" : "part.headerIfPresent"
      return "\(Code.member(header.name, besides: ["part"])) = \(value)\(arguments)"
    }
    let writes = property.headers.map { header -> Code in
      let arguments = header.arguments
      let rest = arguments.dropFirst() + header.schemaArgument
      let value = Code.member(header.name, besides: ["part"])
      return "part.header\(Code.list(arguments.prefix(1) + [value] + rest))"
    }
    return """
      nonisolated extension \(spelling.short(name.qualified)): MultipartPart {
        \(.access)init(from part: inout PartReader) throws {
          body = try part.\(content)()
          \(Code.lines(reads))
        }

        \(.access)func write(to part: inout PartWriter) {
          part.\(content)(body)
          \(Code.lines(writes))
        }
      }
      """
  }

  /// What the runtime calls the part.
  private func field(_ property: SwiftPart, named name: String) -> Code {
    let part = property.part
    let list = part.isList ? ["isList: true"] as [Code] : []
    let types = part.mediaTypes.map(Code.string)
    switch part.form {
    case .text, .json:
      let common = part.form == .text ? "text/plain" : "application/json"
      let type = part.mediaTypes.first.flatMap { $0 == common ? nil : Code.string($0) }
      let arguments = [.string(name)] + list + (type.map { ["mediaType: \($0)"] } ?? [])
      return ".\(part.form == .text ? "text" : "json")\(Code.list(arguments))"
    case .file:
      let media = types.prefix(1).map { "mediaTypes: \($0)" as Code } + types.dropFirst()
      return ".file\(Code.list([.string(name)] + list + media))"
    case .message:
      let fields = property.inner.map {
        ["fields: \(spelling.short($0.name.qualified)).fields"] as [Code]
      }
      let media = types.prefix(1).map { "mediaType: \($0)" as Code }
      return ".message\(Code.list([.string(name)] + list + media + (fields ?? [])))"
    }
  }
}

extension EndpointPart.Form {
  /// The runtime's function for the content of a part with header fields.
  fileprivate var contentName: Code {
    switch self {
    case .text, .json: "value"
    case .file: "file"
    case .message: "message"
    }
  }
}
