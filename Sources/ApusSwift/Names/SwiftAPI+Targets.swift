import ApusCore

// Parts of schemas that references lead to.
extension SwiftAPI {
  /// The schemas that the types' and constants' ones hold and lead to, and those among them that
  /// references lead to and that have no name: written in place, one that refers to itself would
  /// have no end.
  func reachableSchemas(from types: [SwiftType]) -> (all: [Schema], unnamed: [Schema]) {
    var seen: Set<ObjectIdentifier> = []
    var all: [Schema] = []
    var targets: [Schema] = []
    var waiting = Array(types.map(\.schema).reversed())
    waiting += constants.map(\.schema)
    while let schema = waiting.popLast() {
      guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
      all.append(schema)
      for reference in schema.resource?.references ?? [] {
        if schemaNames[reference.pointer] == nil { targets.append(reference.schema) }
        waiting.append(reference.schema)
      }
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
    return (all, targets)
  }
}

extension SchemaResource {
  /// What its dynamic names lead to, in their order.
  fileprivate var references: [SchemaReference] {
    dynamicAnchors.sorted { $0.key < $1.key }.map(\.value)
  }
}
