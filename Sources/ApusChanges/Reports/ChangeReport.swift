import ApusSource

/// How changes are written.
public enum ChangeFormat: String, Sendable, CaseIterable {
  /// As compilers write diagnostics, below a line for each operation.
  case text
  /// A page in Markdown, as for a comment on a change or for release notes.
  case markdown
  /// One JSON object, for other programs.
  case json

  /// Changes as one text, which has no control characters but line feeds, whatever documents hold.
  public func format(_ changes: [Change]) -> String {
    switch self {
    case .text: TextReport(changes).text
    case .markdown: MarkdownReport(changes).text
    case .json: JSONReport(changes).text
    }
  }
}

/// How many changes break what.
struct ChangeCounts {
  let total: Int
  let counts: [(name: String, count: Int)]
  let harmless: Int

  init(_ changes: [Change]) {
    total = changes.count
    counts = Breakage.all.map { name, breakage in
      (name, changes.count { $0.breakage.isSuperset(of: breakage) })
    }
    harmless = changes.count(where: \.breakage.isEmpty)
  }

  /// One line about all of them.
  var sentence: String {
    guard total > 0 else { return "no differences" }
    let names = ["clients": "clients", "servers": "servers", "source": "Swift source"]
    var parts = counts.filter { $0.count > 0 }.map { name, count in
      "\(count) \(count == 1 ? "breaks" : "break") \(names[name] ?? name)"
    }
    if harmless > 0 { parts.append("\(harmless) \(harmless == 1 ? "is" : "are") harmless") }
    return "\(total) \(total == 1 ? "difference" : "differences"): \(parts.joined(separator: ", "))"
  }
}

extension [Change] {
  /// The changes of each subject together, in their order.
  var bySubject: [(subject: Change.Subject, changes: [Change])] {
    var groups: [(subject: Change.Subject, changes: [Change])] = []
    for change in self {
      if groups.last?.subject == change.subject {
        groups[groups.count - 1].changes.append(change)
      } else {
        groups.append((change.subject, [change]))
      }
    }
    return groups
  }

  /// The operations that the changes concern, each once.
  var concerned: [String] {
    var seen: Set<String> = []
    return flatMap(\.operations).filter { seen.insert($0).inserted }
  }
}

extension Change {
  /// What it breaks, in words.
  var consequence: String {
    switch breakage {
    case []: "harmless"
    case .clients: "breaks clients"
    case .servers: "breaks servers"
    case .wire: "breaks clients and servers"
    case .source: "breaks Swift source"
    default: "breaks clients, servers and Swift source"
    }
  }
}
