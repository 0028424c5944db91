import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift

/// One of two documents that are compared: what it describes, and the Swift that is generated for it.
public struct Edition: Sendable {
  let api: API
  /// The generated files.
  let files: [[UInt8]]
  /// What in the document their declarations are made from.
  let places: DeclarationPlaces

  /// A document, as what it describes, and the style in which code is generated for it.
  public init(_ api: API, style: SwiftStyle = SwiftStyle()) {
    // What makes the same difference to all code, makes none here.
    var style = style
    style.access = .public
    style.namespace = nil
    style.files = .parts
    style.adapters = []
    style.transports = []
    self.api = api
    let declarations = SwiftGenerator.declarations(of: api, style: style)
    files = declarations.files.map(\.contents)
    places = declarations.places
  }
}

/// What differs between two documents.
public struct Comparison: Sendable {
  /// Every difference, sorted: first those of the document as a whole, then by operation in the order
  /// of the new document, then by what operations share.
  public let changes: [Change]

  /// Compares two documents by what they mean, and the Swift that is generated for them.
  public init(of old: Edition, with new: Edition) {
    let wire = WireComparison(old.api.document, new.api.document)
    wire.compareAll()
    let source = SourceComparison(old, new, renamedSchemas: wire.namedSchemas)
    let order = SubjectOrder(old.api.document, new.api.document)
    changes = order.sorted(wire.changes + source.changes)
  }

  /// The changes that break something of a kind.
  public func changes(breaking breakage: Breakage) -> [Change] {
    changes.filter { !$0.breakage.isDisjoint(with: breakage) }
  }
}

/// The order in which changes are told.
private struct SubjectOrder {
  private var operations: [String: Int] = [:]

  init(_ old: Document, _ new: Document) {
    for operation in new.allOperations + old.allOperations
    where operations[operation.heading] == nil {
      operations[operation.heading] = operations.count
    }
  }

  func sorted(_ changes: [Change]) -> [Change] {
    changes.enumerated().map { index, change in
      var change = change
      change.operations.sort { operations[$0] ?? 0 < operations[$1] ?? 0 }
      return (key: key(of: change, at: index), change: change)
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.change)
  }

  /// What changes are sorted by: group, place in it, what breaks, place in the file, and then as found.
  private func key(of change: Change, at index: Int) -> [String] {
    let (group, subject): (Int, String) =
      switch change.subject {
      case .document: (0, "")
      case .operation(let name): (1, Self.padded(operations[name] ?? operations.count) + name)
      case .component(let kind, let name): (2, "\(kind) \(name)")
      }
    let rank = Breakage.all.firstIndex { change.breakage.isSuperset(of: $0.breakage) } ?? 3
    let span = change.new ?? change.old
    return [
      String(group), subject, String(rank), Self.padded(span?.range.lowerBound ?? 0),
      Self.padded(index),
    ]
  }

  private static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 12 - text.count)) + text
  }
}
