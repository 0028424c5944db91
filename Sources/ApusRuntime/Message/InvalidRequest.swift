/// Why a request is not what the document describes: every violation in every part of it.
///
/// A client throws it instead of sending such a request; a server answers with it. The handler of an
/// operation meets it where it reads a stream that breaks the rules further on: if it throws it on, the
/// router answers with it as well. Its description is fit for a person on either side: it says nothing
/// of the files that the rules stand in.
public struct InvalidRequest: Error, Hashable, Sendable {
  /// A part of a request.
  public enum Part: Hashable, Sendable {
    /// A variable of the path, by name.
    case path(String)
    /// A query parameter, by name.
    case query(String)
    /// The query as a whole.
    case queryString
    /// A header field, by name.
    case header(String)
    /// A cookie, by name.
    case cookie(String)
    /// The body.
    case body
  }

  /// A violation and the part it is in.
  public struct Problem: Hashable, Sendable {
    /// The part.
    public var part: Part
    /// What is wrong with it.
    public var violation: Violation

    /// A violation in a part of a request.
    public init(part: Part, violation: Violation) {
      self.part = part
      self.violation = violation
    }
  }

  /// The violations in the order in which the parts were read or written.
  public var problems: [Problem]

  /// - Parameter problems: The violations, at least one.
  public init(problems: [Problem]) {
    self.problems = problems
  }

  /// What is wrong with one part.
  init(_ violations: [Violation], in part: Part) {
    self.init(problems: violations.map { Problem(part: part, violation: $0) })
  }
}

extension InvalidRequest.Part: CustomStringConvertible {
  public var description: String {
    switch self {
    case .path(let name): "path parameter “\(name)”"
    case .query(let name): "query parameter “\(name)”"
    case .queryString: "query"
    case .header(let name): "header field “\(name)”"
    case .cookie(let name): "cookie “\(name)”"
    case .body: "body"
    }
  }
}

extension InvalidRequest.Problem: CustomStringConvertible {
  /// The part, the place in it, and what was expected and found there.
  public var description: String {
    violation.instance.isEmpty
      ? "\(part): \(Self.reason(violation))"
      : "\(part), at \(violation.instance): \(Self.reason(violation))"
  }

  /// What was expected and found; behind it, in parentheses, the violations that led to this one.
  private static func reason(_ violation: Violation, depth: Int = 0) -> String {
    let text = "expected \(violation.expected), found \(violation.found)"
    if violation.causes.isEmpty || depth == 3 { return text }
    let causes = violation.causes.prefix(8).map { cause in
      let reason = reason(cause, depth: depth + 1)
      return cause.instance == violation.instance ? reason : "at \(cause.instance): \(reason)"
    }
    return "\(text) (\(causes.joined(separator: "; ")))"
  }
}

extension InvalidRequest: CustomStringConvertible {
  /// The problems, one behind the other; the first 16 where there are more.
  public var description: String {
    guard !problems.isEmpty else { return "The request is not as documented." }
    let shown = problems.prefix(16).map(\.description)
    let rest = problems.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}
