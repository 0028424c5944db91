import ApusYAML

/// Makes a value of the events that the YAML Test Suite writes a document down as, for the cases that
/// have no JSON form. Aliases and properties are left out.
struct EventReader {
  private var lines: ArraySlice<Substring>

  /// The value of the only document.
  static func value(of events: String) -> Value? {
    let lines = events.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !["+STR", "-STR", "+DOC", "-DOC"].contains($0.prefix(4)) }
    var reader = EventReader(lines: lines[...])
    return reader.next()
  }

  private mutating func next() -> Value? {
    guard let line = lines.popFirst() else { return nil }
    switch line.prefix(4) {
    case "+SEQ": return .sequence(children())
    case "+MAP":
      let children = children()
      var members: [String: Value] = [:]
      for index in stride(from: 0, to: children.count - 1, by: 2) {
        guard case .string(let key) = children[index] else { return nil }
        members[key] = children[index + 1]
      }
      return .mapping(members)
    case "=VAL":
      let text = line.dropFirst(6)
      return text.isEmpty && line.dropFirst(5).first == ":" ? .null : .string(String(text))
    default: return nil
    }
  }

  private mutating func children() -> [Value] {
    var children: [Value] = []
    while let line = lines.first, !line.hasPrefix("-"), let child = next() {
      children.append(child)
    }
    lines = lines.dropFirst()
    return children
  }
}
