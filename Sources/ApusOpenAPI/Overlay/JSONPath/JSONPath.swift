import ApusCore

/// A query for values in a document (JSONPath, RFC 9535).
struct JSONPath: Hashable, Sendable {
  /// What leads from values to some of the values in them (section 2.5).
  struct Segment: Hashable, Sendable {
    /// What is selected: of each value, the children that any of these means.
    var selectors: [Selector]
    /// Whether it selects from the values in a value, too: `..`.
    var isDescendant: Bool
  }

  /// What is selected from the children of a value (section 2.3).
  enum Selector: Hashable, Sendable {
    case name(String)
    case wildcard
    /// The element of an index; a negative one counts from the end.
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    indirect case filter(Filter)
  }

  /// What a child must be like to be selected (section 2.3.5).
  indirect enum Filter: Hashable, Sendable {
    case or([Filter])
    case and([Filter])
    case not(Filter)
    case exists(Query)
    case comparison(Operand, Comparison, Operand)
    /// `match(text, pattern)` if whole, or else `search(text, pattern)`.
    case matches(text: Operand, pattern: Operand, whole: Bool)
  }

  /// A query in a filter.
  struct Query: Hashable, Sendable {
    /// Whether it starts at the document's root, and not at the child in question.
    var isFromRoot: Bool
    var segments: [Segment]
  }

  /// What can be compared in a filter. All of them are one value or nothing.
  indirect enum Operand: Hashable, Sendable {
    case literal(JSON)
    /// A query that can't lead to more than one value.
    case query(Query)
    /// `length(…)`: of a text in characters, or of a collection.
    case length(Operand)
    /// `count(…)`: how many values a query leads to.
    case count(Query)
    /// `value(…)`: the only value that a query leads to.
    case value(Query)
  }

  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
  }

  var segments: [Segment]
}

extension JSONPath.Query {
  /// Whether it leads to one value at most (section 2.3.5.1).
  var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}

extension JSONPath.Segment {
  var isSingular: Bool {
    guard !isDescendant, selectors.count == 1 else { return false }
    switch selectors.first {
    case .name, .index: return true
    case .wildcard, .slice, .filter, nil: return false
    }
  }
}
