import ApusCore
import ApusModel

/// Gives every type of a document its name, a scope at a time.
struct Namer {
  /// The names of types from the top level.
  private(set) var qualifiedNames: [TypeIdentifier: Identifier] = [:]

  /// What all types stand in; nil for the top level.
  private let namespace: Identifier?
  private var topLevel: NameTable

  /// The types of the top level that types inside them belong to.
  private var owners: [TypeIdentifier: TypeIdentifier] = [:]

  /// - Parameter taken: The names that types of the module have already.
  init(inside namespace: Identifier?, besides taken: Set<String> = []) {
    self.namespace = namespace
    topLevel = NameTable(
      .types, reserved: namespace.map { [$0.text] } ?? Array(taken))
  }

  /// The types of the top level, and all that they hold, with their names.
  mutating func name(_ declarations: [TypeDeclaration]) -> [SwiftType] {
    let names = topLevel.names(for: declarations.map { Words(naming: $0.label) })
    for declaration in declarations {
      for identifier in declaration.nested.flatMap(\.identifiers) {
        owners[identifier] = declaration.identifier
      }
    }
    return named(zip(names, declarations), inside: namespace, scope: outermost)
  }

  /// What no name further in may hide.
  private var outermost: [String] { [namespace].compactMap { $0?.text } }

  /// Names at the top level that stand for no type of the document's schemas.
  mutating func topLevelNames(for wishes: [Words]) -> [Identifier] {
    topLevel.names(for: wishes).map { $0.inside(namespace) }
  }

  /// Names at the top level for what generated code declares by itself, each with what it is called
  /// where the document has that name.
  mutating func topLevelNames(for wishes: [ValueName]) -> [Identifier] {
    topLevel.names(for: wishes).map { $0.inside(namespace) }
  }

  /// The types that belong to an operation, nested in the namespace of that name.
  mutating func name(
    typesOf endpoint: Endpoint, inside namespace: Identifier
  ) -> [SwiftType] {
    nested(
      endpoint.types, inside: namespace, scope: scope(of: namespace),
      mentioning: endpoint.references)
  }

  private func scope(of name: Identifier) -> [String] {
    outermost + [name.relative(to: namespace).text]
  }

  /// The names of types' outermost owners, as they are mentioned.
  private func names(of references: [TypeIdentifier]) -> [String] {
    references.compactMap { qualifiedNames[owners[$0] ?? $0]?.relative(to: namespace).text }
  }

  /// The names inside an operation's namespace, for what is beside its types.
  func table(besides types: [SwiftType], of endpoint: Endpoint, inside namespace: Identifier)
    -> NameTable
  {
    let taken = types.map(\.name.text) + names(of: endpoint.references) + scope(of: namespace)
    return NameTable(.types, reserved: taken)
  }

  /// - Parameter references: The types that are mentioned where the nested names can be seen.
  private mutating func nested(
    _ declarations: [TypeDeclaration], inside outer: Identifier, scope: [String],
    mentioning references: [TypeIdentifier]
  ) -> [SwiftType] {
    // A nested name must not hide a name that is meant inside: those around it, and those of the
    // top level that are mentioned there. The others may come and go without renaming it.
    var table = NameTable(.types, reserved: scope + names(of: references))
    let names = table.names(for: declarations.map { Words(naming: $0.label) })
    return named(zip(names, declarations), inside: outer, scope: scope)
  }

  private mutating func named(
    _ declarations: Zip2Sequence<[Identifier], [TypeDeclaration]>,
    inside outer: Identifier?,
    scope: [String]
  ) -> [SwiftType] {
    for (name, declaration) in declarations {
      qualifiedNames[declaration.identifier] = name.inside(outer)
    }
    let siblings = outer == namespace ? [] : declarations.map(\.0.text)
    return declarations.map { name, declaration in
      let qualified = name.inside(outer)
      return SwiftType(
        identifier: declaration.identifier,
        name: name,
        qualifiedName: qualified,
        description: declaration.description,
        content: content(of: declaration, union: nil),
        nested: nested(
          declaration.nested, inside: qualified, scope: scope + siblings + [name.text],
          mentioning: declaration.references
        ).map { $0.asBranch(of: declaration.shape, named: qualified) },
        schema: declaration.schema)
    }
  }

  private func content(
    of declaration: TypeDeclaration, union: Identifier?
  ) -> SwiftType.Content {
    switch declaration.shape {
    case .object(let object):
      return .object(
        properties(object.properties, rest: object.additional.map(RestProperty.members)))
    case .tuple(let tuple):
      return .tuple(properties(tuple.elements, rest: tuple.rest.map(RestProperty.elements)))
    case .union(let union):
      var table = NameTable(.cases, reserved: ["schema", "branches"])
      let names = table.names(for: union.branches.map { Words(casing: $0.label) })
      let cases = zip(names, union.branches).map { name, branch in
        SwiftCase(name: name, label: branch.label, shape: branch.shape)
      }
      return .union(cases, union)
    case .enumeration(let enumeration):
      return .enumeration(values(of: enumeration), enumeration)
    default:
      return .alias(declaration.shape)
    }
  }

  private func values(of enumeration: EnumerationShape) -> [SwiftValue] {
    var table = NameTable(.cases, reserved: ["schema", "allCases", "rawValues", "reading"])
    let wishes = enumeration.values.map { value in
      value.name.map(ValueName.init(of:)) ?? ValueName(of: value.json)
    }
    let names = table.names(for: wishes)
    return zip(names, enumeration.values).map { SwiftValue(name: $0, value: $1) }
  }

  private func properties(
    _ shapes: [PropertyShape], rest: RestProperty?
  ) -> SwiftObject {
    var table = NameTable(.members, reserved: ["schema", "json", "jsonText"])
    let wishes = shapes.map { ValueName(ofProperty: $0.name) }
    let names = table.names(
      for: wishes + [rest].compactMap { $0.map { ValueName(words: $0.words) } })
    let properties = zip(names, shapes).map { name, property in
      SwiftProperty(
        name: name, wireName: property.name, description: property.description,
        isRequired: property.isRequired, shape: property.shape,
        isIndirect: property.isIndirect, documentedDefault: property.defaultValue,
        isDeprecated: property.isDeprecated,
        direction: property.direction)
    }
    return SwiftObject(
      properties: properties, additional: rest.flatMap { rest in names.last.map(rest.named) })
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
