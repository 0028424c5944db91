/// What a schema asks of a value, put together from its keywords before the first value is checked: kinds as
/// bits, members by a table, those that must be there as a mask.
///
/// It tells whether a value is valid, and nothing else; the keywords themselves tell why it is not. All that
/// a check looks at are plain values and pointers, so that it counts no references and takes no memory. A
/// plan lives as long as its schema.
struct SchemaPlan {
  /// The kinds of value that are not refused at once: a bit for each.
  var kinds: UInt8 = .max

  // Of strings.

  /// The only ones, if that is said.
  var texts: TextLookup?
  /// The least and the greatest number of code points.
  var leastLength = 0
  var greatestLength = Int.max
  /// What the text's UTF-8 passes.
  var form: (@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)?

  // Of numbers.

  /// Whether they have no fraction.
  var areNumbersWhole = false
  /// The least and the greatest of those that are short whole numbers.
  var least = Int64.min
  var greatest = Int64.max
  /// What is applied to all others.
  var numberKeywords = KeywordSpan()

  // Of arrays.

  /// What elements satisfy, from one on.
  var element: UnsafePointer<SchemaPlan>?
  var firstElement = 0
  var leastCount = 0
  var greatestCount = Int.max

  // Of objects.

  var object: UnsafePointer<ObjectPlan>?

  /// What is applied to values of every kind after all that.
  var keywords = KeywordSpan()
  /// The schema's rules, for what stands inside it.
  var rules: [Rule] = []
  /// What the pointers lead to.
  var owners: [AnyObject] = []
}

/// What a schema asks of an object.
struct ObjectPlan: BitwiseCopyable {
  /// The names that something is said of.
  var names: TextLookup
  /// What is said of each.
  var members: UnsafePointer<MemberPlan>
  /// What members satisfy of which nothing else is said; nil where they may be anything.
  var additional: UnsafePointer<SchemaPlan>?
  /// Whether there may be none of these.
  var refusesAdditional: Bool

  /// The members that must be there, and those that must be on the way of a request or of a response.
  var required: UInt64
  var requiredInRequest: UInt64
  var requiredInResponse: UInt64
  /// The keyword that decides about members that are missing on the way.
  var requirement: KeywordSpan

  var leastCount: Int
  var greatestCount: Int

  /// Groups of members of which some must be there.
  var groups: UnsafePointer<MemberGroups>
  var groupCount: Int
}

/// What a schema says of a member of a certain name.
struct MemberPlan: BitwiseCopyable {
  /// What it satisfies; nil where it may be anything.
  var plan: UnsafePointer<SchemaPlan>?
  /// Whether `properties` names it.
  var isProperty: Bool
  /// The bit of the masks that stands for it.
  var bit: UInt64
}

/// Groups of members, of which at least one group, or exactly one, is there as a whole.
struct MemberGroups: BitwiseCopyable {
  var masks: UnsafePointer<UInt64>
  var count: Int
  var isExclusive: Bool
}

/// Keywords in a list that somebody else holds.
struct KeywordSpan {
  var start: UnsafePointer<any Keyword>?
  var count = 0

  init() {}

  init(_ list: FixedList<any Keyword>) {
    (start, count) = (list.start, list.count)
  }
}

extension JSONKind {
  /// The bit that stands for the kind in a set of kinds.
  @inline(__always)
  var bit: UInt8 { 1 << rawValue }
}
