/// What a schema asks of objects, while its keywords put that together.
struct ObjectPlanBuilder {
  private var names: [String] = []
  private var positions: [[UInt8]: Int] = [:]
  private var members: [MemberPlan] = []
  private var bitCount = 0

  /// What members satisfy that `properties` does not name; nil where they may be anything.
  var additional: UnsafePointer<SchemaPlan>?
  var refusesAdditional = false
  var leastCount = 0
  var greatestCount = Int.max
  private var required: UInt64 = 0
  private var requirement: (keyword: any Keyword, names: [String])?
  private var groups: [(masks: [UInt64], isExclusive: Bool)] = []

  /// Whether nothing is asked of objects.
  var isEmpty: Bool {
    members.isEmpty && additional == nil && !refusesAdditional && leastCount == 0
      && greatestCount == .max && groups.isEmpty
  }

  /// Names a property, and what its value satisfies.
  mutating func add(property name: String, _ plan: UnsafePointer<SchemaPlan>?) {
    let position = position(of: name)
    guard !members[position].isProperty else { return }
    members[position].isProperty = true
    members[position].plan = plan
  }

  /// Asks for members; false if there are too many names for masks.
  mutating func require(_ names: [String], by keyword: any Keyword) -> Bool {
    guard requirement == nil, let mask = mask(of: names) else { return false }
    required = mask
    requirement = (keyword, names)
    return true
  }

  /// Asks for the members of one of some groups; false if there are too many names for masks.
  mutating func require(anyOf groups: [[String]], isExclusive: Bool) -> Bool {
    var masks: [UInt64] = []
    for names in groups {
      guard let mask = mask(of: names) else { return false }
      masks.append(mask)
    }
    self.groups.append((masks, isExclusive))
    return true
  }

  private mutating func mask(of names: [String]) -> UInt64? {
    var mask: UInt64 = 0
    for name in names {
      let position = position(of: name)
      if members[position].bit == 0 {
        guard bitCount < UInt64.bitWidth else { return nil }
        members[position].bit = 1 << UInt64(bitCount)
        bitCount += 1
      }
      mask |= members[position].bit
    }
    return mask
  }

  private mutating func position(of name: String) -> Int {
    let key = Array(name.utf8)
    if let position = positions[key] { return position }
    positions[key] = names.count
    names.append(name)
    members.append(MemberPlan(plan: nil, isProperty: false, bit: 0))
    return names.count - 1
  }
}

extension ObjectPlanBuilder {
  /// The plan, and what its pointers lead to.
  consuming func finish(with rules: [Rule]) -> (UnsafePointer<ObjectPlan>, owner: AnyObject) {
    let table = TextTable(names)
    let members = FixedList(members)
    let masks = groups.map { FixedList($0.masks) }
    let groups = FixedList(
      zip(groups, masks).map { group, masks in
        MemberGroups(masks: masks.start, count: masks.count, isExclusive: group.isExclusive)
      })
    let requirement = FixedList(requirement.map { [$0.keyword] } ?? [])
    let plan = FixedList([
      ObjectPlan(
        names: table.lookup, members: members.start, additional: additional,
        refusesAdditional: refusesAdditional, required: required,
        requiredInRequest: required & ~leftOut(by: rules, in: .request),
        requiredInResponse: required & ~leftOut(by: rules, in: .response),
        requirement: KeywordSpan(requirement), leastCount: leastCount,
        greatestCount: greatestCount, groups: groups.start, groupCount: groups.count)
    ])
    return (plan.start, FixedList<AnyObject>([plan, table, members, groups, requirement] + masks))
  }

  /// The members that the schema itself says need not be there on that way.
  private func leftOut(by rules: [Rule], in direction: Direction) -> UInt64 {
    guard let properties = rules.first(Properties.self) else { return 0 }
    var mask: UInt64 = 0
    for name in requirement?.names ?? [] where properties.leaveOut(name, in: direction) {
      mask |= positions[Array(name.utf8)].map { members[$0].bit } ?? 0
    }
    return mask
  }
}
