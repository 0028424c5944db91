/// A keyword whose argument is a length or a number of things.
protocol CountLimit: Keyword {
  var limit: Int { get }
  init(_ limit: Int)
}

extension CountLimit {
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try argument.requireCount())
  }

  public var arguments: [RuleArgument]? { [.integer(limit)] }

  /// Whether a count is as it should be; if not, says so.
  func check(
    _ isValid: Bool, _ bound: String, _ count: Int, _ things: String,
    in evaluation: inout Evaluation
  ) -> Bool {
    if isValid { return true }
    return evaluation.fail(
      Self.name, expected: "\(bound) \(limit) \(things)", found: "\(count)")
  }
}

/// A keyword whose argument is a number to compare with.
protocol NumberLimit: Keyword {
  var limit: JSONNumber { get }
  init(_ limit: JSONNumber)
}

extension NumberLimit {
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    self.init(try argument.requireNumber())
  }

  public var arguments: [RuleArgument]? { [.number(limit)] }

  /// Whether a number is as it should be; if not, says so.
  func check(
    _ instance: JSONView, _ bound: String, in evaluation: inout Evaluation,
    _ isValid: (_ number: JSONDecimal, _ limit: JSONDecimal) -> Bool
  ) -> Bool {
    guard instance.kind == .number, !limit.withDecimal({ isValid(instance.decimal, $0) }) else {
      return true
    }
    return evaluation.fail(
      Self.name, expected: "a number \(bound) \(limit)", found: instance.summary)
  }
}

extension SchemaPlanBuilder {
  /// Leaves a bound to be applied to numbers that are not short whole ones. Those it allows in a range, if
  /// the bound is a whole number itself.
  mutating func apply(
    _ keyword: any Keyword, ifWhole limit: JSONNumber, _ range: (Int64) -> ClosedRange<Int64>
  ) {
    if let whole = limit.int64 {
      apply(keyword, toNumbersBut: range(whole))
    } else {
      apply(keyword)
    }
  }
}
