import ApusYAML

extension Place {
  /// The schemas below that give themselves plain names (JSON Schema Core, section 8.2.2); of equal
  /// names the first.
  var anchors: [String: Place] {
    var anchors: [String: Place] = [:]
    var waiting = [self]
    while let place = waiting.popLast() {
      for key in ["$anchor", "$dynamicAnchor"] {
        guard let name = place.node[key]?.string, anchors[name] == nil else { continue }
        anchors[name] = place
      }
      let inner =
        place.node.kind == .sequence ? Array(place.elements) : place.members.map(\.place)
      waiting += inner.filter { $0.node.kind == .mapping || $0.node.kind == .sequence }.reversed()
    }
    return anchors
  }
}
