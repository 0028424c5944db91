import ApusCore
import ApusYAML
import Synchronization

/// The schemas of a document by their places: those that stand by themselves, and every schema inside
/// of another.
///
/// References find their schemas here when they are first followed, so that schemas may refer to
/// each other in a circle. A reference doesn't keep the registry alive; the document does.
final class SchemaRegistry: Sendable {
  /// A schema that stands by itself.
  struct Root {
    let place: Place
    /// It and those inside of it among all schemas, itself last.
    let range: Range<Int>
    /// How its file writes schemas.
    let notation: SchemaNotation
  }

  private let state = Mutex(State())

  fileprivate struct State {
    /// All schemas: of each root those inside of it, and then the root.
    var schemas: [Schema] = []
    /// The numbers, in their notations, of what they were read from.
    var indices: [UInt32] = []
    /// The roots in the order in which they were read, and where each stands there.
    var order: [Root] = []
    var roots: [Place: Int] = [:]
    /// The first of the roots by their pointers: all of them, once a pointer was asked for.
    var pointers: [String: Root] = [:]
    var pointedCount = 0
    /// The schemas of those roots of which one inside was asked for, by their pointers.
    var inner: [Place: [String: Schema]] = [:]
  }

  /// All schemas, those inside of another before it.
  var all: [Schema] { state.withLock(\.schemas) }

  /// The schema at a pointer, if one was read there.
  subscript(pointer: String) -> Schema? {
    state.withLock { $0.schema(at: pointer) }
  }

  /// The schema at a place, if one was read there.
  subscript(place: Place) -> Schema? {
    state.withLock { $0.schema(at: place) }
  }

  /// The schema that stands by itself at a place and all that are inside of it, by the nodes that
  /// they were read from.
  func nodes(ofRootAt place: Place) -> [Node.ID: Schema] {
    state.withLock { state in
      guard let root = state.roots[place].map({ state.order[$0] }) else { return [:] }
      let nodes = state.indices[root.range].map { root.notation.node(of: $0).id }
      return Dictionary(zip(nodes, state.schemas[root.range]), uniquingKeysWith: { $1 })
    }
  }

  /// The schemas that stand by themselves, in the order in which they were read.
  var roots: [Root] { state.withLock(\.order) }

  /// What stands by itself at a place, if that was read; the schemas may be added later.
  func root(at place: Place) -> Root? {
    state.withLock { state in state.roots[place].map { state.order[$0] } }
  }

  /// Adds a schema that stands by itself: where it and those inside of it are among all.
  func add(_ root: Root) {
    state.withLock { state in
      state.roots[root.place] = state.order.count
      state.order.append(root)
    }
  }

  /// Adds schemas with the numbers of what they were read from.
  func add(_ schemas: some Collection<Schema>, from indices: some Collection<UInt32>) {
    state.withLock { state in
      state.schemas.append(contentsOf: schemas)
      state.indices.append(contentsOf: indices)
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
  func schema(of root: SchemaRegistry.Root) -> Schema? {
    root.range.upperBound <= schemas.count ? schemas[root.range].last : nil
  }

  fileprivate mutating func schema(at place: Place) -> Schema? {
    if let position = roots[place] { return schema(of: order[position]) }
    for outer in place.ancestors {
      guard let position = roots[outer], let part = parts(of: order[position])[place.pointer]
      else { continue }
      return part
    }
    return nil
  }

  fileprivate mutating func schema(at pointer: String) -> Schema? {
    while pointedCount < order.count {
      pointers[order[pointedCount].place.pointer] = order[pointedCount]
      pointedCount += 1
    }
    if let root = pointers[pointer] { return schema(of: root) }
    var outer = pointer[...]
    while let slash = outer.lastIndex(of: "/") {
      outer = outer[..<slash]
      guard let root = pointers[String(outer)], let part = parts(of: root)[pointer] else {
        continue
      }
      return part
    }
    return nil
  }

  private mutating func parts(of root: SchemaRegistry.Root) -> [String: Schema] {
    if let known = inner[root.place] { return known }
    guard root.range.upperBound <= schemas.count else { return [:] }
    let made = Dictionary(
      schemas[root.range].lazy.map { ($0.location?.pointer ?? root.place.pointer, $0) },
      uniquingKeysWith: { $1 })
    inner[root.place] = made
    return made
  }
}
