/// The shapes of what has been looked at. While something is looked at, it is known by what it is
/// called, so that what it holds can be the same again.
struct KnownShapes<Key: Hashable> {
  private var shapes: [Key: Shape] = [:]

  /// What is being looked at, and whether it was found inside itself.
  private var open: [Key: Bool] = [:]

  /// How many were looked at, or are being.
  var count: Int { shapes.count }

  /// How many are being looked at, each inside of the one before.
  var depth: Int { open.count }

  /// The shape of what has been looked at before, or is being looked at.
  mutating func shape(of key: Key) -> Shape? {
    if open[key] != nil { open[key] = true }
    return shapes[key]
  }

  /// Notes that something is being looked at, and what it is called meanwhile.
  mutating func begin(_ key: Key, as name: Shape) {
    open[key] = false
    shapes[key] = name
  }

  /// Notes the shape of what was looked at. Returns whether it was found inside itself.
  mutating func end(_ key: Key, _ shape: Shape) -> Bool {
    shapes[key] = shape
    return open.removeValue(forKey: key) ?? false
  }
}
