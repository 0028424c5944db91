// What becomes of functions.
extension SourceComparison {
  /// Compares functions of one name.
  ///
  /// - Parameter place: The declaration whose place in the documents is theirs, if not their own.
  mutating func compareFunctions(
    _ was: [SwiftDeclaration], _ now: [SwiftDeclaration], placedAt place: String? = nil
  ) {
    guard let other = now.first, !compareRequirements(was, now), !isTold(other) else { return }
    let name = other.qualifiedName
    let later = now.compactMap(\.function)
    var isBroken = false
    for function in was.compactMap(\.function) {
      guard !later.contains(where: { function.obstacle(to: $0) == nil }),
        let nearest = later.max(by: { function.likeness(to: $0) < function.likeness(to: $1) }),
        let reason = function.obstacle(to: nearest)
      else { continue }
      isBroken = true
      note(
        .callChanged, "calls of '\(name)\(function.labels)' have to change: \(reason)",
        of: place ?? name)
    }
    if !isBroken, let function = later.first, was.compactMap(\.function) != later {
      note(
        .callExtended, "'\(name)\(function.labels)' takes more than before", of: place ?? name)
    }
  }

  /// Compares functions of one name that a protocol asks for; whether anything was told of them.
  private mutating func compareRequirements(
    _ was: [SwiftDeclaration], _ now: [SwiftDeclaration]
  ) -> Bool {
    let before = was.filter(\.isRequirement).compactMap(\.function)
    let after = now.filter(\.isRequirement).compactMap(\.function)
    let lost = before.filter { !after.contains($0) }
    let gained = after.filter { !before.contains($0) }
    guard let other = now.first, !lost.isEmpty || !gained.isEmpty else { return false }
    remember(other)
    let name = other.qualifiedName
    let isOnlyOne = before.count < 2 && after.count < 2
    for (function, another) in zip(lost, gained) {
      let reason = function.obstacle(to: another) ?? another.obstacle(to: function)
      note(
        .requirementChanged,
        "the function '\(name)\(isOnlyOne ? "" : function.labels)' is another one for those who "
          + "implement it" + (reason.map { ": \($0)" } ?? ""),
        of: name)
    }
    for function in gained.dropFirst(lost.count) {
      note(
        .requirementAdded,
        "the function '\(name)\(function.labels)' is new: types that conform to "
          + "'\(other.container)' need it",
        of: name)
    }
    for function in lost.dropFirst(gained.count) {
      note(
        .declarationRemoved, "the function '\(name)\(function.labels)' is gone", of: name)
    }
    return true
  }

  /// Keeps in mind that a function of a protocol was told of.
  mutating func remember(_ declaration: SwiftDeclaration) {
    guard declaration.isRequirement else { return }
    toldRequirements[declaration.container, default: []].insert(declaration.name)
  }

  /// Whether it was told of a function as the requirement that it meets.
  func isTold(_ declaration: SwiftDeclaration) -> Bool {
    guard !declaration.isRequirement else { return false }
    let protocols = [declaration.container] + (conformances[declaration.container] ?? [])
    return protocols.contains { toldRequirements[$0]?.contains(declaration.name) ?? false }
  }
}

// What types of the runtime get.
extension SourceComparison {
  /// Compares the functions that types of the runtime get for each service, as a router does. What has
  /// no counterpart comes or goes with its service, of which it was told.
  mutating func compareExtensions() {
    let declared = Set([before, after].joined().flatMap(\.value).compactMap(\.typeName))
    let protocols = Set((after[""] ?? []).filter(\.isProtocol).map(\.name))
    for container in before.keys.sorted() where !container.isEmpty && !declared.contains(container)
    {
      let later = after[container] ?? []
      for (service, functions) in Self.byService(before[container] ?? [], protocols) {
        let same = later.filter { $0.service(among: protocols) == service }
        compareFunctions(functions, same, placedAt: service)
      }
    }
  }

  /// Functions by the protocols of the services that they are for.
  private static func byService(
    _ functions: [SwiftDeclaration], _ protocols: Set<String>
  ) -> [(service: String, functions: [SwiftDeclaration])] {
    Dictionary(grouping: functions) { $0.service(among: protocols) ?? "" }
      .filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
