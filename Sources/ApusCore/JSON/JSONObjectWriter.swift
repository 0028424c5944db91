/// Writes the members of an object.
public struct JSONObjectWriter: ~Copyable {
  private var json: JSONWriter
  /// Where the members begin.
  private let start: Int

  init(json: consuming JSONWriter) {
    start = json.count
    self.json = json
  }

  consuming func finish() -> JSONWriter { json }

  /// Writes a member.
  public mutating func write<Value: JSONCodable>(_ name: String, _ value: Value) {
    self.name(name)
    value.write(to: &json)
  }

  /// Writes a member; nothing for nil.
  public mutating func write<Value: JSONCodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    self.name(name)
    value.write(to: &json)
  }

  /// Writes a member, with the value null for nil.
  public mutating func write<Value: JSONCodable>(_ name: String, nullable value: Value?) {
    self.name(name)
    value.write(to: &json)
  }

  /// Writes members, sorted by name. One whose name has been written already is left out.
  public mutating func write<Value: JSONCodable>(_ additionalProperties: [String: Value]) {
    guard !additionalProperties.isEmpty else { return }
    writeSorted(additionalProperties)
  }

  /// Writes members of any type, sorted by name. One whose name has been written already is left out.
  public mutating func write(_ additionalProperties: [String: JSON]) {
    guard !additionalProperties.isEmpty else { return }
    writeSorted(additionalProperties)
  }

  private mutating func writeSorted<Value: JSONCodable>(_ members: [String: Value]) {
    let written = writtenNames
    for member in OrderedMember.sorted(members) {
      let (name, value) = members[member.index]
      if !written.contains(name) { write(name, value) }
    }
  }

  private mutating func name(_ name: String) { json.name(name, isFirst: json.count == start) }

  private var writtenNames: Set<String> {
    guard json.count > start else { return [] }
    let members = json.withBytes { Array($0[start...]) }
    let object = [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")]
    return (try? withJSON(object) { Set($0.members.map(\.name.string)) }) ?? []
  }
}
