import ApusCore
import ApusYAML
import Synchronization

/// The schemas of a document by their JSON Pointers: those that stand by themselves, and every
/// schema inside of another.
///
/// References find their schemas here when they are first followed, so that schemas may refer to
/// each other in a circle. A reference doesn't keep the registry alive; the document does.
final class SchemaRegistry: Sendable {
  private let state = Mutex(State())

  fileprivate struct State {
    /// All schemas: of each root those inside of it, and then the root.
    var schemas: [Schema] = []
    /// The nodes that they were read from.
    var nodes: [Node.ID] = []
    /// The schemas that stand by themselves, as parts of `schemas`.
    var roots: [String: Range<Int>] = [:]
    /// The schemas of those roots of which one inside was asked for, by their pointers.
    var inner: [String: [String: Schema]] = [:]
  }

  /// All schemas, those inside of another before it.
  var all: [Schema] { state.withLock(\.schemas) }

  /// The schema at a pointer, if one was read there.
  subscript(pointer: String) -> Schema? {
    state.withLock { state in
      if let known = state.root(at: pointer) { return known }
      var outer = pointer[...]
      while let slash = outer.lastIndex(of: "/") {
        outer = outer[..<slash]
        if let part = state.parts(ofRootAt: String(outer))?[pointer] { return part }
      }
      return nil
    }
  }

  /// The schema at a pointer, if one was read there that stands by itself.
  func root(at pointer: String) -> Schema? {
    state.withLock { $0.root(at: pointer) }
  }

  /// The schema that stands by itself at a pointer and all that are inside of it, by the nodes that
  /// they were read from.
  func nodes(ofRootAt pointer: String) -> [Node.ID: Schema] {
    state.withLock { state in
      guard let range = state.roots[pointer] else { return [:] }
      return Dictionary(
        zip(state.nodes[range], state.schemas[range]), uniquingKeysWith: { $1 })
    }
  }

  /// Adds the schema that stands by itself at a pointer: the last of some, of which the others are
  /// inside of it, read from these nodes.
  func add(
    _ schemas: some Collection<Schema>, from nodes: some Collection<Node.ID>, at pointer: String
  ) {
    state.withLock { state in
      let start = state.schemas.count
      state.schemas.append(contentsOf: schemas)
      state.nodes.append(contentsOf: nodes)
      state.roots[pointer] = start..<state.schemas.count
    }
  }

  /// A reference to the schema at a pointer. Before the registry is filled, and if the schema can't
  /// be read, it accepts everything.
  ///
  /// - Parameter dynamicAnchor: The name by which it is referred to, if it is a dynamic one.
  func reference(to pointer: String, dynamicAnchor: String? = nil) -> SchemaReference {
    SchemaReference(pointer: pointer, dynamicAnchor: dynamicAnchor) { [weak self] in
      self?[pointer] ?? Schema()
    }
  }
}

extension SchemaRegistry.State {
  fileprivate func root(at pointer: String) -> Schema? {
    roots[pointer].flatMap { schemas[$0].last }
  }

  fileprivate mutating func parts(ofRootAt pointer: String) -> [String: Schema]? {
    if let known = inner[pointer] { return known }
    guard let range = roots[pointer] else { return nil }
    let made = Dictionary(
      schemas[range].lazy.map { ($0.location?.pointer ?? pointer, $0) }, uniquingKeysWith: { $1 })
    inner[pointer] = made
    return made
  }
}
