/// A path of a document, such as `/threads/{thread_id}/runs`, cut into segments.
struct PathTemplate: Hashable, Sendable {
  let segments: [PathSegment]

  /// Reads a path. Braces that don't match are characters like others.
  init(_ path: String) {
    let relative = path.hasPrefix("/") ? path.dropFirst() : path[...]
    segments = relative.split(separator: "/", omittingEmptySubsequences: false)
      .map(PathSegment.init)
  }

  /// The names in braces, in their order.
  var names: [String] { segments.flatMap(\.names) }
}

/// One segment of a path template: literal text, a variable, or both, such as `{name}.{extension}`.
struct PathSegment: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Text that stands for itself.
    case literal(String)
    /// A variable and its name.
    case variable(String)
  }

  let parts: [Part]

  init(_ text: Substring) {
    var parts: [Part] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      if open != rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      parts.append(.variable(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append(.literal(String(rest))) }
    self.parts = parts
  }

  var names: [String] {
    parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
  }

  /// The text, where there are no variables.
  var literal: String? {
    if parts.count == 1, case .literal(let text) = parts.first { text } else { nil }
  }

  /// Whether the segment is one variable and nothing else.
  var isVariable: Bool {
    if parts.count == 1, case .variable = parts.first { true } else { false }
  }

  /// Where the braces are, but not what is in them: templates that differ only in the names of
  /// their variables are the same path.
  var shape: [String?] {
    parts.map { if case .literal(let text) = $0 { text } else { nil } }
  }

  /// The segment with its variables filled, so that each can be told from what is around it; `nil`
  /// where it can't. Text that could be taken for the literal behind it is percent-encoded further.
  ///
  /// - Parameter texts: The texts, percent-encoded, by the variables' names.
  func filled(with texts: [String: String]) -> String? {
    let plain = joined { texts[$0] ?? "" }
    if isVariable || literal != nil { return plain }
    let expected = names.map { PercentEncoding.decode((texts[$0] ?? "")[...]) }
    let first = names.first
    let encoded = [first, nil].map { plainName in
      joined { name in
        let text = texts[name] ?? ""
        return name == plainName ? text : PercentEncoding.encodeMarks(text)
      }
    }
    return ([plain] + encoded).first { text in
      captures(in: text[...])?.map { PercentEncoding.decode($0) } == expected
    }
  }

  private func joined(_ fill: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .variable(let name): fill(name)
      }
    }.joined()
  }

  /// The texts of the variables in a segment of a request, still percent-encoded; `nil` where the
  /// segment doesn't fit. No variable is empty; an earlier variable takes as much as it can.
  func captures(in text: Substring) -> [Substring]? {
    var rest = text
    var captured: [Substring] = []
    var isVariablePending = false
    for part in parts.reversed() {
      switch part {
      case .variable:
        if isVariablePending {
          guard rest.count > 1, let last = rest.indices.last else { return nil }
          captured.append(rest[last...])
          rest = rest[..<last]
        }
        isVariablePending = true
      case .literal(let literal) where isVariablePending:
        guard let (before, after) = Self.split(rest, atLast: literal) else { return nil }
        captured.append(after)
        rest = before
        isVariablePending = false
      case .literal(let literal):
        let count = literal.utf8.count
        guard rest.utf8.suffix(count).elementsEqual(literal.utf8) else { return nil }
        rest = Substring(rest.utf8.dropLast(count))
      }
    }
    if isVariablePending {
      guard !rest.isEmpty else { return nil }
      captured.append(rest)
    } else if !rest.isEmpty {
      return nil
    }
    return captured.reversed()
  }

  /// What stands before and behind the last occurrence of the literal that leaves something behind.
  /// Bytes are compared: where a character begins, would have to be looked for over and over.
  private static func split(_ text: Substring, atLast literal: String)
    -> (before: Substring, after: Substring)?
  {
    let (bytes, count) = (text.utf8, literal.utf8.count)
    guard bytes.count > count else { return nil }
    var start = bytes.index(bytes.endIndex, offsetBy: -count - 1)
    while true {
      if bytes[start...].starts(with: literal.utf8) {
        return (text[..<start], text[bytes.index(start, offsetBy: count)...])
      }
      if start == bytes.startIndex { return nil }
      start = bytes.index(before: start)
    }
  }
}
