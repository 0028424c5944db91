import ApusModel

// The types of multipart messages.
extension PayloadEmitter {
  /// The declaration of a type whose properties are parts.
  func partsDeclaration(_ parts: SwiftParts) -> Code {
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
    return """
      /// The parts of the body.
      \(.access)nonisolated struct \(parts.name.name): Sendable {
        \(Code.lines(properties))

        \(.access)init\(Code.list(parameters)) {
          \(Code.lines(assignments))
        }
      }
      """
  }

  private func type(of property: SwiftPart) -> Code {
    let part = property.part
    let isOptional = !part.isRequired && property.defaultValue == nil
    guard part.form == .file else {
      return "\(spelling.type(of: part.shape))\(isOptional ? "?" : "")"
    }
    if part.isList { return "ValueStream<FilePart>" }
    return isOptional ? "FilePart?" : "FilePart"
  }

  private func initialValue(_ property: SwiftPart) -> Code {
    if property.part.isRequired { return .empty }
    if let value = property.defaultValue { return " = \(value)" }
    return property.part.form == .file && property.part.isList ? " = []" : " = nil"
  }

  /// How the types whose properties are parts are read and written.
  func partsForms(of payload: SwiftPayload) -> [Code] {
    payload.alternatives.compactMap { alternative in
      alternative.parts.map { partsForm($0, schema: alternative.schema) }
    }
  }

  private func partsForm(_ parts: SwiftParts, schema: Code?) -> Code {
    let fields = parts.properties.map { $0.part.field } + (schema.map { ["schema: \($0)"] } ?? [])
    let reads = parts.properties.map { property -> Code in
      "\(property.name) =\(Code.space(indenting: 2))\(reading(property))"
    }
    let writes = parts.properties.map { property -> Code in
      "parts.write\(Code.list([.string(property.part.name), .name(property.name)]))"
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

  private func reading(_ property: SwiftPart) -> Code {
    let name = Code.list([.string(property.part.name)])
    switch (property.part.form, property.part.isRequired) {
    case (.file, _) where property.part.isList: return "parts.files\(name)"
    case (.file, true): return "try parts.file\(name)"
    case (.file, false): return "parts.fileIfPresent\(name)"
    case (_, true): return "try parts.required\(name)"
    case (_, false):
      return property.defaultValue.map { "try parts.optional\(name) ?? \($0)" }
        ?? "try parts.optional\(name)"
    }
  }
}

extension EndpointPart {
  /// What the runtime calls the part.
  fileprivate var field: Code {
    let list = isList ? ["isList: true"] as [Code] : []
    let types = mediaTypes.map(Code.string)
    switch form {
    case .text:
      let type = mediaTypes.first.flatMap { $0 == "text/plain" ? nil : Code.string($0) }
      return ".text\(Code.list([.string(name)] + list + (type.map { ["mediaType: \($0)"] } ?? [])))"
    case .json:
      let type = mediaTypes.first.flatMap { $0 == "application/json" ? nil : Code.string($0) }
      return ".json\(Code.list([.string(name)] + list + (type.map { ["mediaType: \($0)"] } ?? [])))"
    case .file:
      let media = types.prefix(1).map { "mediaTypes: \($0)" as Code } + types.dropFirst()
      return ".file\(Code.list([.string(name)] + list + media))"
    }
  }
}
