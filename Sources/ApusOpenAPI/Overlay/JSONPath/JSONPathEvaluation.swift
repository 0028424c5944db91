import ApusCore
import ApusYAML

/// One evaluation of a query (RFC 9535, section 2.1.2).
struct JSONPathEvaluation {
  /// A value that was found.
  struct Match {
    var value: Composition
    /// The positions that lead from the root to the value.
    var location: [Int]
  }

  /// Thrown when a query looks at more values than any sensible one.
  struct TooMuchWork: Error {}

  private let root: Composition
  private var patterns = JSONPathPatterns()
  /// How much more may be done, in values looked at and steps on the way to them.
  private var budget = 50_000_000

  init(root: Composition) {
    self.root = root
  }

  /// What a query finds, in the document's order.
  mutating func matches(of path: JSONPath) throws(TooMuchWork) -> [Match] {
    try select(path.segments, from: Match(value: root, location: []))
  }

  private mutating func select(
    _ segments: [JSONPath.Segment], from start: Match
  ) throws(TooMuchWork) -> [Match] {
    var matches = [start]
    for segment in segments {
      var selected: [Match] = []
      for match in matches {
        if segment.isDescendant {
          try selectFromDescendants(of: match, segment.selectors, into: &selected)
        } else {
          try select(segment.selectors, from: match, into: &selected)
        }
      }
      matches = selected
    }
    return matches
  }

  private mutating func selectFromDescendants(
    of match: Match, _ selectors: [JSONPath.Selector], into selected: inout [Match]
  ) throws(TooMuchWork) {
    var waiting = [match]
    while let next = waiting.popLast() {
      try select(selectors, from: next, into: &selected)
      for position in (0..<next.value.count).reversed() {
        waiting.append(try child(of: next, at: position))
      }
    }
  }

  private mutating func select(
    _ selectors: [JSONPath.Selector], from match: Match, into selected: inout [Match]
  ) throws(TooMuchWork) {
    try spend(selectors.count)
    for selector in selectors {
      switch selector {
      case .name(let name):
        guard let position = match.value.position(of: name) else { continue }
        selected.append(try child(of: match, at: position))
      case .wildcard:
        for position in 0..<match.value.count {
          selected.append(try child(of: match, at: position))
        }
      case .filter(let filter):
        for position in 0..<match.value.count {
          let child = try child(of: match, at: position)
          if try isTrue(filter, of: child.value) { selected.append(child) }
        }
      case .index, .slice:
        guard match.value.kind == .sequence else { continue }
        for position in selector.positions(in: match.value.count) {
          selected.append(try child(of: match, at: position))
        }
      }
    }
  }

  /// A value's element or member. It costs what it takes to remember where it is.
  private mutating func child(of match: Match, at position: Int) throws(TooMuchWork) -> Match {
    try spend(match.location.count)
    return Match(value: match.value[position], location: match.location + [position])
  }

  private mutating func spend(_ count: Int) throws(TooMuchWork) {
    budget -= count + 1
    guard budget > 0 else { throw TooMuchWork() }
  }
}

extension JSONPath.Selector {
  /// The positions that an index or a slice selects from so many elements (section 2.3.4.2.2).
  func positions(in count: Int) -> [Int] {
    func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
    switch self {
    case .index(let index):
      let position = normal(index)
      return (0..<count).contains(position) ? [position] : []
    case .slice(let start, let end, let step) where step > 0:
      let lower = min(max(normal(start ?? 0), 0), count)
      let upper = min(max(normal(end ?? count), 0), count)
      return Array(stride(from: lower, to: upper, by: step))
    case .slice(let start, let end, let step):
      let upper = min(max(normal(start ?? count - 1), -1), count - 1)
      let lower = end.map { min(max(normal($0), -1), count - 1) } ?? -1
      return Array(stride(from: upper, to: lower, by: step))
    case .name, .wildcard, .filter: return []
    }
  }
}

// Filters (section 2.3.5.2).
extension JSONPathEvaluation {
  private mutating func isTrue(
    _ filter: JSONPath.Filter, of value: Composition
  ) throws(TooMuchWork) -> Bool {
    try spend(1)
    switch filter {
    case .or(let parts):
      for part in parts where try isTrue(part, of: value) { return true }
      return false
    case .and(let parts):
      for part in parts where try !isTrue(part, of: value) { return false }
      return true
    case .not(let part): return try !isTrue(part, of: value)
    case .exists(let query): return try !matches(of: query, at: value).isEmpty
    case .comparison(let left, let comparison, let right):
      let left = try operand(left, at: value)
      return comparison.holds(left, try operand(right, at: value))
    case .matches(let text, let pattern, let whole):
      guard let text = try operand(text, at: value)?.string,
        let pattern = try operand(pattern, at: value)?.string
      else { return false }
      return patterns.matches(text, pattern, whole: whole)
    }
  }

  private mutating func matches(
    of query: JSONPath.Query, at value: Composition
  ) throws(TooMuchWork) -> [Match] {
    let start = query.isFromRoot ? root : value
    return try select(query.segments, from: Match(value: start, location: []))
  }

  private mutating func operand(
    _ operand: JSONPath.Operand, at value: Composition
  ) throws(TooMuchWork) -> JSON? {
    switch operand {
    case .literal(let literal): return literal
    case .query(let query), .value(let query):
      let matches = try matches(of: query, at: value)
      guard matches.count == 1, let match = matches.first else { return nil }
      try spend(match.value.count)
      return match.value.json
    case .count(let query): return .number(JSONNumber(try matches(of: query, at: value).count))
    case .length(let inner):
      switch try self.operand(inner, at: value) {
      case .string(let text): return .number(JSONNumber(text.unicodeScalars.count))
      case .array(let elements): return .number(JSONNumber(elements.count))
      case .object(let members): return .number(JSONNumber(members.count))
      case .null, .boolean, .number, nil: return nil
      }
    }
  }
}

extension JSONPath.Comparison {
  /// Whether it holds between two values, each of which may be nothing.
  func holds(_ left: JSON?, _ right: JSON?) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: Self.isLess(left, right)
    case .greater: Self.isLess(right, left)
    case .lessOrEqual: left == right || Self.isLess(left, right)
    case .greaterOrEqual: left == right || Self.isLess(right, left)
    }
  }

  private static func isLess(_ left: JSON?, _ right: JSON?) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.string(let left), .string(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    default: false
    }
  }
}

extension Composition {
  /// The value apart from its places.
  var json: JSON {
    if let node = unchangedNode { return Place(root: node).json }
    guard kind == .mapping else { return .array(elements.map(\.json)) }
    return .object(
      Dictionary(members.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 }))
  }
}
