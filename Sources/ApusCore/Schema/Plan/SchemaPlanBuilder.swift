/// A schema's plan while its keywords put it together, each adding what it asks for.
///
/// What a keyword adds is refused or accepted before the keywords that it leaves to be applied on their own.
/// A keyword that finds its place taken is one of those.
public struct SchemaPlanBuilder {
  /// The rules of the schema.
  let rules: [Rule]

  /// What has been put together so far, but for objects.
  var plan = SchemaPlan()
  var object = ObjectPlanBuilder()

  private var keywords: [any Keyword] = []
  private var numberKeywords: [any Keyword] = []
  private var owners: [AnyObject] = []

  init(_ rules: [Rule]) {
    self.rules = rules
  }

  /// Leaves a keyword to be applied on its own.
  mutating func apply(_ keyword: any Keyword) { keywords.append(keyword) }

  /// Leaves a keyword to be applied to numbers that are not short whole ones, for which it allows a range.
  mutating func apply(_ keyword: any Keyword, toNumbersBut range: ClosedRange<Int64>) {
    numberKeywords.append(keyword)
    plan.least = max(plan.least, range.lowerBound)
    plan.greatest = min(plan.greatest, range.upperBound)
  }

  /// Allows no other strings than some; false if others have been allowed.
  mutating func allow(texts: [String]) -> Bool {
    guard plan.texts == nil else { return false }
    let table = TextTable(texts)
    owners.append(table)
    plan.texts = table.lookup
    return true
  }

  /// Allows no other strings than those that pass a test; false if there is another test.
  mutating func test(
    strings test: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard plan.form == nil else { return false }
    plan.form = test
    return true
  }

  /// The plan of a schema for what the present one holds; nil if that may be anything.
  mutating func plan(of schema: Schema) -> UnsafePointer<SchemaPlan>? {
    if schema.keywords.count == 0 { return nil }
    if schema.resource == nil && !schema.hasLastKeywords { return schema.plan }
    // What has to be known on the way into the schema, only the evaluation of a keyword makes known.
    let wrapper = Schema(allOf: [schema])
    owners.append(wrapper)
    return wrapper.plan
  }

  consuming func finish() -> SchemaPlan {
    let (list, numbers) = (FixedList(keywords), FixedList(numberKeywords))
    owners += [list, numbers] as [AnyObject]
    plan.keywords = KeywordSpan(list)
    plan.numberKeywords = KeywordSpan(numbers)
    if !object.isEmpty {
      let (object, owner) = object.finish(with: rules)
      plan.object = object
      owners.append(owner)
    }
    plan.rules = rules
    plan.owners = owners
    return plan
  }
}
