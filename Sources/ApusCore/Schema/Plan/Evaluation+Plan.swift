// How a value is checked by a plan. Loops and no closures, and each kind of value in a function of its own, so
// that a check is frugal with the stack.

extension Evaluation {
  /// Whether a value satisfies the schema of a plan.
  mutating func accepts(_ plan: UnsafePointer<SchemaPlan>, _ instance: JSONView) -> Bool {
    guard plan.pointee.kinds & instance.kind.bit != 0 else { return false }
    switch instance.kind {
    case .string: guard accepts(plan, string: JSONStringView(instance)) else { return false }
    case .number: guard accepts(plan, number: instance) else { return false }
    case .array: guard accepts(plan, array: instance) else { return false }
    case .object:
      if let object = plan.pointee.object, !accepts(object, instance) { return false }
    case .null, .boolean: break
    }
    return plan.pointee.keywords.count == 0 || accepts(keywordsOf: plan, instance)
  }

  private func accepts(_ plan: UnsafePointer<SchemaPlan>, string: JSONStringView) -> Bool {
    if let texts = plan.pointee.texts, texts.position(ofValue: string) == nil { return false }
    let (least, greatest) = (plan.pointee.leastLength, plan.pointee.greatestLength)
    if least > 0 || greatest < .max, !string.hasLength(least, greatest) { return false }
    guard let form = plan.pointee.form else { return true }
    return string.withUTF8(form)
  }

  private mutating func accepts(_ plan: UnsafePointer<SchemaPlan>, number: JSONView) -> Bool {
    if let value = number.shortInteger {
      return plan.pointee.least <= value && value <= plan.pointee.greatest
    }
    if plan.pointee.areNumbersWhole, !number.isInteger { return false }
    return accepts(plan.pointee.numberKeywords, number)
  }

  private mutating func accepts(_ plan: UnsafePointer<SchemaPlan>, array: JSONView) -> Bool {
    guard array.count >= plan.pointee.leastCount, array.count <= plan.pointee.greatestCount else {
      return false
    }
    guard let elementPlan = plan.pointee.element else { return true }
    guard enter() else { return false }
    defer { leave() }
    var skipped = plan.pointee.firstElement
    for element in array.elements {
      if skipped > 0 {
        skipped -= 1
      } else if !accepts(elementPlan, element) {
        return false
      }
    }
    return true
  }

  private mutating func accepts(_ plan: UnsafePointer<ObjectPlan>, _ object: JSONView) -> Bool {
    guard object.count >= plan.pointee.leastCount, object.count <= plan.pointee.greatestCount,
      enter()
    else { return false }
    defer { leave() }
    var found: UInt64 = 0
    for member in object.members {
      if let position = plan.pointee.names.position(of: member.name) {
        let known = plan.pointee.members + position
        found |= known.pointee.bit
        if let valuePlan = known.pointee.plan, !accepts(valuePlan, member.value) { return false }
        if known.pointee.isProperty { continue }
      }
      if plan.pointee.refusesAdditional { return false }
      if let additional = plan.pointee.additional, !accepts(additional, member.value) {
        return false
      }
    }
    return hasMembers(found, for: plan, object)
  }

  /// Whether the members that were found are all those that must be there.
  @inline(__always)
  private mutating func hasMembers(
    _ found: UInt64, for plan: UnsafePointer<ObjectPlan>, _ object: JSONView
  ) -> Bool {
    if plan.pointee.required & ~found != 0 {
      guard !directions.isEmpty, lacksOnlyOneWay(found, plan, object) else { return false }
    }
    for index in 0..<plan.pointee.groupCount {
      guard (plan.pointee.groups + index).pointee.areSatisfied(by: found) else { return false }
    }
    return true
  }

  /// Whether no more is missing than need not be there on the way.
  private mutating func lacksOnlyOneWay(
    _ found: UInt64, _ plan: UnsafePointer<ObjectPlan>, _ object: JSONView
  ) -> Bool {
    var required = plan.pointee.required
    if directions.contains(.request) { required &= plan.pointee.requiredInRequest }
    if directions.contains(.response) { required &= plan.pointee.requiredInResponse }
    return required & ~found == 0 || accepts(plan.pointee.requirement, object)
  }

  private mutating func accepts(
    keywordsOf plan: UnsafePointer<SchemaPlan>, _ instance: JSONView
  ) -> Bool {
    if directions.isEmpty { return accepts(plan.pointee.keywords, instance) }
    surroundings.enter(plan.pointee.rules, of: instance)
    defer { surroundings.leave() }
    return accepts(plan.pointee.keywords, instance)
  }

  private mutating func accepts(_ keywords: KeywordSpan, _ instance: JSONView) -> Bool {
    guard let start = keywords.start else { return true }
    for index in 0..<keywords.count
    where !(start + index).pointee.evaluate(instance, in: &self) { return false }
    return true
  }
}

extension MemberGroups {
  @inline(__always)
  fileprivate func areSatisfied(by found: UInt64) -> Bool {
    var satisfied = 0
    for index in 0..<count where masks[index] & ~found == 0 { satisfied += 1 }
    return isExclusive ? satisfied == 1 : satisfied > 0
  }
}

extension JSONStringView {
  /// Whether the number of code points is between two.
  @inline(__always)
  fileprivate func hasLength(_ least: Int, _ greatest: Int) -> Bool {
    // A code point takes one byte to four.
    let size = literal.count
    if !isEscaped, size <= greatest, size / 4 >= least { return true }
    let count = codePointCount
    return least <= count && count <= greatest
  }
}
