import ApusCore
import ApusOpenAPI

// Schemas become shapes, and those that need a name become declarations.
extension Lowering {
  /// A named schema as a type of its own.
  mutating func declaration(of schema: Schema, called label: Label) -> TypeDeclaration {
    let conjunction = facts.conjunction(of: schema)
    let pointer = schema.location?.pointer ?? ""
    let site = Site(label: label, pointer: pointer, home: pointer)
    joinedTypes = KnownShapes()
    var nested: [TypeDeclaration] = []
    let shape =
      reference(of: conjunction, at: site, nested: &nested)
      ?? structure(of: conjunction, at: site, nested: &nested)
    return TypeDeclaration(
      identifier: identifier(of: schema), label: label,
      description: schema[Description.self]?.text, shape: shape, schema: schema, nested: nested)
  }

  /// A schema that stands by itself, such as a body's.
  ///
  /// - Parameters:
  ///   - label: What it is called, should it need a type of its own.
  ///   - nested: Takes the types that it needs.
  mutating func shape(
    of schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    let pointer = schema.location?.pointer ?? ""
    joinedTypes = KnownShapes()
    // What several operations share belongs to none of them.
    let home = isShared(pointer) ? nil : pointer
    return shape(
      of: schema, at: Site(label: label, pointer: pointer, home: home), nested: &nested)
  }

  /// Schemas that a part of another type satisfies, all of them.
  mutating func shape(
    of schemas: [Schema], at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let telling = facts.telling(schemas)
    if let schema = telling.first, telling.count == 1 {
      return shape(of: schema, at: site, nested: &nested)
    }
    return joinedShape(of: telling, at: site, nested: &nested)
  }

  /// A schema as a part of another type, which holds the types that are needed for it.
  mutating func shape(
    of schema: Schema, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let conjunction = facts.conjunction(of: schema)
    if let type = reference(of: conjunction, at: site, nested: &nested) { return type }
    let pointer = schema.location?.pointer ?? site.pointer
    guard site.holds(pointer) else { return stray(schema) }
    if let known = known(schema, nested: &nested) { return known }
    let identifier = identifier(of: schema)
    begin(schema)
    let shape = declare(conjunction, as: identifier, at: site, nested: &nested)
    end(schema, shape)
    return shape
  }

  /// A type that is part of another: a declaration, if it needs one, is added to `nested`.
  ///
  /// - Parameter description: What it is for, if not all schemas together say that.
  mutating func declare(
    _ conjunction: Conjunction, as identifier: TypeIdentifier, at site: Site,
    description: String? = nil, nested: inout [TypeDeclaration]
  ) -> Shape {
    var inner: [TypeDeclaration] = []
    let shape = structure(of: conjunction, at: site, nested: &inner)
    guard shape.needsName else {
      nested += inner
      return shape
    }
    nested.append(
      TypeDeclaration(
        identifier: identifier, label: site.label,
        description: description ?? conjunction.schemas.description,
        shape: shape.withoutNull, schema: conjunction.schema, nested: inner))
    let type = Shape.reference(identifier)
    if case .nullable = shape { return .nullable(type) }
    return type
  }

  func identifier(of schema: Schema) -> TypeIdentifier {
    TypeIdentifier(pointer: schema.location?.pointer ?? "")
  }

  /// The type that schemas refer to, if they say nothing else about a type.
  mutating func reference(
    of conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape? {
    let dynamic = dynamicReference(of: conjunction)
    guard let reference = facts.soleReference(of: conjunction) ?? dynamic else { return nil }
    let target: Shape
    if document.schemaName(at: reference.pointer) != nil {
      target = .reference(TypeIdentifier(pointer: reference.pointer))
    } else {
      let place = Site(label: site.label, pointer: reference.pointer, home: site.home)
      target = shape(of: reference.schema, at: place, nested: &nested).withoutNull
    }
    let allowsNull = facts.allowsNull(
      dynamic.map { facts.conjunction(of: $0.schema) } ?? conjunction)
    return allowsNull ? .nullable(target) : target
  }

  /// What a dynamic reference leads to: it may be another schema wherever the type is used, unless
  /// the document gives its name once.
  private func dynamicReference(of conjunction: Conjunction) -> SchemaReference? {
    guard let schema = conjunction.schemas.first, conjunction.parts.count == 1,
      let reference = schema[DynamicReference.self]
    else { return nil }
    if let name = reference.anchor, document.dynamicAnchorCount(of: name) > 1 { return nil }
    return reference.target
  }
}

// Structures.
extension Lowering {
  /// What the values of schemas are; objects, tuples, unions and enumerations have no name as
  /// yet.
  mutating func structure(
    of conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    guard conjunction.isComplete else {
      return freeForm(conjunction, because: "more than a thousand schemas that include each other")
    }
    if conjunction.isNullOnly { return .any }
    let shape = structureWithoutNull(of: conjunction, at: site, nested: &nested).withoutNull
    return facts.allowsNull(conjunction) ? .nullable(shape) : shape
  }

  private mutating func structureWithoutNull(
    of conjunction: Conjunction, at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    if let enumeration = conjunction.enumeration { return .enumeration(enumeration) }
    if let union = union(conjunction, at: site, nested: &nested) { return union }
    let kinds = conjunction.kinds.filter { $0 != .null }
    if let kind = kinds.first, kinds.count == 1 {
      return shape(of: kind, in: conjunction, at: site, nested: &nested)
    }
    if conjunction.statedKinds?.isEmpty ?? false {
      return freeForm(conjunction, because: "schemas of which no value satisfies all")
    }
    if kinds.isEmpty, conjunction.first(DynamicReference.self) != nil {
      return freeForm(conjunction, because: "a dynamic reference")
    }
    return kinds.isEmpty ? .any : union(of: kinds, in: conjunction, at: site, nested: &nested)
  }

  /// The shape of values of one kind.
  mutating func shape(
    of kind: Type.Name, in conjunction: Conjunction, at site: Site,
    nested: inout [TypeDeclaration]
  ) -> Shape {
    switch kind {
    case .string, .boolean, .integer, .number:
      return .scalar(Scalar(kind, of: conjunction))
    case .array:
      return tuple(conjunction, at: site, nested: &nested)
        ?? .array(elements(of: conjunction, at: site, nested: &nested))
    case .object: return object(conjunction, at: site, nested: &nested)
    case .null: return .any
    }
  }

  /// What no type can be made for.
  mutating func freeForm(_ conjunction: Conjunction, because reason: String) -> Shape {
    warn(
      "no type of its own for \(reason): the value is free-form JSON, checked by its schema",
      at: conjunction.schemas.first?.location?.pointer ?? "")
    return .any
  }
}

extension [Schema] {
  /// The first description among the schemas' own.
  var description: String? { lazy.compactMap { $0[Description.self]?.text }.first }
}

extension Shape {
  /// Whether the shape needs a name.
  var needsName: Bool {
    switch self {
    case .object, .tuple, .union, .enumeration: true
    case .nullable(let shape): shape.needsName
    default: false
    }
  }

  /// What is there if it is not null.
  var withoutNull: Shape {
    if case .nullable(let shape) = self { shape.withoutNull } else { self }
  }
}

extension Conjunction {
  /// The values that `enum` and `const` allow, if an enumeration is made of them.
  var enumeration: EnumerationShape? {
    let lists = parts.compactMap { part in
      part[Constant.self].map { [$0.value] } ?? part[Enumeration.self]?.values
    }
    // Notes about values speak of the list as it is written.
    let values = lists.count == 1 ? lists.first : self.values
    let shape = values.flatMap { Shape(oneOf: $0, kinds: statedKinds, describedBy: parts) }
    if case .enumeration(let enumeration) = shape { return enumeration }
    return nil
  }
}
