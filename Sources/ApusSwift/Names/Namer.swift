import ApusCore
import ApusModel

/// Gives every type of a document its name, a scope at a time.
struct Namer {
  /// The names of types from the top level.
  private(set) var qualifiedNames: [TypeIdentifier: Identifier] = [:]

  /// What all types stand in; nil for the top level.
  private let namespace: Identifier?
  private var topLevel: NameTable
  /// How names are spelt.
  let style: NamingStyle
  /// The names that are asked for.
  var renames: Renames

  /// What holds the types of messages that operations share.
  var sharedNamespaces: [Identifier] = []

  /// The types of the top level that types inside them belong to.
  private var owners: [TypeIdentifier: TypeIdentifier] = [:]

  init(_ style: SwiftStyle) {
    namespace = style.namespace?.name
    self.style = style.names
    renames = Renames(style.renames)
    topLevel = NameTable(.types, style.names, reserved: Self.taken(style))
  }

  /// What no type of the outermost scope may be called: what it all stands in, or else what stands
  /// beside it or is meant there.
  private static func taken(_ style: SwiftStyle) -> [String] {
    if let namespace = style.namespace { return [namespace.name.text] }
    let hasAdapters = !style.adapters.isEmpty || !style.transports.isEmpty
    let meant = hasAdapters ? ReservedNames.adapterTypes.union(ReservedNames.modules) : []
    return Array(meant.union(style.embeddedTypes ?? []))
  }

  /// The types of the top level, and all that they hold, with their names.
  mutating func name(_ declarations: [TypeDeclaration]) -> [SwiftType] {
    let keys = declarations.map { PartKeys(of: $0) }
    let names = renames.names(
      for: declarations.map { ValueName(words: Words(naming: $0.label)) }, of: .type, in: &topLevel
    ) { keys[$0].all }
    for declaration in declarations {
      for identifier in declaration.nested.flatMap(\.identifiers) {
        owners[identifier] = declaration.identifier
      }
    }
    return named(
      zip(names, zip(declarations, keys)), inside: namespace, scope: outermost)
  }

  /// The names at the top level that were given to what would have others by itself, and that
  /// something else would have.
  var displacing: Set<String> { topLevel.displacing }

  /// What no name further in may hide.
  private var outermost: [String] { [namespace].compactMap { $0?.text } }

  /// Names at the top level that stand for no type of the document's schemas.
  mutating func topLevelNames(for wishes: [ValueName]) -> [Identifier] {
    topLevel.names(for: wishes).map { $0.inside(namespace) }
  }

  /// The types that belong to an operation, nested in the namespace of that name.
  mutating func name(
    typesOf endpoint: Endpoint, inside namespace: Identifier
  ) -> [SwiftType] {
    nested(
      endpoint.types, of: PartKeys(of: endpoint), inside: namespace,
      scope: scope(of: namespace),
      mentioning: endpoint.references + endpoint.types.flatMap(\.mentions))
  }

  private func scope(of name: Identifier) -> [String] {
    outermost + (sharedNamespaces + [name]).map { $0.relative(to: namespace).text }
  }

  /// The names of types' outermost owners, as they are mentioned.
  private func names(of references: [TypeIdentifier]) -> [String] {
    references.compactMap { name(of: $0)?.text }
  }

  private func name(of reference: TypeIdentifier) -> Identifier? {
    qualifiedNames[owners[reference] ?? reference]?.relative(to: namespace)
  }

  /// The names inside the namespace of an operation, or of what operations share, beside some types.
  ///
  /// - Parameter references: The types that are mentioned there.
  func table(
    inside namespace: Identifier, besides types: [SwiftType] = [],
    mentioning references: [TypeIdentifier]
  ) -> NameTable {
    let taken = types.map(\.name.text) + names(of: references) + scope(of: namespace)
    return NameTable(.types, style, reserved: taken)
  }

  /// What no parameter of an operation may be called that mentions some types: case does not tell
  /// their names from its.
  func reserved(inside namespace: Identifier, mentioning references: [TypeIdentifier]) -> [String] {
    let around = [self.namespace, namespace.relative(to: self.namespace)].compactMap(\.self)
    return caseless(around + references.compactMap(name))
  }

  /// Those of some types' names that case does not tell from the names of members.
  private func caseless(_ types: [Identifier]) -> [String] {
    types.filter(\.isCaseless).map(\.text)
  }

  /// - Parameters:
  ///   - owner: What the type around goes by.
  ///   - references: The types that are mentioned where the nested names can be seen.
  private mutating func nested(
    _ declarations: [TypeDeclaration], of owner: PartKeys, inside outer: Identifier,
    scope: [String], mentioning references: [TypeIdentifier]
  ) -> [SwiftType] {
    guard !declarations.isEmpty else { return [] }
    // A nested name must not hide a name that is meant inside: those around it, and those of the
    // top level that are mentioned there. The others may come and go without renaming it.
    var table = NameTable(.types, style, reserved: scope + names(of: references))
    let keys = declarations.map { PartKeys(of: $0, inside: owner) }
    let names = renames.names(
      for: declarations.map { ValueName(words: Words(naming: $0.label)) }, of: .type, in: &table
    ) { [keys[$0].pointer] }
    return named(zip(names, zip(declarations, keys)), inside: outer, scope: scope)
  }

  private mutating func named(
    _ declarations: Zip2Sequence<[Identifier], Zip2Sequence<[TypeDeclaration], [PartKeys]>>,
    inside outer: Identifier?,
    scope: [String]
  ) -> [SwiftType] {
    for (name, (declaration, _)) in declarations {
      qualifiedNames[declaration.identifier] = name.inside(outer)
    }
    let siblings = outer == namespace ? [] : declarations.map(\.0.text)
    return declarations.map { name, declared in
      let (declaration, keys) = declared
      let qualified = name.inside(outer)
      let mentions = declaration.mentions
      let nested = nested(
        declaration.nested, of: keys, inside: qualified,
        scope: scope + siblings + [name.text], mentioning: mentions)
      let types = caseless(mentions.compactMap(self.name) + nested.map(\.name))
      return SwiftType(
        identifier: declaration.identifier,
        name: name,
        qualifiedName: qualified,
        description: declaration.description,
        content: content(of: declaration, besides: types, keys),
        nested: nested.map { $0.asBranch(of: declaration.shape, named: qualified) },
        schema: declaration.schema)
    }
  }

  /// - Parameter types: Names of types that no member may have.
  private mutating func content(
    of declaration: TypeDeclaration, besides types: [String], _ keys: PartKeys
  ) -> SwiftType.Content {
    switch declaration.shape {
    case .object(let object):
      return .object(
        properties(
          object.properties, rest: object.additional.map(RestProperty.members), besides: types,
          keys))
    case .tuple(let tuple):
      return .tuple(
        properties(
          tuple.elements, rest: tuple.rest.map(RestProperty.elements), besides: types, keys))
    case .union(let union):
      var table = NameTable(.cases, style, reserved: ["schema", "branches"] + types)
      let names = renames.names(
        for: union.branches.map { ValueName(words: Words(casing: $0.label)) }, of: .value,
        in: &table
      ) { keys.inside(union.branches[$0].label) }
      let cases = zip(names, union.branches).map { name, branch in
        SwiftCase(name: name, label: branch.label, shape: branch.shape)
      }
      return .union(cases, union)
    case .enumeration(let enumeration):
      return .enumeration(values(of: enumeration, keys), enumeration)
    default:
      return .alias(declaration.shape)
    }
  }

  private mutating func values(
    of enumeration: EnumerationShape, _ keys: PartKeys
  ) -> [SwiftValue] {
    // Swift takes a case `rawValue` for the property, and its compiler may end there.
    let property = enumeration.isOpen ? [] : ["rawValue"]
    var table = NameTable(
      .cases, style, reserved: ["schema", "allCases", "rawValues", "reading"] + property)
    let wishes = enumeration.values.map { value in
      value.name.map(ValueName.init(of:)) ?? ValueName(of: value.json)
    }
    let names = renames.names(for: wishes, of: .value, in: &table) { index in
      let value = enumeration.values[index].json
      return keys.inside(value.string ?? value.description)
    }
    return zip(names, enumeration.values).map { SwiftValue(name: $0, value: $1) }
  }

  private mutating func properties(
    _ shapes: [PropertyShape], rest: RestProperty?, besides types: [String], _ keys: PartKeys
  ) -> SwiftObject {
    var table = NameTable(.members, style, reserved: Self.reserved(in: shapes) + types)
    let wishes = shapes.map { ValueName(ofProperty: $0.name) }
    let names = renames.names(
      for: wishes + [rest].compactMap { $0.map { ValueName(words: $0.words) } }, of: .property,
      in: &table
    ) { index in
      if index < shapes.count { return keys.inside(shapes[index]) }
      return rest.map { keys.inside($0.words.lowerCamelCase) } ?? []
    }
    let properties = zip(names, shapes).map { name, property in
      SwiftProperty(
        name: name, wireName: property.name, description: property.description,
        isRequired: property.isRequired, shape: property.shape,
        isIndirect: property.isIndirect, documentedDefault: property.defaultValue,
        documentedInitial: property.initialValue,
        isDeprecated: property.isDeprecated,
        direction: property.direction)
    }
    return SwiftObject(
      properties: properties, additional: rest.flatMap { rest in names.last.map(rest.named) })
  }

  /// What no property may be called: what the runtime and `Hashable` give every object, and where
  /// wrappers keep their values.
  private static func reserved(in properties: [PropertyShape]) -> [String] {
    let wrapped = properties.filter(\.isIndirect).map(\.name)
    return ["schema", "json", "jsonText", "hashValue"]
      + wrapped.flatMap { ["_\($0)", "_\(Words(of: $0).lowerCamelCase)"] }
  }
}

extension SwiftType {
  /// The same type, checked by the schema of the union that it is an alternative of, if it is one.
  fileprivate func asBranch(of shape: Shape, named union: Identifier) -> SwiftType {
    guard case .union(let alternatives) = shape, case .object(var object) = content,
      alternatives.branches.contains(where: { $0.shape.isReference(to: identifier) })
    else { return self }
    var branch = self
    object.union = union
    branch.content = .object(object)
    return branch
  }
}

extension Words {
  /// The words of a type's name.
  init(naming label: Label) {
    switch label {
    case .name(let name): self.init(of: name)
    case .required(let names): self.init(["with"] + Self.joined(names))
    case .possible(let name): self.init(["with"] + Words(of: name).words)
    case .kind(let kind): self.init([kind.rawValue, "value"])
    case .body(let status): self.init(StatusName.words(for: status).words + ["body"])
    case .array(let element):
      self.init(["array", "of"] + Words(casing: element).words + ["value"])
    case .part(let whole, let part): self.init(Words(naming: whole).words + Words(of: part).words)
    case .index(let index): self.init(["alternative", String(index)])
    }
  }

  /// The words of a case's name.
  fileprivate init(casing label: Label) {
    switch label {
    case .name(let name): self.init(of: name)
    case .required(let names): self.init(Self.joined(names))
    case .possible(let name): self.init(of: name)
    case .kind(let kind): self.init([kind.rawValue])
    case .array(let element): self.init(["array", "of"] + Words(casing: element).words)
    case .body, .part: self.init(naming: label)
    case .index(let index): self.init(["alternative", String(index)])
    }
  }

  private static func joined(_ names: [String]) -> [String] {
    Array(names.map { Words(of: $0).words }.joined(separator: ["and"]))
  }
}
