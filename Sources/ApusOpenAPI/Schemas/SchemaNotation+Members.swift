import ApusCore
import ApusYAML

// The members of schemas. Most are written in the terms of JSON Schema 2020-12, and taken as they are.
extension SchemaNotation {
  func addMembers(
    of schema: DocumentValue, in dialect: Dialect, to members: inout [SchemaMember]
  ) {
    let start = members.count
    if schema.index < Self.firstReplacement, addWritten(schema.index, in: dialect, to: &members) {
      return
    }
    members.removeSubrange(start...)
    for (var name, value) in normalised(self.members(of: schema)) {
      members.append(name.withUTF8 { dialect.member($0, key: value.key, value: value.index) })
    }
  }

  /// Adds the members of a schema as they are written.
  ///
  /// - Returns: Whether that is what they mean.
  private func addWritten(
    _ schema: UInt32, in dialect: Dialect, to members: inout [SchemaMember]
  ) -> Bool {
    let start = members.count
    let count = root.count(of: schema)
    var isNullable = false
    for position in 0..<count {
      let (key, value) = root.member(at: position, of: schema)
      var member: SchemaMember?
      root.withText(of: key) { member = dialect.member($0, key: key, value: value) }
      guard let member else { return false }
      if member.unit == nil, root.hasText("nullable", key) {
        guard version == .v30, let flag = root.boolean(of: value) else { return false }
        isNullable = flag
      } else {
        guard isNormal(member, key) else { return false }
        if version == .v30, count > 1, member.unit == ApusCore.Reference.self { return false }
        members.append(member)
      }
    }
    return !isNullable || makeNullable(&members[start...])
  }

  /// `type: string` with `nullable: true` is `type: [string, null]`.
  ///
  /// - Returns: False if no single type is named.
  private func makeNullable(_ members: inout ArraySlice<SchemaMember>) -> Bool {
    guard let position = members.firstIndex(where: { $0.unit == ApusCore.Type.self }),
      case let type = members[position], root.kind(of: type.value) == .string,
      !root.hasText("null", type.value)
    else { return false }
    members[position].value = nullable(type.value)
    return true
  }

  /// Whether a member means what is written. For most keywords, what their arguments are tells.
  private func isNormal(_ member: SchemaMember, _ key: UInt32) -> Bool {
    let argument = member.value
    switch root.kind(of: argument) {
    case .number, .string: return true
    case .null: return member.unit != ApusCore.Type.self
    // Those that were booleans in OpenAPI 3.0 alone.
    case .boolean:
      return member.unit != ExclusiveMinimum.self && member.unit != ExclusiveMaximum.self
    case .sequence: return isNormalList(member)
    case .mapping:
      return !(root.count(of: argument) == 1 || member.unit == Description.self)
        || !hasReference(argument) || !Self.unreferring.contains(root.text(of: key))
    }
  }

  private func isNormalList(_ member: SchemaMember) -> Bool {
    let elements = (0..<root.count(of: member.value)).lazy.map {
      self.root.element(at: $0, of: member.value)
    }
    if member.unit == ApusCore.Type.self {
      return elements.allSatisfy { root.kind(of: $0) != .null }
    }
    guard member.unit == AnyOf.self || member.unit == OneOf.self else {
      return member.unit != Items.self
    }
    return elements.allSatisfy { element in
      root.kind(of: element) != .mapping || root.count(of: element) != 1
        || !root.hasText("nullable", root.member(at: 0, of: element).key)
    }
  }

  private func hasReference(_ value: UInt32) -> Bool {
    root.kind(of: value) == .mapping
      && (0..<root.count(of: value)).contains {
        root.hasText("$ref", root.member(at: $0, of: value).key)
      }
  }

  /// The keywords whose arguments are none that a reference may stand in place of.
  private static let unreferring: Set<String> = [
    "description", "properties", "patternProperties", "dependentSchemas", "allOf", "prefixItems",
    "required", "enum", "anyOf", "oneOf",
  ]
}
