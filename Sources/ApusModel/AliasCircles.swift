/// Finds types that are other names for shapes which hold values of the same types again, such as
/// an array of itself: no such name has an end in Swift.
struct AliasCircles {
  private var circles: [TypeIdentifier: Int] = [:]

  init(in declarations: [TypeDeclaration]) {
    let aliases = declarations.filter { !$0.shape.needsName }
    var positions: [TypeIdentifier: Int] = [:]
    for (position, alias) in aliases.enumerated() { positions[alias.identifier] = position }
    let edges = aliases.map { $0.shape.mentioned.compactMap { positions[$0] } }
    let numbers = StrongComponents(edges).numbers
    for (position, alias) in aliases.enumerated() {
      let isCircular = edges[position].contains { numbers[$0] == numbers[position] }
      if isCircular { circles[alias.identifier] = numbers[position] }
    }
  }

  /// Whether a type is another name for a shape that holds values of the type again.
  func contain(_ identifier: TypeIdentifier) -> Bool {
    circles[identifier] != nil
  }

  /// The same declaration, with free-form JSON where it leads back to itself.
  func broken(in declaration: TypeDeclaration) -> TypeDeclaration {
    guard let circle = circles[declaration.identifier] else { return declaration }
    var declaration = declaration
    declaration.shape = broken(in: declaration.shape, circle)
    return declaration
  }

  private func broken(in shape: Shape, _ circle: Int) -> Shape {
    switch shape {
    case .reference(let identifier): circles[identifier] == circle ? .any : shape
    case .array(let element): .array(broken(in: element, circle))
    case .dictionary(let value, let keys): .dictionary(broken(in: value, circle), keys: keys)
    case .nullable(let inner): .nullable(broken(in: inner, circle))
    default: shape
    }
  }
}

extension Shape {
  /// The types that a shape without a name mentions.
  fileprivate var mentioned: [TypeIdentifier] {
    switch self {
    case .reference(let identifier): [identifier]
    case .array(let shape), .dictionary(let shape, _), .nullable(let shape): shape.mentioned
    default: []
    }
  }
}
