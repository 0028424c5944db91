/// `properties`: the members of an object that have these names satisfy these schemas (JSON Schema
/// Core, section 10.3.2.1).
public struct Properties: Keyword {
  public static let name = "properties"

  /// The named properties, in the order of the document.
  public let properties: [Property]

  /// Their names.
  let names: MemberNames

  init(_ properties: [Property]) {
    self.properties = properties
    names = MemberNames(properties.map(\.name))
  }

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    let members = try argument.requireMembers()
    var properties: [Property] = []
    properties.reserveCapacity(members.count)
    for (name, value) in members {
      properties.append(Property(name, reader.schema(value, below: name)))
    }
    self.init(properties)
  }

  public var arguments: [RuleArgument]? {
    properties.map { .property($0.name, $0.schema) }
  }

  public func join(_ plan: inout SchemaPlanBuilder) {
    for property in properties {
      let value = plan.plan(of: property.schema)
      plan.object.add(property: property.name, value)
    }
  }

  public func evaluate(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    guard instance.kind == .object else { return true }
    return evaluation.isReporting
      ? report(on: instance, in: &evaluation) : accepts(instance, in: &evaluation)
  }

  /// Looks at the members in their own order, which takes no memory.
  private func accepts(_ instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    for member in instance.members {
      guard let position = names.position(of: member.name) else { continue }
      evaluation.trail.add(member.value, of: instance)
      if !evaluation.evaluate(properties[position].schema, member.value) { return false }
    }
    return true
  }

  /// Looks at the members in the order of the document.
  private func report(on instance: JSONView, in evaluation: inout Evaluation) -> Bool {
    var isValid = true
    for (property, value) in zip(properties, names.values(in: instance)) {
      guard let value else { continue }
      let name = property.name
      evaluation.trail.add(value, of: instance)
      if !evaluation.evaluate(property.schema, value, below: Self.name, name, member: name) {
        isValid = false
        if !evaluation.isReporting { return false }
      }
    }
    return isValid
  }
}

/// A named property of an object and what its value satisfies.
public struct Property: Sendable {
  /// The member's name in JSON.
  public let name: String

  /// What its value satisfies.
  public let schema: Schema

  /// A property whose value satisfies a schema.
  public init(_ name: String, _ schema: Schema) {
    self.name = name
    self.schema = schema
  }

  /// A property whose value satisfies some rules.
  public init(_ name: String, _ rules: Rule...) {
    self.init(name, Schema(rules: rules))
  }
}

extension Rule {
  /// `properties`: the members that have these names satisfy these schemas.
  public static func properties(_ properties: Property...) -> Rule {
    Rule(Properties(properties))
  }
}
