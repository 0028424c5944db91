import ApusYAML

/// Finds the schemas of a file by where they stand, without reading them: what only looks like a
/// schema, in an example or under a keyword that nobody knows, is none.
struct SchemaWalk {
  /// What a value is by where it stands.
  private enum Role {
    case schema
    /// A schema or, as before JSON Schema 2020-12, a list of them.
    case schemaOrList
    case mapOfSchemas
    case components
    /// An object of OpenAPI, or a map or list of such objects.
    case object
    /// Whatever is kept in a file that is no OpenAPI document.
    case unknown
  }

  private struct Step {
    let place: Place
    let role: Role
    let resource: Int
  }

  /// What was found and not visited as yet, the next one last.
  private var waiting: [Step]

  init(from root: Place) {
    let role: Role = root.node["openapi"] == nil ? .unknown : .object
    waiting = [Step(place: root, role: role, resource: 0)]
  }

  /// The next schema in document order, and what was given as the resource around it.
  mutating func next() -> (schema: Place, resource: Int)? {
    while let step = waiting.popLast() {
      switch step.role {
      case .schema where step.place.node.kind == .mapping:
        return (step.place, step.resource)
      case .schemaOrList where step.place.node.kind == .mapping:
        return (step.place, step.resource)
      case .unknown where step.place.node.looksLikeSchema:
        return (step.place, step.resource)
      case .schema: continue
      case .schemaOrList:
        push(step.place.elements.map { ($0, .schema) }, step.resource)
      case .mapOfSchemas: push(step.place.members.map { ($0.place, .schema) }, step.resource)
      case .components, .object, .unknown: visit(step)
      }
    }
    return nil
  }

  /// Goes on with what is in a schema that `next` gave.
  mutating func descend(into schema: Place, resource: Int) {
    let inner = schema.members.compactMap { key, place in
      Self.schemaRoles[key].map { (place, $0) }
    }
    push(inner, resource)
  }

  private mutating func visit(_ step: Step) {
    guard step.place.node.kind == .mapping else {
      push(step.place.elements.map { ($0, step.role) }, step.resource)
      return
    }
    let inner = step.place.members.compactMap { key, place in
      role(of: key, in: step.role).map { (place, $0) }
    }
    push(inner, step.resource)
  }

  private func role(of key: String, in role: Role) -> Role? {
    switch key {
    case "example", "examples", "default", "enum", "const": return nil
    case _ where key.hasPrefix("x-"): return nil
    case "schemas" where role == .components: return .mapOfSchemas
    case "schema", "itemSchema": return .schema
    case "components" where role == .object: return .components
    default: return role == .components ? .object : role
    }
  }

  private mutating func push(_ inner: [(place: Place, role: Role)], _ resource: Int) {
    waiting += inner.reversed().lazy.filter { $0.place.node.kind.isCollection }.map {
      Step(place: $0.place, role: $0.role, resource: resource)
    }
  }

  /// What the arguments of keywords are that hold schemas; `definitions` has been `$defs`.
  private static let schemaRoles: [String: Role] = [
    "additionalProperties": .schema, "allOf": .schemaOrList, "anyOf": .schemaOrList,
    "contains": .schema, "contentSchema": .schema, "definitions": .mapOfSchemas,
    "$defs": .mapOfSchemas, "dependentSchemas": .mapOfSchemas, "else": .schema, "if": .schema,
    "items": .schemaOrList, "not": .schema, "oneOf": .schemaOrList,
    "patternProperties": .mapOfSchemas, "prefixItems": .schemaOrList,
    "properties": .mapOfSchemas, "propertyNames": .schema, "then": .schema,
    "unevaluatedItems": .schema, "unevaluatedProperties": .schema,
  ]
}

extension Node {
  /// Whether a mapping in a file that is no OpenAPI document is a schema, by keywords that nothing
  /// else has.
  fileprivate var looksLikeSchema: Bool {
    members.contains { member in
      switch member.key {
      case "$schema", "$id", "$anchor", "$dynamicAnchor": member.value.kind == .string
      case "$defs", "definitions", "properties", "patternProperties":
        member.value.kind == .mapping
      case "allOf", "anyOf", "oneOf", "prefixItems": member.value.kind == .sequence
      case "type":
        member.value.string.map(Self.typeNames.contains) ?? (member.value.kind == .sequence)
      default: false
      }
    }
  }

  private static let typeNames: Set<String> = [
    "array", "boolean", "integer", "null", "number", "object", "string",
  ]
}
