import ApusCore
import ApusModel

extension TypeDeclaration {
  /// The types that the declaration and those inside it mention: by what their values are, or by
  /// what these must satisfy.
  var mentions: [TypeIdentifier] { references + schemaMentions }

  private var schemaMentions: [TypeIdentifier] {
    schema.mentions(besides: listOfAlternatives) + partMentions
  }

  /// What the types inside must satisfy; an alternative's type has no schema but the union's.
  private var partMentions: [TypeIdentifier] {
    nested.flatMap { $0.isAlternative(of: shape) ? $0.partMentions : $0.schemaMentions }
  }

  /// Whether the type is made for an alternative of a union, and checked by the union's schema.
  private func isAlternative(of shape: Shape) -> Bool {
    guard case .union(let union) = shape, case .object = self.shape else { return false }
    return union.branches.contains { $0.shape.isReference(to: identifier) }
  }

  /// The schema that lists the alternatives of a union, where it isn't the union's own: it is written
  /// outside of the type.
  private var listOfAlternatives: Schema? {
    guard case .union(let union) = shape, let holder = union.discrimination.choice?.holder,
      holder !== schema
    else { return nil }
    return holder
  }
}

extension Schema {
  /// The places of the schemas that it holds and refers to; what these refer to is not its own.
  ///
  /// - Parameter other: A schema in it that is not looked at.
  fileprivate func mentions(besides other: Schema?) -> [TypeIdentifier] {
    var pointers: Set<String> = []
    var seen: Set<ObjectIdentifier> = other.map { [ObjectIdentifier($0)] } ?? []
    var waiting = [self]
    while let schema = waiting.popLast() {
      guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
      for argument in schema.rules.compactMap(\.keyword.arguments).joined() {
        switch argument {
        case .schema(let inner), .property(_, let inner):
          if let pointer = inner.location?.pointer { pointers.insert(pointer) }
          waiting.append(inner)
        case .reference(let reference): pointers.insert(reference.pointer)
        default: continue
        }
      }
    }
    return pointers.sorted().map(TypeIdentifier.init)
  }
}
