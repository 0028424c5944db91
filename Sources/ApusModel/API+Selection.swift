import ApusCore
import ApusSource

extension API {
  /// Leaves out the types that neither an operation uses nor the selection wants for themselves.
  mutating func keepTypes(reachedBy selection: Selection, diagnostics: inout Diagnostics) {
    guard !selection.isEverything else { return }
    for criterion in selection.unmatched(in: document) {
      diagnostics.warning(
        "no \(criterion.kind.rawValue) fits '\(criterion.pattern)', which was chosen",
        at: criterion.span ?? document.nameSpan(at: ""))
    }
    let reached = types(reachedFrom: services.flatMap(\.endpoints).flatMap(\.usedTypes))
    for entry in document.components.schemas where selection.excludes(schema: entry.key) {
      guard let identifier = entry.value.identifier, reached.contains(identifier) else { continue }
      diagnostics.warning(
        "the schema '\(entry.key)' is to be left out, but it stays, as what is wanted uses it",
        at: document.nameSpan(at: identifier.pointer))
    }
    let wanted = document.components.schemas.filter { selection.includes(schema: $0.key) }
    let kept = reached.union(types(reachedFrom: wanted.compactMap(\.value.identifier)))
    types.removeAll { !kept.contains($0.identifier) }
  }

  /// Some types and all that they mention.
  private func types(reachedFrom start: [TypeIdentifier]) -> Set<TypeIdentifier> {
    let declarations = Dictionary(
      types.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    var owners: [TypeIdentifier: TypeIdentifier] = [:]
    for type in types {
      for identifier in type.nested.flatMap(\.identifiers) { owners[identifier] = type.identifier }
    }
    var reached: Set<TypeIdentifier> = []
    var pending = start
    while let mentioned = pending.popLast() {
      let next = owners[mentioned] ?? mentioned
      guard reached.insert(next).inserted, let declaration = declarations[next] else { continue }
      pending += declaration.references
    }
    return reached
  }
}

extension Schema {
  fileprivate var identifier: TypeIdentifier? {
    location.map { TypeIdentifier(pointer: $0.pointer) }
  }
}

extension Endpoint {
  /// The types that the operation's own types and values mention.
  fileprivate var usedTypes: [TypeIdentifier] {
    (requestShapes + responseShapes).flatMap(\.references) + types.flatMap(\.references)
  }
}
