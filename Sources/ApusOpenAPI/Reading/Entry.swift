import ApusSource

/// One member of a map whose names the document chooses, such as a response under its status.
public struct Entry<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The name that the document gives.
  public let key: Key
  /// Where the name stands.
  public let keySpan: SourceSpan
  /// What stands under it.
  public let value: Value
}

/// A map whose names the document chooses, in document order.
public typealias Entries<Key: Hashable & Sendable, Value: Sendable> = [Entry<Key, Value>]

extension Array {
  /// The value under a name, if there is one. Takes time linear in the number of entries.
  public subscript<Key, Value>(key: Key) -> Value? where Element == Entry<Key, Value> {
    first { $0.key == key }?.value
  }
}
