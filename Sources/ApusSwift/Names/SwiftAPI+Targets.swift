import ApusCore

// Parts of schemas that references lead to.
extension SwiftAPI {
  /// The schemas without a name that references in the types' ones lead to: written in
  /// place, one that refers to itself would have no end.
  func unnamedTargets(in types: [SwiftType]) -> [Schema] {
    var seen: Set<ObjectIdentifier> = []
    var targets: [Schema] = []
    var waiting = Array(types.map(\.schema).reversed())
    waiting += constants.map(\.schema)
    while let schema = waiting.popLast() {
      guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
      for argument in schema.rules.compactMap(\.keyword.arguments).joined() {
        switch argument {
        case .schema(let inner), .property(_, let inner): waiting.append(inner)
        case .reference(let reference):
          if schemaNames[reference.pointer] == nil { targets.append(reference.schema) }
          waiting.append(reference.schema)
        default: continue
        }
      }
    }
    return targets
  }
}
