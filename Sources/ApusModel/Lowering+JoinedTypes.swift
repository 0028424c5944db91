import ApusCore

extension Lowering {
  /// How deeply types of several schemas hold each other, and how many a named type holds: there are
  /// schemas of which each part is some more of them together, in as many ways as there are.
  private static let maximumDepth = 32
  private static let maximumCount = 250

  /// The shape of what a value of all of some schemas is. Each is made once for a type that has it:
  /// what it holds may be the same schemas together again, without end, or in more and more places.
  mutating func joinedShape(
    of schemas: [Schema], at site: Site, nested: inout [TypeDeclaration]
  ) -> Shape {
    let conjunction = Conjunction(schemas)
    if let type = reference(of: conjunction, at: site, nested: &nested) { return type }
    let key = schemas.map { ObjectIdentifier($0.referred) }
    if let known = joinedTypes.shape(of: key) { return known }
    guard joinedTypes.depth < Self.maximumDepth, joinedTypes.count < Self.maximumCount else {
      return freeForm(conjunction, because: "schemas that come together in ever more ways")
    }
    let identifier = TypeIdentifier(pointer: site.pointer)
    let type = Shape.reference(identifier)
    joinedTypes.begin(key, as: facts.allowsNull(conjunction) ? .nullable(type) : type)
    let shape = declare(conjunction, as: identifier, at: site, nested: &nested)
    let isCircular = joinedTypes.end(key, shape)
    if isCircular, !shape.withoutNull.isReference(to: identifier) {
      warnOfCircle(at: schemas.first?.location?.pointer ?? "")
    }
    return shape
  }
}

extension Schema {
  /// The schema that this one is another name for, or itself.
  fileprivate var referred: Schema {
    var schema = self
    var seen: Set<ObjectIdentifier> = []
    while schema.rules.count == 1, let reference = schema[Reference.self],
      seen.insert(ObjectIdentifier(schema)).inserted
    {
      schema = reference.target.schema
    }
    return schema
  }
}
