/// Finds the types whose values would hold values of the same type without end, were they stored in
/// place: a struct in Swift, for one, can't.
struct Recursion {
  /// The types that each type holds in place, by their positions in the list of all types.
  private var edges: [[Int]]
  private var positions: [TypeIdentifier: Int] = [:]

  /// For each type, the number of the circle that it belongs to; types that are in none have
  /// numbers of their own.
  private var circles: [Int]

  private init(_ declarations: [TypeDeclaration]) {
    edges = []
    circles = []
    for (position, declaration) in declarations.enumerated() {
      positions[declaration.identifier] = position
    }
    edges = declarations.map { $0.shape.heldInPlace.compactMap { positions[$0] } }
    circles = StrongComponents(edges).numbers
  }

  /// Whether holding `held` in place leads back to `holder`.
  private func isCircular(_ holder: TypeIdentifier, _ held: TypeIdentifier) -> Bool {
    guard let from = positions[holder], let to = positions[held] else { return false }
    return circles[from] == circles[to]
  }

  /// The declarations with every circle broken: at its unions, and at the properties of its objects
  /// and the elements of its tuples where it has none.
  static func broken(in declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    let all = Recursion(declarations.flatMap(\.withNested))
    let withUnions = declarations.map { $0.mapped(all.withIndirectUnion) }
    let rest = Recursion(withUnions.flatMap(\.withNested))
    return withUnions.map { $0.mapped(rest.withIndirectProperties) }
  }

  private func withIndirectUnion(_ declaration: TypeDeclaration) -> TypeDeclaration {
    guard case .union(var union) = declaration.shape else { return declaration }
    union.isIndirect = declaration.shape.heldInPlace.contains {
      isCircular(declaration.identifier, $0)
    }
    var declaration = declaration
    declaration.shape = .union(union)
    return declaration
  }

  private func withIndirectProperties(_ declaration: TypeDeclaration) -> TypeDeclaration {
    var declaration = declaration
    switch declaration.shape {
    case .object(var object):
      object.properties = withIndirect(object.properties, of: declaration.identifier)
      declaration.shape = .object(object)
    case .tuple(var tuple):
      tuple.elements = withIndirect(tuple.elements, of: declaration.identifier)
      declaration.shape = .tuple(tuple)
    default: break
    }
    return declaration
  }

  private func withIndirect(
    _ properties: [PropertyShape], of holder: TypeIdentifier
  ) -> [PropertyShape] {
    properties.map { property in
      var property = property
      property.isIndirect = property.shape.heldInPlace.contains { isCircular(holder, $0) }
      return property
    }
  }
}

extension Shape {
  /// The types whose values a value of this shape holds in place: not those in arrays and
  /// dictionaries, nor those in a union that is indirect.
  fileprivate var heldInPlace: [TypeIdentifier] {
    switch self {
    case .reference(let identifier): [identifier]
    case .nullable(let shape): shape.heldInPlace
    case .object(let object):
      object.properties.filter { !$0.isIndirect }.flatMap(\.shape.heldInPlace)
    case .tuple(let tuple):
      tuple.elements.filter { !$0.isIndirect }.flatMap(\.shape.heldInPlace)
    case .union(let union): union.isIndirect ? [] : union.branches.flatMap(\.shape.heldInPlace)
    case .scalar, .enumeration, .array, .dictionary, .any: []
    }
  }
}

extension TypeDeclaration {
  /// The declaration and all those inside it.
  var withNested: [TypeDeclaration] { [self] + nested.flatMap(\.withNested) }

  /// The declaration and those inside it, each changed by a function.
  func mapped(
    _ transform: (TypeDeclaration) -> TypeDeclaration
  ) -> TypeDeclaration {
    var result = transform(self)
    result.nested = nested.map { $0.mapped(transform) }
    return result
  }
}
