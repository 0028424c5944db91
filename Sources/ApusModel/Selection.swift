import ApusOpenAPI
import ApusSource

/// Which parts of a document code is wanted for.
public struct Selection: Hashable, Sendable {
  /// What a part is chosen by.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The path of an operation, as the document writes it.
    case path
    /// A tag of an operation.
    case tag
    /// The `operationId` of an operation.
    case operation
    /// The name of a schema.
    case schema
  }

  /// The parts of a kind with some name.
  public struct Criterion: Hashable, Sendable {
    public var kind: Kind
    /// The name, in which each `*` stands for any text.
    public var pattern: String
    /// Where it is asked for.
    public var span: SourceSpan?

    public init(_ kind: Kind, _ pattern: String) {
      self.kind = kind
      self.pattern = pattern
    }
  }

  /// What is wanted; if it is empty, everything is.
  public var only: [Criterion] = []
  /// What is not wanted, even if `only` has it.
  public var except: [Criterion] = []

  /// The choice of everything.
  public init() {}

  /// Whether it is everything.
  var isEverything: Bool { only.isEmpty && except.isEmpty }
}

// What is chosen.
extension Selection {
  /// Whether an operation is wanted.
  func includes(_ operation: Operation) -> Bool {
    (only.isEmpty || only.contains { $0.matches(operation) })
      && !except.contains { $0.matches(operation) }
  }

  /// Whether a schema is wanted for itself, used or not. Where operations are chosen, it must be
  /// named.
  func includes(schema name: String) -> Bool {
    let choosesOperations = (only + except).contains { $0.kind != .schema }
    let isChosen = only.isEmpty ? !choosesOperations : only.contains { $0.matches(schema: name) }
    return isChosen && !excludes(schema: name)
  }

  /// Whether a schema is expressly not wanted.
  func excludes(schema name: String) -> Bool {
    except.contains { $0.matches(schema: name) }
  }

  /// The criteria that nothing of a document fits.
  func unmatched(in document: Document) -> [Criterion] {
    let names = document.components.schemas.map(\.key)
    return (only + except).filter { criterion in
      !names.contains { criterion.matches(schema: $0) }
        && !(document.operations + document.webhooks.flatMap(\.value.operations)).contains {
          criterion.matches($0)
        }
    }
  }
}

extension Selection.Criterion {
  /// Whether an operation is one of those.
  fileprivate func matches(_ operation: Operation) -> Bool {
    switch kind {
    case .path: operation.path.map { matches($0.description) } ?? false
    case .tag: operation.tags.contains { matches($0) }
    case .operation: operation.operationID.map { matches($0) } ?? false
    case .schema: false
    }
  }

  /// Whether a schema of that name is one of those.
  fileprivate func matches(schema name: String) -> Bool {
    kind == .schema && matches(name)
  }

  /// Whether the pattern describes the whole of a name: each `*` is taken as early as it can be.
  fileprivate func matches(_ name: String) -> Bool {
    var parts = pattern.split(separator: "*", omittingEmptySubsequences: false)[...]
    guard let first = parts.popFirst(), name.hasPrefix(first) else { return false }
    guard let last = parts.popLast() else { return name == pattern }
    var rest = name.dropFirst(first.count)
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
