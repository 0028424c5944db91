import ApusCore
import Synchronization

/// The schemas of a document by their JSON Pointers: those that stand by themselves, and every
/// schema inside of another.
///
/// References find their schemas here when they are first followed, so that schemas may refer to
/// each other in a circle. A reference doesn't keep the registry alive; the document does.
final class SchemaRegistry: Sendable {
  private let schemas = Mutex<[String: Schema]>([:])

  subscript(pointer: String) -> Schema? {
    schemas.withLock { $0[pointer] }
  }

  func fill(with schemas: [String: Schema]) {
    self.schemas.withLock { $0 = schemas }
  }

  /// A reference to the schema at a pointer. Before the registry is filled, and if the schema can't
  /// be read, it accepts everything.
  func reference(to pointer: String) -> SchemaReference {
    SchemaReference(pointer: pointer) { [weak self] in self?[pointer] ?? Schema() }
  }
}
