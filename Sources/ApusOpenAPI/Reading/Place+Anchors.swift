import ApusYAML

extension Place {
  /// The first schema below that gives itself a plain name (JSON Schema Core, section 8.2.2).
  func anchored(_ name: String) -> Place? {
    var waiting = [self]
    while let place = waiting.popLast() {
      if place.node["$anchor"]?.string == name || place.node["$dynamicAnchor"]?.string == name {
        return place
      }
      let inner =
        place.node.kind == .sequence ? Array(place.elements) : place.members.map(\.place)
      waiting += inner.filter { $0.node.kind == .mapping || $0.node.kind == .sequence }.reversed()
    }
    return nil
  }
}
