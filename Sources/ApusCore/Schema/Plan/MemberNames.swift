/// Names of members that a keyword speaks of, or other texts, found among those of a value in one pass
/// over it.
struct MemberNames: Sendable {
  /// The names, in the order of the document.
  var names: [String] { list.names }

  private let list: List

  private var table: TextTable { list.table.object { TextTable(list.names) } }

  /// The names and, once one was looked for, their table: most that are read never check a value.
  private final class List: Sendable {
    let names: [String]
    let table = Once<TextTable>()

    init(_ names: [String]) {
      self.names = names
    }
  }

  init(_ names: [String]) {
    list = List(names)
  }

  /// No names at all.
  static let none = MemberNames([])

  /// Whether an object has a member of each name.
  func areAll(in object: JSONView) -> Bool {
    guard object.count >= table.distinctCount else { return false }
    var count = 0
    for member in object.members where position(of: member.name) != nil { count += 1 }
    return count == table.distinctCount
  }

  /// Where a member's name stands among the names; nil if it is none of them.
  func position(of name: JSONStringView) -> Int? { table.lookup.position(of: name) }

  /// Where a name stands among the names; nil if it is none of them.
  func position(of name: String) -> Int? {
    name.withBytes { table.lookup.position(of: $0, JSONName($0).digest) }
  }

  /// Where a string stands among the names; nil if it is none of them.
  func position(ofValue text: JSONStringView) -> Int? { table.lookup.position(ofValue: text) }

  /// The values that an object has for the names, in their order.
  func values(in object: JSONView) -> [JSONView?] {
    var values = [JSONView?](repeating: nil, count: names.count)
    for member in object.members {
      if let position = position(of: member.name) { values[position] = member.value }
    }
    return values
  }

  /// The names that an object has no member of, in their order.
  func missing(in object: JSONView) -> [String] {
    let values = values(in: object)
    return names.indices.filter { values[$0] == nil && isFirst($0) }.map { names[$0] }
  }

  /// Whether a name is the first of those that are equal to it.
  private func isFirst(_ index: Int) -> Bool { position(of: names[index]) == index }
}
