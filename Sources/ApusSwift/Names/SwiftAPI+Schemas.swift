import ApusCore
import ApusModel

// The names of schemas, and of the constants of those that belong to no type.
extension SwiftAPI {
  mutating func registerSchemas(of types: [SwiftType]) {
    for type in types {
      switch type.content {
      case .object(let object) where object.union != nil: break
      case .alias: registerConstant(type.schema, named: words(of: type))
      default:
        if let pointer = type.schema.location?.pointer {
          schemaNames[pointer] = .type(type.qualifiedName)
        }
      }
      registerSchemas(of: type.nested)
    }
  }

  mutating func registerConstants(of endpoints: [Endpoint]) {
    for endpoint in endpoints {
      let own = Words(of: endpoint.name).words
      for parameter in endpoint.parameters
      where !parameter.shape.needsNoSchema(besides: parameter.schema) {
        let owner = parameter.shared.map { Words(of: $0.name).words }
        registerConstant(
          parameter.schema, named: Words(owner ?? own + Words(of: parameter.name).words))
      }
      if let body = endpoint.body {
        let owner = body.shared.map { Words(of: $0.name).words } ?? own
        for content in body.contents {
          guard let shape = content.shape, !shape.needsNoSchema(besides: content.schema) else {
            continue
          }
          registerConstant(content.schema, named: Words(owner + ["body"]))
          registerConstants(ofPartsOf: content, named: owner)
        }
      }
      for response in endpoint.responses {
        let owner = response.shared.map { Words(of: $0.name).words }
        let words = owner ?? own + StatusName.words(for: response.status).words
        for content in response.contents where content.form.isMultipart {
          registerConstant(content.schema, named: Words(words + ["body"]))
          registerConstants(ofPartsOf: content, named: words)
        }
        registerConstants(of: response.headers, named: words)
      }
    }
  }

  private mutating func registerConstants(
    ofPartsOf content: EndpointContent, named words: [String]
  ) {
    if case .multipart(let parts) = content.form { registerConstants(of: parts, named: words) }
  }

  private mutating func registerConstants(of parts: EndpointParts, named words: [String]) {
    for part in parts.parts {
      let words = words + Words(of: part.name).words
      registerConstants(of: part.headers, named: words)
      guard let inner = part.inner else { continue }
      registerConstant(inner.schema, named: Words(words + ["parts"]))
      registerConstants(of: inner, named: words)
    }
  }

  private mutating func registerConstants(of headers: [EndpointHeader], named words: [String]) {
    for header in headers where !header.shape.needsNoSchema(besides: header.schema) {
      registerConstant(header.schema, named: Words(words + Words(of: header.name).words))
    }
  }

  /// The schemas that list the alternatives of unions, where these are not the unions' own.
  mutating func registerHolders(in types: [SwiftType]) {
    for type in types {
      if case .union(_, let union) = type.content, let choice = union.discrimination.choice,
        choice.holder !== type.schema
      {
        registerConstant(
          choice.holder, named: Words(words(of: type).words + ["alternatives"]))
      }
      registerHolders(in: type.nested)
    }
  }

  mutating func registerConstant(_ schema: Schema, named words: Words) {
    guard let pointer = schema.location?.pointer, schemaNames[pointer] == nil else { return }
    let name = constantNames.name(for: words)
    constants.append((name, schema))
    schemaNames[pointer] = .constant(name.inside(schemasName))
  }

  private func words(of type: SwiftType) -> Words {
    Words(of: type.qualifiedName.relative(to: namespace).text)
  }

  func schemaArgument(_ schema: Schema, _ shape: Shape) -> Code? {
    if shape.needsNoSchema(besides: schema) { return nil }
    return schema.location.flatMap { schemaNames[$0.pointer]?.expression() }
  }
}

extension Shape {
  /// Whether the shape's type says all that the schema does: it states the schema itself, or the
  /// schema says no more than what type it is.
  fileprivate func needsNoSchema(besides schema: Schema) -> Bool {
    switch self {
    case .reference: true
    case .scalar(let scalar):
      schema.rules.allSatisfy {
        !$0.canBeBroken || $0.isMeaning(of: scalar)
      }
    default: false
    }
  }
}

extension Rule {
  /// Whether the rule is part of what a scalar type means: a format is whose type holds nothing
  /// else.
  fileprivate func isMeaning(of scalar: Scalar) -> Bool {
    if keyword is Type { return scalar != .anyInteger }
    guard keyword is FormatKeyword, case .formatted(let format) = scalar, let type = format.type
    else { return false }
    return !type.holdsMore
  }
}
