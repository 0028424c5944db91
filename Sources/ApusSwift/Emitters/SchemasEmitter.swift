import ApusCore
import ApusModel

/// Writes what values must satisfy: `Schemas.swift`.
struct SchemasEmitter {
  /// The names of schemas, by these schemas' places in the document.
  let names: [String: SchemaName]
  /// The files that the schemas come from.
  let documents: SchemaDocuments
  /// The schema resources whose dynamic names count.
  let resources: SchemaResources
  /// The namespace of schemas that belong to no type.
  let namespace: Identifier
  /// The type inside which the expressions stand; nil at the top level.
  var scope: Identifier?
  /// The schema resource that the schema around belongs to.
  var resource: SchemaResource?

  /// The schemas by their names in the document, and those that belong to no type.
  func index(of names: [(String, Code)], constants: [(name: Identifier, schema: Schema)]) -> Code {
    let choices = names.map { name, schema -> Code in
      "case \(Code.string(name)):\(Code.space(indenting: 2))\(schema)"
    }
    let statements = constants.map { name, schema -> Code in
      "\(.access)static let \(name): Schema = \(expression(at: schema))"
    }
    let lookUp: Code = """
      /// The schema that the document calls `name`; nil if there is none.
      \(.access)static func named(_ name: String) -> Schema? {
        switch name {
        \(Code.lines(choices))
        default: nil
        }
      }
      """
    return """
      /// The schemas of the document, for those who learn their names at run time.
      \(.access)nonisolated enum Schemas {
        \(Code.paragraphs([lookUp] + statements + resources.constants.map(constant)))
      }
      """
  }

  private func constant(_ name: Identifier, _ resource: SchemaResource) -> Code {
    let anchors = resource.dynamicAnchors.sorted { $0.key < $1.key }.map { name, target -> Code in
      "DynamicName\(Code.list([.string(name), argument(.reference(target))]))"
    }
    return "static let \(name): SchemaResource = SchemaResource\(Code.list(anchors))"
  }

  /// The schema of one type and of those inside it.
  func schemas(of type: SwiftType) -> Code {
    let nested = type.nested.map(schemas)
    if case .object(let object) = type.content, let union = object.union {
      return .paragraphs([shared(type, union)] + nested)
    }
    if case .alias = type.content { return .paragraphs(nested) }
    return .paragraphs([own(type)] + nested)
  }

  private func own(_ type: SwiftType) -> Code {
    """
    extension \(type.qualifiedName) {
      \(.access)static let schema: Schema = \(inside(type).expression(at: type.schema))
    }
    """
  }

  private func inside(_ type: SwiftType) -> SchemasEmitter {
    var inner = self
    inner.scope = type.qualifiedName
    return inner
  }

  private func shared(_ type: SwiftType, _ union: Identifier) -> Code {
    """
    extension \(type.qualifiedName) {
      \(.access)static var schema: Schema { \(union).schema }
    }
    """
  }

  /// A schema that stands on its own, with its place in the document.
  ///
  /// One that has none holds others that have one each.
  private func expression(at schema: Schema) -> Code {
    guard let pointer = schema.location?.pointer else {
      let schemas = (schema[AllOf.self]?.schemas ?? []).map { part in
        name(of: part) ?? expression(at: part)
      }
      return "Schema\(Code.list([".allOf\(Code.list(schemas))"]))"
    }
    let location: Code = "at: \(documents.location(of: pointer))"
    return "Schema\(Code.list([location] + contents(of: schema)))"
  }

  /// The arguments that say what a schema is: its rules, behind the schema resource that it starts.
  private func contents(of schema: Schema) -> [Code] {
    guard let inner = schema.resource, inner !== resource, let name = resources.name(of: inner)
    else { return schema.rules.compactMap(rule) }
    var emitter = self
    emitter.resource = inner
    return ["in: \(namespace).\(name)"] + schema.rules.compactMap(emitter.rule)
  }

  /// A schema inside another: the one of a type that has its own, or its rules.
  private func expression(of schema: Schema) -> Code {
    if let name = name(of: schema) { return name }
    return "Schema\(Code.list(contents(of: schema)))"
  }

  private func name(of schema: Schema) -> Code? {
    schema.location.flatMap { names[$0.pointer] }?.expression(inside: scope)
  }

  private func rule(_ rule: Rule) -> Code? {
    guard let arguments = rule.keyword.arguments else { return nil }
    let name = Code.word(Swift.type(of: rule.keyword).name)
    return ".\(name)\(Code.list(arguments.map(argument)))"
  }

  private func argument(_ argument: RuleArgument) -> Code {
    switch argument {
    case .integer(let value): .integer(value)
    case .number(let number): JSONLiteral.code(for: number)
    case .string(let text): .string(text)
    case .json(let value): JSONLiteral.code(for: value)
    case .member(let name): ".\(Code.word(name))"
    case .schema(let schema): expression(of: schema)
    case .strings(let texts): "strings: \(Code.array(texts.map(Code.string)))"
    case .dependency(let name, let names):
      "Dependency\(Code.list(([name] + names).map(Code.string)))"
    case .property(let name, let schema): property(name, schema)
    case .reference(let reference):
      names[reference.pointer]?.expression(inside: scope) ?? expression(of: reference.schema)
    }
  }

  private func property(_ name: String, _ schema: Schema) -> Code {
    if let named = self.name(of: schema) {
      return "Property\(Code.list([.string(name), named]))"
    }
    if let inner = schema.resource, inner !== resource {
      return "Property\(Code.list([.string(name), expression(of: schema)]))"
    }
    return "Property\(Code.list([.string(name)] + schema.rules.compactMap(rule)))"
  }
}
