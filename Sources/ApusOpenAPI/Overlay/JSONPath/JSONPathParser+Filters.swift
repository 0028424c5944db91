import ApusCore
import ApusSource

// Filters (RFC 9535, sections 2.3.5 and 2.4).
extension JSONPathParser {
  /// What a filter can start with.
  private enum Term {
    case operand(JSONPath.Operand)
    case query(JSONPath.Query)
    case test(JSONPath.Filter)
  }

  /// Reads alternatives.
  mutating func filter() throws(JSONPathError) -> JSONPath.Filter {
    try nested { parser throws(JSONPathError) in
      var parts = [try parser.conjunction()]
      while parser.takeOperator("||") { parts.append(try parser.conjunction()) }
      return parts.count == 1 ? parts[0] : .or(parts)
    }
  }

  private mutating func conjunction() throws(JSONPathError) -> JSONPath.Filter {
    var parts = [try condition()]
    while takeOperator("&&") { parts.append(try condition()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func condition() throws(JSONPathError) -> JSONPath.Filter {
    skipBlanks()
    let isNegated = peek() == UInt8(ascii: "!")
    if isNegated {
      position += 1
      skipBlanks()
    }
    let start = position
    let condition: JSONPath.Filter
    if take("(") {
      condition = try filter()
      skipBlanks()
      try expect(")")
    } else {
      condition = try comparisonOrTest()
      if isNegated, case .comparison = condition {
        throw failure("a comparison behind '!' stands in parentheses", from: start)
      }
    }
    return isNegated ? .not(condition) : condition
  }

  private mutating func comparisonOrTest() throws(JSONPathError) -> JSONPath.Filter {
    let start = position
    let term = try term()
    let end = position
    skipBlanks()
    guard let comparison = takeComparison() else {
      position = end
      switch term {
      case .test(let test): return test
      case .query(let query): return .exists(query)
      case .operand: throw failure("this must be compared with something", from: start)
      }
    }
    let left = try operand(term, from: start, to: end)
    skipBlanks()
    return .comparison(left, comparison, try operand())
  }

  private mutating func takeComparison() -> JSONPath.Comparison? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    return take(">") ? .greater : nil
  }

  private mutating func takeOperator(_ word: StaticString) -> Bool {
    let start = position
    skipBlanks()
    if take(word) { return true }
    position = start
    return false
  }

  /// Reads one value or nothing.
  private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
    skipBlanks()
    let start = position
    let term = try term()
    return try operand(term, from: start, to: position)
  }

  private func operand(
    _ term: Term, from start: Int, to end: Int
  ) throws(JSONPathError) -> JSONPath.Operand {
    switch term {
    case .operand(let operand): return operand
    case .query(let query) where query.isSingular: return .query(query)
    case .query:
      throw JSONPathError(
        message: "only a query for a single value can be used here", range: start..<end)
    case .test:
      throw JSONPathError(
        message: "this is true or false and can't be compared", range: start..<end)
    }
  }

  private mutating func term() throws(JSONPathError) -> Term {
    let start = position
    switch peek() {
    case UInt8(ascii: "@"), UInt8(ascii: "$"): return .query(try query())
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .operand(.literal(.string(try quoted())))
    case let byte? where byte.isDigit || byte == UInt8(ascii: "-"):
      return .operand(.literal(.number(try number())))
    case let byte? where byte.isLetter: break
    default: throw failure("a query, a function or a literal is expected here")
    }
    while let byte = peek(), byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .operand(.literal(.boolean(true)))
    case "false": return .operand(.literal(.boolean(false)))
    case "null": return .operand(.literal(.null))
    default: return try function(word, from: start)
    }
  }

  private mutating func query() throws(JSONPathError) -> JSONPath.Query {
    let isFromRoot = take("$")
    if !isFromRoot { try expect("@") }
    return JSONPath.Query(isFromRoot: isFromRoot, segments: try segments())
  }

  private mutating func number() throws(JSONPathError) -> JSONNumber {
    let start = position
    while let byte = peek(),
      byte.isDigit || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    {
      position += 1
    }
    guard let number = JSONNumber(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw failure("a number is written as in JSON", from: start)
    }
    return number
  }

  /// Reads the arguments of a function (section 2.4).
  private mutating func function(_ name: String, from start: Int) throws(JSONPathError) -> Term {
    let known = ["length", "count", "match", "search", "value"]
    guard known.contains(name) else {
      let hint = SpellingSuggestion.hint(for: name, among: known)
      throw failure("JSONPath has no function '\(name)'\(hint)", from: start)
    }
    try expect("(")
    let term = try nested { parser throws(JSONPathError) in
      try parser.call(name)
    }
    skipBlanks()
    try expect(")")
    return term
  }

  private mutating func call(_ name: String) throws(JSONPathError) -> Term {
    skipBlanks()
    switch name {
    case "length": return .operand(.length(try operand()))
    case "count": return .operand(.count(try query()))
    case "value": return .operand(.value(try query()))
    default:
      let text = try operand()
      skipBlanks()
      try expect(",")
      skipBlanks()
      let start = position
      let pattern = try operand()
      if case .literal(.string(let literal)) = pattern {
        do throws(PatternError) {
          _ = try Pattern(literal)
        } catch {
          throw failure("this is no regular expression: \(error.description)", from: start)
        }
      }
      return .test(.matches(text: text, pattern: pattern, whole: name == "match"))
    }
  }
}
