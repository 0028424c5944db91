import ApusSource

/// One difference between two documents, and what it breaks.
public struct Change: Sendable {
  /// Which rule tells of it, such as `request-parameter-became-required`. Rules about messages have
  /// the names that they have in oasdiff's catalogue of checks, where they are in it.
  public var rule: String
  /// What it breaks; nothing if it is harmless.
  public var breakage: Breakage
  /// What changed: one line, in lower case, without a final full stop.
  public var message: String
  /// Where the old document says it, if it says anything about it.
  public var old: SourceSpan?
  /// Where the new document says it, if it says anything about it.
  public var new: SourceSpan?
  /// What it is a change of.
  public var subject: Subject
  /// The operations that it concerns, of a change in what several may share: `GET /pets`.
  public var operations: [String] = []

  init(
    _ rule: String, _ breakage: Breakage, _ message: String, old: SourceSpan?, new: SourceSpan?,
    of subject: Subject
  ) {
    self.rule = rule
    self.breakage = breakage
    self.message = message
    self.old = old
    self.new = new
    self.subject = subject
  }

  /// What a change is a change of.
  public enum Subject: Hashable, Sendable {
    /// The document as a whole.
    case document
    /// One operation: its method and path.
    case operation(String)
    /// Something that the document keeps for reuse: what it is, and its name.
    case component(kind: String, name: String)
  }
}

/// What a change breaks.
public struct Breakage: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// A client made for the old document may fail against a server that follows the new one.
  public static let clients = Breakage(rawValue: 1)
  /// A server made for the old document does not follow the new one: it may refuse what clients made
  /// for the new document send, or send what they don't expect.
  public static let servers = Breakage(rawValue: 2)
  /// Code that uses the Swift that is generated for the old document may not compile with what is
  /// generated for the new one.
  public static let source = Breakage(rawValue: 4)

  /// Messages between programs made for different ones of the documents.
  public static let wire: Breakage = [.clients, .servers]

  /// Each thing that can break, with its name, in the order in which they are told.
  public static let all: [(name: String, breakage: Breakage)] = [
    ("clients", .clients), ("servers", .servers), ("source", .source),
  ]

  /// The names of what is broken.
  public var names: [String] {
    Self.all.filter { isSuperset(of: $0.breakage) }.map(\.name)
  }
}

extension Change.Subject: CustomStringConvertible {
  /// The subject as a heading.
  public var description: String {
    switch self {
    case .document: "the document"
    case .operation(let name): name
    case .component(let kind, let name): "\(kind) '\(name)'"
    }
  }
}
