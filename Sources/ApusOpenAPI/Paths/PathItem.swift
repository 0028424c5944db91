import ApusSource

/// The operations at one path (OpenAPI 3.2.0, section 4.9).
public struct PathItem: Located {
  /// What the operations are reached by.
  public enum Address: Hashable, Sendable {
    /// A path of the API.
    case path(PathTemplate)
    /// A request that the API's provider sends, by its name.
    case webhook(String)
    /// A request that the API's provider sends to an address that an expression gives.
    case callback(String)
    /// Nothing yet: a path item under `components`, by its name.
    case component(String)
  }

  /// What the operations are reached by.
  public let address: Address
  /// A short summary of all the operations.
  public private(set) var summary: String?
  /// A description of all the operations, in CommonMark.
  public private(set) var description: String?
  /// The operations, in document order.
  public let operations: [Operation]
  /// The parameters of all the operations; each operation's own list has them too.
  public let parameters: [Parameter]
  /// Where the operations are served, or nothing if the path item doesn't say.
  public let servers: [Server]?
  public let place: Place

  /// The path; nothing unless the operations are reached by a path of the API.
  public var template: PathTemplate? {
    guard case .path(let template) = address else { return nil }
    return template
  }

  static let title = "a Path Item Object"

  init(reading fields: inout ObjectFields, at address: Address) {
    self.address = address
    place = fields.place
    summary = fields.string("summary")
    description = fields.string("description")
    servers = fields.optionalList("servers")
    parameters = fields.parameters()
    let shared = Operation.Surroundings(address: address, parameters: parameters, servers: servers)
    operations = Self.operations(reading: &fields, shared)
  }

  /// Applies what stands beside a reference to the path item.
  mutating func override(summary: String?, description: String?) {
    self.summary = summary ?? self.summary
    self.description = description ?? self.description
  }

  private static func operations(
    reading fields: inout ObjectFields, _ surroundings: Operation.Surroundings
  ) -> [Operation] {
    var operations: [Operation] = []
    var starts: [Int] = []
    for (name, method, version) in Operation.Method.fields {
      guard let place = fields.value(name, since: version),
        let operation = fields.context.operation(at: place, method, surroundings)
      else { continue }
      operations.append(operation)
      starts.append(place.nameSpan.range.lowerBound)
    }
    let additional = fields.entries("additionalOperations", since: .v32) { context, name, place in
      context.operation(at: place, Operation.Method(name), surroundings)
    }
    operations += additional.map(\.value)
    starts += additional.map(\.keySpan.range.lowerBound)
    let order = starts.indices.sorted { starts[$0] < starts[$1] }
    return order.elementsEqual(starts.indices) ? operations : order.map { operations[$0] }
  }
}

extension ReadingContext {
  /// Reads the path item at a place, or the one that a reference there leads to.
  func pathItem(at place: Place, _ address: PathItem.Address) -> PathItem? {
    guard let reference = Reference(at: place) else {
      return pathItem(at: place, address, from: place.nameSpan)
    }
    keepUse(ofReferenceAt: place)
    guard let target = target(of: reference) else { return nil }
    var item = pathItem(at: target, address, from: reference.span)
    let siblings = referenceSiblings(at: place)
    item?.override(summary: siblings.summary, description: siblings.description)
    return item
  }

  private func pathItem(
    at place: Place, _ address: PathItem.Address, from span: SourceSpan
  ) -> PathItem? {
    let key = SharedKey(type: ObjectIdentifier(PathItem.self), place: place)
    return once(key, title: PathItem.title, from: span) {
      readFields(at: place, title: PathItem.title) { PathItem(reading: &$0, at: address) }
    }
  }

  /// Reads the map of paths.
  func paths(at place: Place) -> [PathItem] {
    let items = entries(at: place, named: "paths", extensible: true) { context, path, place in
      context.pathItem(at: place, .path(context.template(path, at: place.nameSpan)))
    }
    reportEqualTemplates(items)
    return items.map(\.value)
  }

  private func template(_ path: String, at span: SourceSpan) -> PathTemplate {
    var path = path
    if !path.hasPrefix("/") {
      warn("a path starts with '/'", at: span)
      path = "/" + path
    }
    let template = PathTemplate(path)
    for name in template.variables where template.hasModifiers && !path.contains("{\(name)}") {
      warn("a path has no modifiers: write '{\(name)}', and the parameter's 'style'", at: span)
    }
    if template.query != nil { warn("a path has no query: '?' and what follows", at: span) }
    if template.fragment != nil { warn("a path has no fragment: '#' and what follows", at: span) }
    return template
  }

  private func reportEqualTemplates(_ items: Entries<String, PathItem>) {
    var first: [[PathTemplate.Part]: Entry<String, PathItem>] = [:]
    for item in items {
      guard let template = item.value.template, template.query == nil else { continue }
      guard let other = first[template.shape] else {
        first[template.shape] = item
        continue
      }
      let note = Diagnostic.Note("'\(other.key)' is here", at: other.keySpan)
      warn(
        "'\(item.key)' matches the same requests as '\(other.key)'", at: item.keySpan,
        notes: [note])
    }
  }
}
