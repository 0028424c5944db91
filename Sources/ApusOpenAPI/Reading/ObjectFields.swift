import ApusSource
import ApusYAML

/// The fields of one object while it is read.
///
/// Each field is asked for by name exactly where it is read; whatever else stands there is reported.
struct ObjectFields {
  /// Where the object stands.
  let place: Place
  /// What the object is called in messages.
  let title: String
  let context: ReadingContext
  /// The members that were asked for, each by the bit of its position, as far as 64 bits reach.
  private var found: UInt64 = 0
  /// The positions of those behind them.
  private var foundBehind: Set<Int> = []
  private let members: Members
  /// What the members are in.
  private let container: Place.Container

  init(place: Place, title: String, context: ReadingContext) {
    self.place = place
    self.title = title
    self.context = context
    members = place.node.members
    container = Place.Container(place)
  }

  /// The line of the standard that the object's file follows.
  var version: OpenAPIVersion { context.documents.version(at: place) }

  /// A field's value as it is, null included.
  mutating func any(_ name: String, since version: OpenAPIVersion = .v30) -> Place? {
    guard let position = members.position(of: name) else { return nil }
    if position < 64 { found |= 1 << UInt64(position) } else { foundBehind.insert(position) }
    let value = Place(of: members[position], in: container)
    if version > .v30, self.version < version { reportTooNew(name, version, at: value.nameSpan) }
    return value
  }

  /// A field's value. A null says no more than a missing field does, and is reported.
  mutating func value(_ name: String, since version: OpenAPIVersion = .v30) -> Place? {
    guard let value = any(name, since: version) else { return nil }
    guard !value.node.isNull else {
      context.warn("'\(name)' has no value", at: value.nameSpan)
      return nil
    }
    return value
  }

  /// A value that the standard asks for.
  mutating func required(_ name: String) -> Place? {
    let value = value(name)
    if value == nil, place.node.member(name) == nil { reportMissing(name) }
    return value
  }

  /// Reports the fields that nothing asked for, unless they are extensions.
  func reportUnknown() {
    guard found.nonzeroBitCount + foundBehind.count < members.count else { return }
    for (position, member) in members.enumerated() where !isFound(position) {
      guard !member.key.hasPrefix("x-") else { continue }
      guard member.key != "$ref" else {
        let kind = member.value.kind.withArticle
        context.fail("a reference is a string, not \(kind)", at: member.value.span)
        continue
      }
      let hint = SpellingSuggestion.hint(for: member.key, among: FieldTreatments.fields(of: title))
      context.warn("\(title) has no field '\(member.key)'\(hint)", at: member.keySpan)
    }
  }

  /// The fields that are there, and what becomes of each.
  var uses: [FieldUse] {
    members.enumerated().map { position, member in
      FieldUse(
        object: title, name: member.key,
        treatment: isFound(position)
          ? FieldTreatments.treatment(of: member.key, in: title) : .ignored,
        span: member.keySpan)
    }
  }

  private func isFound(_ position: Int) -> Bool {
    position < 64 ? found & 1 << UInt64(position) != 0 : foundBehind.contains(position)
  }

  /// Reports that the standard asks for a field.
  func reportMissing(_ name: String) {
    context.warn("\(title) needs a field '\(name)'", at: place.nameSpan)
  }

  private func reportTooNew(_ name: String, _ version: OpenAPIVersion, at span: SourceSpan) {
    context.warn(
      "'\(name)' came with OpenAPI \(version), and this document follows \(self.version)",
      at: span)
  }
}
