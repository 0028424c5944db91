import ApusCore

// Schemas become shapes, and those that need a name become declarations.
extension Lowering {
  /// A schema as a type of its own.
  mutating func declaration(of schema: Schema, called label: Label) -> TypeDeclaration {
    var nested: [TypeDeclaration] = []
    let shape = structure(of: schema, called: label, nested: &nested)
    return TypeDeclaration(
      identifier: identifier(of: schema), label: label,
      description: schema[Description.self]?.text, shape: shape, schema: schema, nested: nested)
  }

  /// A schema as a part of another type, which holds the types that are needed for it.
  ///
  /// - Parameter label: What the part is called, should it need a type of its own.
  mutating func shape(
    of schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    let declaration = declaration(of: schema, called: label)
    switch declaration.shape {
    case .object, .union, .enumeration:
      nested.append(declaration)
      return .reference(declaration.identifier)
    case .nullable(let inner) where inner.isComposite:
      var named = declaration
      named.shape = inner
      nested.append(named)
      return .nullable(.reference(declaration.identifier))
    default:
      nested += declaration.nested
      return declaration.shape
    }
  }

  func identifier(of schema: Schema) -> TypeIdentifier {
    TypeIdentifier(pointer: schema.location?.pointer ?? "")
  }

  /// What a schema's values are; objects, unions and enumerations have no name as yet.
  private mutating func structure(
    of schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    if let reference = schema[Reference.self] {
      return target(of: reference.target, in: schema)
    }
    if let reference = schema[DynamicReference.self] { return target(of: reference, in: schema) }
    if let union = schema[OneOf.self] {
      return self.union(union, in: schema, called: label, nested: &nested)
    }
    if schema[AnyOf.self] != nil || schema[AllOf.self] != nil {
      return freeForm(schema, because: "'anyOf' and 'allOf'")
    }
    if let enumeration = schema.enumeration {
      return schema.allowsNull() ? .nullable(enumeration) : enumeration
    }
    let names = schema[Type.self]?.names ?? schema.impliedTypes
    let kinds = names.filter { $0 != .null }
    guard kinds.count == 1, let kind = kinds.first else { return .any }
    let shape = self.shape(of: kind, in: schema, called: label, nested: &nested)
    return kinds.count == names.count ? shape : .nullable(shape)
  }

  private mutating func shape(
    of kind: Type.Name, in schema: Schema, called label: Label,
    nested: inout [TypeDeclaration]
  ) -> Shape {
    switch kind {
    case .string, .boolean, .integer, .number:
      return .scalar(Scalar(kind, of: schema))
    case .array: return .array(elements(of: schema, called: label, nested: &nested))
    case .object: return object(schema, called: label, nested: &nested)
    case .null: return .any
    }
  }

  private mutating func elements(
    of schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    guard let items = schema[Items.self]?.schema else { return .any }
    return shape(of: items, called: .part(of: label, "element"), nested: &nested)
  }

  /// What a dynamic reference leads to may be another schema wherever the type is used, unless the
  /// document gives its name once.
  private mutating func target(of reference: DynamicReference, in schema: Schema) -> Shape {
    if let name = reference.anchor, document.dynamicAnchorCount(of: name) > 1 {
      return freeForm(schema, because: "a dynamic reference")
    }
    return target(of: reference.target, in: schema)
  }

  private mutating func target(of reference: SchemaReference, in schema: Schema) -> Shape {
    let pointer = reference.pointer
    if document.schemaName(at: pointer) != nil {
      let type = Shape.reference(TypeIdentifier(pointer: pointer))
      return reference.schema.allowsNull() ? .nullable(type) : type
    }
    return freeForm(schema, because: "a reference to a part of a schema")
  }

  /// What is not modelled as yet.
  mutating func freeForm(_ schema: Schema, because reason: String) -> Shape {
    warn(
      "no type of its own for \(reason): the value is free-form JSON, checked by its schema",
      at: schema.location?.pointer ?? "")
    return .any
  }
}

// Objects.
extension Lowering {
  private mutating func object(
    _ schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape {
    let additional = self.additional(to: schema, called: label, nested: &nested)
    if schema[Properties.self]?.properties.isEmpty ?? true, let additional {
      return .dictionary(additional)
    }
    let properties = self.properties(of: schema, nested: &nested)
    return .object(ObjectShape(properties: properties, additional: additional))
  }

  /// An object's named properties, in the order of the document.
  mutating func properties(
    of schema: Schema, nested: inout [TypeDeclaration]
  ) -> [PropertyShape] {
    let required = Set(schema[Required.self]?.names ?? [])
    return (schema[Properties.self]?.properties ?? []).map { property in
      PropertyShape(
        name: property.name,
        description: property.schema[Description.self]?.text,
        isRequired: required.contains(property.name),
        shape: shape(of: property.schema, called: .name(property.name), nested: &nested))
    }
  }

  /// What members of other names hold; nil if there may be none.
  mutating func additional(
    to schema: Schema, called label: Label, nested: inout [TypeDeclaration]
  ) -> Shape? {
    // A member that a pattern allows is kept, even where others are refused.
    guard schema[PatternProperties.self] == nil,
      let schema = schema[AdditionalProperties.self]?.schema
    else { return .any }
    if schema.refusesEverything { return nil }
    return shape(of: schema, called: .part(of: label, "value"), nested: &nested)
  }
}

extension Shape {
  /// Whether the shape needs a name.
  fileprivate var isComposite: Bool {
    switch self {
    case .object, .union, .enumeration: true
    default: false
    }
  }
}

extension Schema {
  /// Whether the schema describes something that may also be null.
  ///
  /// - Parameter depth: How many references were followed; a circle of them describes nothing.
  fileprivate func allowsNull(_ depth: Int = 0) -> Bool {
    guard depth < 100 else { return false }
    if let reference = self[Reference.self] {
      return reference.target.schema.allowsNull(depth + 1)
    }
    if let union = self[OneOf.self] {
      return union.schemas.count == 2 && union.schemas.contains { $0[Type.self]?.names == [.null] }
    }
    if enumeration != nil {
      let names = self[Type.self]?.names
      return names?.contains(.null) ?? enumerationValues.contains(.null)
    }
    let names = self[Type.self]?.names ?? []
    return names.count == 2 && names.contains(.null)
  }

  /// The values that `const` or `enum` lists.
  private var enumerationValues: [JSON] {
    self[Constant.self].map { [$0.value] } ?? self[Enumeration.self]?.values ?? []
  }

  /// The enumeration of the values that are not null, if one is made of them.
  fileprivate var enumeration: Shape? {
    Shape(oneOf: enumerationValues, kinds: self[Type.self]?.names, describedBy: [self])
  }

  /// The kinds that a schema without `type` describes by its other keywords.
  fileprivate var impliedTypes: [Type.Name] {
    if self[Properties.self] != nil || self[AdditionalProperties.self] != nil { return [.object] }
    if self[Items.self] != nil { return [.array] }
    return enumerationValues.contains { $0.kind == .boolean } ? [.boolean] : []
  }

  /// Whether it is the schema `false`.
  fileprivate var refusesEverything: Bool {
    rules.contains { $0.keyword is Nothing }
  }
}
