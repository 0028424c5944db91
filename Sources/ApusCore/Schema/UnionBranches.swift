// How a value shows which alternative of a union it is.
extension JSONView {
  /// The alternative whose required members the object has: the only one, or there is none.
  ///
  /// - Parameter groups: The names that each alternative requires.
  /// - Throws: `JSONDecodingError` if no group is there as a whole, or more than one.
  public func branch(requiring groups: [[String]]) throws -> Int {
    guard kind == .object else { throw JSONDecodingError(expected: "an object", found: self) }
    let matches = groups.indices.filter { groups[$0].allSatisfy { member($0) != nil } }
    if let match = matches.first, matches.count == 1 { return match }
    let alternatives = groups.map { group in
      group.map { JSON.string($0).description }.listed(with: "and")
    }
    throw JSONDecodingError(
      path: "",
      expected: "an object with either \(alternatives.listed(with: "or"))",
      found: matches.isEmpty ? "one without these" : "one with more than one of these")
  }

  /// The alternative of a schema's `oneOf` that accepts the value: the only one, or there is none.
  ///
  /// - Throws: `JSONDecodingError` if no alternative accepts the value, or more than one.
  public func branch(of schema: Schema) throws -> Int {
    let alternatives = schema[OneOf.self]?.schemas ?? []
    let matches = alternatives.indices.filter { alternatives[$0].accepts(self) }
    if let match = matches.first, matches.count == 1 { return match }
    throw JSONDecodingError(
      path: "",
      expected: "a value that matches exactly one of \(alternatives.count) alternatives",
      found: matches.isEmpty ? "one that matches none" : "one that matches \(matches.count)")
  }
}
