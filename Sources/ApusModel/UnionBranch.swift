import ApusCore

/// An alternative of a union that is being made.
struct UnionAlternative {
  /// Its place in the document's list.
  var index: Int
  var schema: Schema
  /// The schema with all that stands beside the alternatives.
  var joined: Conjunction
}

/// A branch of a union that is being made: one alternative, or several that are of one type.
struct UnionBranch {
  var alternatives: [UnionAlternative]
  var label: Label
  var shape: Shape

  /// What the alternatives and all that stands beside them say.
  var schemas: [Conjunction] { alternatives.map(\.joined) }

  /// The kinds of the branch's values; none if they may be of any.
  var kinds: [Type.Name] {
    var result: [Type.Name] = []
    for schemas in schemas {
      let kinds = schemas.kinds.filter { $0 != .null }
      guard !kinds.isEmpty else { return [] }
      result += kinds.filter { !result.contains($0) }
    }
    return result
  }

  /// The members that all of the branch's values have.
  var requiredNames: [String] {
    guard let first = schemas.first else { return [] }
    return first.requiredNames.filter { name in
      schemas.dropFirst().allSatisfy { $0.requiredNames.contains(name) }
    }
  }
}

extension [UnionBranch] {
  /// The same with one in place of those that are of the same type. Integers are numbers too.
  var collapsed: [UnionBranch] {
    var result: [UnionBranch] = []
    for branch in self {
      if let index = result.firstIndex(where: { $0.shape.isSame(as: branch.shape) }) {
        result[index].alternatives += branch.alternatives
      } else {
        result.append(branch)
      }
    }
    let number = result.firstIndex { $0.shape.isSame(as: .scalar(.number)) }
    let integer = result.firstIndex { $0.shape.isSame(as: .scalar(.integer)) }
    if let number, let integer {
      result[number].alternatives += result[integer].alternatives
      result.remove(at: integer)
    }
    return result
  }
}

extension Shape {
  /// Whether it is spelt as another one is.
  func isSame(as other: Shape) -> Bool {
    switch (self, other) {
    case (.any, .any): true
    case (.scalar(let scalar), .scalar(let other)): scalar == other
    case (.reference(let type), .reference(let other)): type == other
    case (.array(let shape), .array(let other)), (.nullable(let shape), .nullable(let other)):
      shape.isSame(as: other)
    case (.dictionary(let shape, let keys), .dictionary(let other, let otherKeys)):
      keys == otherKeys && shape.isSame(as: other)
    default: false
    }
  }
}
