import ApusModel
import ApusOpenAPI
import ApusSource
import ApusSwift

/// Finds what in a document a generated declaration is made from.
struct DeclarationLocator {
  /// What declarations are made from.
  let places: DeclarationPlaces
  private let document: Document
  /// What operations are called in reports, by their pointers.
  private let headings: [String: String]
  /// The pointers of operations, by the names that generated code has for what belongs to them.
  private var operations: [String: String] = [:]
  /// The first operations of services, by the names of their protocols and clients.
  private var services: [String: String] = [:]

  init(_ edition: Edition) {
    document = edition.api.document
    places = edition.places
    headings = Dictionary(document.allOperations.map { ($0.pointer, $0.heading) }) { first, _ in
      first
    }
    for named in places.operations {
      for owner in [named.service, named.client] {
        operations["\(owner).\(named.function)"] = named.pointer
        services[owner] = services[owner] ?? named.pointer
      }
      operations[named.namespace] = named.pointer
    }
  }

  /// The place of what a declaration is made from, or the nearest that is known, and what it is part
  /// of; nil if nothing is known.
  func place(of name: String) -> (span: SourceSpan?, subject: Change.Subject)? {
    if let service = services[name] { return (document.nameSpan(at: service), .document) }
    var name = name[...]
    while !name.isEmpty {
      if let pointer = operations[String(name)] {
        return (document.nameSpan(at: pointer), operation(at: pointer))
      }
      if let pointer = places.pointers[String(name)], let span = document.nameSpan(at: pointer) {
        return (span, subject(at: pointer, in: name))
      }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
    return nil
  }

  /// The place of the service that a declaration belongs to, if it is none of an operation alone.
  func placeOfService(of name: String) -> (span: SourceSpan?, subject: Change.Subject)? {
    let owner = name.prefix { $0 != "." }
    return services[String(owner)].map { (document.nameSpan(at: $0), .document) }
  }

  /// The operation at a pointer, or the one that it is a callback of.
  private func operation(at pointer: String) -> Change.Subject {
    var pointer = pointer[...]
    while !pointer.isEmpty {
      if let heading = headings[String(pointer)] { return .operation(heading) }
      guard let slash = pointer.lastIndex(of: "/") else { break }
      pointer = pointer[..<slash]
    }
    return .document
  }

  private func subject(at pointer: String, in name: Substring) -> Change.Subject {
    if let outer = name.split(separator: ".").first, let pointer = operations[String(outer)] {
      return operation(at: pointer)
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
