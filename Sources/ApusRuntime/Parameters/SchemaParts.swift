/// What schemas say of the parts of a value that is still text.
enum SchemaParts {
  /// The most combinations of alternatives that are told apart.
  private static let choiceLimit = 32
  /// How many references are followed behind each other; a circle of them describes nothing.
  private static let depthLimit = 32

  /// The schemas that hold together with some schemas: one list for each combination of their
  /// alternatives.
  static func choices(among schemas: [Schema]) -> [[Schema]] {
    schemas.reduce([[]]) { expand($1, $0, depth: 0) }
  }

  private static func expand(
    _ schema: Schema, _ lists: [[Schema]], depth: Int
  ) -> [[Schema]] {
    guard depth < depthLimit else { return lists }
    var lists = lists.map { $0 + [schema] }
    if let reference = schema[Reference.self] {
      lists = expand(reference.target.schema, lists, depth: depth + 1)
    }
    for part in schema[AllOf.self]?.schemas ?? [] {
      lists = expand(part, lists, depth: depth + 1)
    }
    for alternatives in [schema[AnyOf.self]?.schemas, schema[OneOf.self]?.schemas] {
      guard let alternatives else { continue }
      let expanded = alternatives.flatMap { expand($0, lists, depth: depth + 1) }
      lists = Array(expanded.prefix(choiceLimit))
    }
    return lists
  }

  /// What a schema itself says of an object's member, as far as its name alone tells.
  static func member(_ name: String, of schema: Schema) -> Schema? {
    if let property = schema[Properties.self]?.properties.first(where: { $0.name == name }) {
      return property.schema
    }
    return schema[PatternProperties.self] == nil ? schema[AdditionalProperties.self]?.schema : nil
  }

  /// Whether a schema itself says anything of an object's member of a name.
  static func describes(_ name: String, in schema: Schema) -> Bool {
    schema[PatternProperties.self] != nil
      || schema[Properties.self]?.properties.contains { $0.name == name } ?? false
      || schema[AdditionalProperties.self].map { !$0.schema.rules.isEmpty } ?? false
  }

  /// What a schema itself says of a list's element.
  static func element(_ index: Int, of schema: Schema) -> Schema? {
    let first = schema[PrefixItems.self]?.schemas ?? []
    return index < first.count ? first[index] : schema[Items.self]?.schema
  }

  /// Whether a schema itself lets an object have a member of a name.
  static func allows(_ name: String, in schema: Schema) -> Bool {
    member(name, of: schema)?.rules.contains { $0.keyword is Nothing } != true
  }

  /// Whether one of the schemas says that a value is a list.
  static func wantList(_ schemas: [Schema]) -> Bool {
    schemas.contains {
      $0[Type.self]?.names == [.array] || $0[Items.self] != nil || $0[PrefixItems.self] != nil
    }
  }
}
