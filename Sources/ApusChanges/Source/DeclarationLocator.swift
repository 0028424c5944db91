import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift

/// Finds what in a document a generated declaration is made from.
struct DeclarationLocator {
  /// What declarations are made from.
  let places: DeclarationPlaces
  private let document: Document
  /// The operations, by the names that generated code has for what belongs to them.
  private var operations: [String: Operation] = [:]
  /// The first operations of services, by the names of their protocols and clients.
  private var services: [String: Operation] = [:]

  init(_ edition: Edition) {
    document = edition.api.document
    places = edition.places
    let all = Dictionary(
      document.operations.map { ("\($0.method) \($0.path?.description ?? "")", $0) }
    ) { first, _ in first }
    for named in places.operations {
      guard let operation = all["\(named.method) \(named.path)"] else { continue }
      for owner in [named.service, named.client] {
        operations["\(owner).\(named.function)"] = operation
        services[owner] = services[owner] ?? operation
      }
      operations[named.namespace] = operation
    }
  }

  /// The place of what a declaration is made from, or the nearest that is known, and what it is part
  /// of; nil if nothing is known.
  func place(of name: String) -> (span: SourceSpan?, subject: Change.Subject)? {
    if let first = services[name] { return (first.place.nameSpan, .document) }
    var name = name[...]
    while !name.isEmpty {
      if let operation = operations[String(name)] {
        return (operation.place.nameSpan, .operation(operation.heading))
      }
      if let pointer = places.pointers[String(name)], let span = document.nameSpan(at: pointer) {
        return (span, subject(at: pointer, in: name))
      }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
    return nil
  }

  private func subject(at pointer: String, in name: Substring) -> Change.Subject {
    if let outer = name.split(separator: ".").first, let operation = operations[String(outer)] {
      return .operation(operation.heading)
    }
    var pointer = pointer
    while !pointer.isEmpty {
      if let name = document.schemaName(at: pointer) {
        return .component(kind: "schema", name: name)
      }
      guard let slash = pointer.lastIndex(of: "/") else { break }
      pointer = String(pointer[..<slash])
    }
    return .document
  }
}
