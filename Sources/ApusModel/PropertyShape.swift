import ApusCore

/// A named property of an object, or an element of a tuple.
public struct PropertyShape: Sendable {
  /// The member's name in JSON, or what an element is called.
  public var name: String
  public var description: String?
  public var isRequired: Bool
  public var shape: Shape
  /// Whether its value can't be kept in place, as it may hold another object of the same type.
  public var isIndirect = false
  /// The value that stands in for an absent one.
  public var defaultValue: JSON?
  /// The value that a required property has if nobody gives it another: the only one that it may
  /// have, or its default.
  public var initialValue: JSON?
  public var isDeprecated = false
  /// The only way that the property goes; nil if it goes both.
  public var direction: Direction?

  public init(name: String, description: String?, isRequired: Bool, shape: Shape) {
    self.name = name
    self.description = description
    self.isRequired = isRequired
    self.shape = shape
  }
}

extension Lowering {
  /// A property with what some schemas, all of which its value satisfies, say besides its shape.
  func property(_ property: PropertyShape, describedBy schemas: [Schema]) -> PropertyShape {
    var property = property
    property.defaultValue = property.isRequired ? nil : defaultValue(of: schemas)
    property.initialValue = property.isRequired ? initialValue(of: schemas) : nil
    property.isDeprecated = schemas.contains { $0[Deprecated.self]?.isDeprecated ?? false }
    if schemas.first(ReadOnly.self)?.isReadOnly ?? false {
      property.direction = .response
    } else if schemas.first(WriteOnly.self)?.isWriteOnly ?? false {
      property.direction = .request
    }
    return property
  }

  /// The default that schemas give, if they all accept it.
  func defaultValue(of schemas: [Schema]) -> JSON? {
    schemas.first(Default.self).flatMap { $0.value.accepted(by: schemas) }
  }

  /// The only value that schemas accept, or the default that they give.
  func initialValue(of schemas: [Schema]) -> JSON? {
    let values = Conjunction(schemas).values ?? []
    let only = values.count == 1 ? values.first : nil
    return only?.accepted(by: schemas) ?? defaultValue(of: schemas)
  }
}

extension JSON {
  /// The value, if some schemas all accept it.
  fileprivate func accepted(by schemas: [Schema]) -> JSON? {
    let text = json
    return schemas.allSatisfy { $0.violations(in: text).isEmpty } ? self : nil
  }
}

extension [Schema] {
  /// The first rule of a keyword in the schemas or in those that they include.
  ///
  /// - Parameter depth: How many schemas may be entered on the way: they may include each other.
  fileprivate func first<Unit: Keyword>(_ keyword: Unit.Type, depth: Int = 8) -> Unit? {
    for schema in self {
      if let unit = schema[keyword] { return unit }
      let included =
        [schema[Reference.self]?.target.schema].compactMap(\.self)
        + (schema[AllOf.self]?.schemas ?? [])
      guard depth > 0 else { continue }
      if let unit = included.first(keyword, depth: depth - 1) { return unit }
    }
    return nil
  }
}
