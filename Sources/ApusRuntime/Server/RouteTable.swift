/// The operations of a router by path and method: a tree whose edges are path segments, so that
/// finding one costs the length of the path, however many there are.
struct RouteTable<Route: Sendable>: Sendable {
  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    var patterns: [(segment: PathSegment, node: Int)] = []
    var variable: Int?
    var routes: [(method: HTTPMethod, names: [String], route: Route)] = []
  }

  /// What was found at a path.
  struct Match {
    /// The text of each variable, still percent-encoded.
    let captures: [Substring]
    fileprivate let routes: [(method: HTTPMethod, names: [String], route: Route)]

    /// The methods that the path has, in the order of their registration.
    var methods: [HTTPMethod] { routes.map(\.method) }

    /// The route of a method and the variables by name.
    func route(for method: HTTPMethod) -> (route: Route, variables: [String: Substring])? {
      guard let found = routes.first(where: { $0.method == method }) else { return nil }
      let variables = Dictionary(zip(found.names, captures)) { _, last in last }
      return (found.route, variables)
    }
  }

  private var nodes = [Node()]

  /// Adds a route; one of the same method and path takes the place of the former.
  mutating func insert(_ route: Route, _ method: HTTPMethod, _ path: String) {
    let template = PathTemplate(path)
    var position = 0
    for segment in template.segments { position = child(of: position, at: segment) }
    nodes[position].routes.removeAll { $0.method == method }
    nodes[position].routes.append((method, template.names, route))
  }

  private mutating func child(of parent: Int, at segment: PathSegment) -> Int {
    let next = nodes.count
    if let literal = segment.literal {
      let name = PercentEncoding.decode(literal[...]) ?? literal
      if let known = nodes[parent].literals[name] { return known }
      nodes[parent].literals[name] = next
    } else if segment.isVariable {
      if let known = nodes[parent].variable { return known }
      nodes[parent].variable = next
    } else {
      let known = nodes[parent].patterns.first { $0.segment.shape == segment.shape }
      if let known { return known.node }
      nodes[parent].patterns.append((segment, next))
    }
    nodes.append(Node())
    return next
  }

  /// The routes at a path: of several templates that fit, the one that is concrete where the others
  /// have variables (OpenAPI, Paths Object). `nil` where none fits.
  ///
  /// - Parameter path: A path as it was sent, percent-encoded.
  func find(_ path: String) -> Match? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    return find(path.dropFirst(), below: 0, captures: [])
  }

  private func find(_ path: Substring?, below position: Int, captures: [Substring]) -> Match? {
    let node = nodes[position]
    guard let path else {
      return node.routes.isEmpty ? nil : Match(captures: captures, routes: node.routes)
    }
    let segment = Substring(path.utf8.prefix { $0 != UInt8(ascii: "/") })
    let rest =
      segment.endIndex == path.endIndex
      ? nil : path[path.utf8.index(after: segment.endIndex)...]
    if let name = PercentEncoding.decode(segment), let next = node.literals[name],
      let match = find(rest, below: next, captures: captures)
    {
      return match
    }
    for (pattern, next) in node.patterns {
      if let captured = pattern.captures(in: segment),
        let match = find(rest, below: next, captures: captures + captured)
      {
        return match
      }
    }
    guard let next = node.variable, !segment.isEmpty else { return nil }
    return find(rest, below: next, captures: captures + [segment])
  }
}
