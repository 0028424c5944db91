import ApusModel

// Exploded objects, whose members stand by themselves.
extension SwiftAPI {
  /// The names of what stands beside the members of an object that has no name itself: other
  /// parameters, and keys.
  func neighbours(
    of parameter: EndpointParameter, in endpoint: Endpoint, among own: [SwiftType]
  ) -> [String]? {
    let notation = parameter.notation
    guard notation.isExploded, notation.style != .deepObject,
      mayBeObject(parameter.shape, among: own)
    else { return nil }
    let keys = keys(beside: parameter.location)
    switch parameter.location {
    case .path, .header: return nil
    case .queryString: return keys.isEmpty ? nil : keys
    case .query, .cookie:
      let others = endpoint.parameters.filter { $0.location == parameter.location }
      let names = others.map(\.name).filter { $0 != parameter.name }
      return names + keys.filter { !names.contains($0) }
    }
  }

  /// The names under which requests carry keys where a parameter stands: of all schemes, since a client
  /// may show what an operation doesn't ask for, and no key is a member of anything.
  private func keys(beside location: EndpointParameter.Location) -> [String] {
    api.securitySchemes.compactMap { scheme in
      switch (scheme.kind, location) {
      case (.apiKey(let name, .query), .query), (.apiKey(let name, .query), .queryString),
        (.apiKey(let name, .cookie), .cookie):
        name
      default: nil
      }
    }
  }

  private func mayBeObject(_ shape: Shape, among own: [SwiftType]) -> Bool {
    switch shape {
    case .scalar, .enumeration, .array, .tuple: return false
    case .dictionary, .object, .union, .any: return true
    case .nullable(let shape): return mayBeObject(shape, among: own)
    case .reference(let identifier):
      let isMeant = { (type: SwiftType) in type.identifier == identifier }
      switch (own.first(where: isMeant) ?? types.first(where: isMeant))?.content {
      case .enumeration, .tuple: return false
      case .alias(.scalar), .alias(.array): return false
      default: return true
      }
    }
  }
}
