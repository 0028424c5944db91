import ApusCore
import ApusOpenAPI
import ApusSource

extension WireComparison {
  /// Compares all that the documents say about messages.
  func compareAll() {
    compareInformation()
    compareServers(old.servers, new.servers, old: old.place.nameSpan, new: new.place.nameSpan)
    compareSchemes()
    compareTags()
    compareOperations()
    finish()
    compareUnusedSchemas()
    finish()
  }

  private func compareInformation() {
    if old.info.version != new.info.version {
      note(
        .apiVersionChanged, [],
        "the API's version is '\(new.info.version)' now, and was '\(old.info.version)'",
        old: old.span(at: "/info/version"), new: new.span(at: "/info/version"))
    }
    if old.version != new.version {
      note(
        .openAPIVersionChanged, [],
        "the document follows OpenAPI \(new.version) now, and followed \(old.version)",
        old: old.span(at: "/openapi"), new: new.span(at: "/openapi"))
    }
    let (before, after) = (old.info, new.info)
    let isSame =
      before.title == after.title && before.summary == after.summary
      && before.description == after.description && before.termsOfService == after.termsOfService
      && before.contact?.name == after.contact?.name && before.contact?.url == after.contact?.url
      && before.contact?.email == after.contact?.email
      && before.license?.name == after.license?.name && before.license?.url == after.license?.url
      && before.license?.identifier == after.license?.identifier
    if !isSame {
      note(
        .documentationChanged, [], "the API is documented differently", old: before.span,
        new: after.span)
    }
  }

  private func compareTags() {
    let known = Dictionary(old.tags.map { ($0.name, $0) }) { first, _ in first }
    let now = Dictionary(new.tags.map { ($0.name, $0) }) { first, _ in first }
    for tag in new.tags {
      guard let other = known[tag.name] else {
        note(.tagAdded, [], "the tag '\(tag.name)' is new", old: nil, new: tag.span)
        continue
      }
      if other.summary != tag.summary || other.description != tag.description
        || other.parent != tag.parent || other.kind != tag.kind
      {
        note(
          .documentationChanged, [], "the tag '\(tag.name)' is documented differently",
          old: other.span, new: tag.span)
      }
    }
    for tag in old.tags where now[tag.name] == nil {
      note(.tagRemoved, [], "the tag '\(tag.name)' is gone", old: tag.span, new: nil)
    }
  }

  /// Compares where operations are served.
  func compareServers(
    _ before: [Server], _ after: [Server], old: SourceSpan, new: SourceSpan
  ) {
    for server in before where !after.contains(where: { $0.url == server.url }) {
      note(
        .apiServerRemoved, .clients, "nothing is served at '\(server.url)' any more",
        old: server.span, new: after.first?.span ?? new)
    }
    for server in after {
      guard let other = before.first(where: { $0.url == server.url }) else {
        note(
          .apiServerAdded, [], "the API is served at '\(server.url)', too",
          old: before.first?.span ?? old, new: server.span)
        continue
      }
      compareVariables(other, server)
    }
  }

  private func compareVariables(_ before: Server, _ after: Server) {
    for entry in before.variables {
      guard let variable = after.variables[entry.key] else { continue }
      let words = "the variable '\(entry.key)' of the server '\(after.url)'"
      if entry.value.defaultValue != variable.defaultValue {
        note(
          .apiServerVariableDefaultChanged, [],
          "\(words) is '\(variable.defaultValue)' by default now, and was '\(entry.value.defaultValue)'",
          old: entry.value.span, new: variable.span)
      }
      let (was, now) = (entry.value.values, variable.values)
      let removed = now.isEmpty ? [] : was.filter { !now.contains($0) }
      let isRestricted = was.isEmpty && !now.isEmpty
      if !removed.isEmpty || isRestricted {
        note(
          .apiServerVariableValueRemoved, .clients,
          "\(words) may not be \(isRestricted ? "any value" : removed.map { "'\($0)'" }.joined(separator: " or ")) any more",
          old: entry.value.span, new: variable.span)
      }
    }
  }
}

// Schemas that no message has.
extension WireComparison {
  private func compareUnusedSchemas() {
    let renamed = renamedSchemas
    let names = Dictionary(new.components.schemas.map { ($0.key, $0) }) { first, _ in first }
    for entry in old.components.schemas {
      guard let other = names[entry.key] else {
        if let pair = renamed.first(where: { $0.old == entry.key }) {
          note(
            .apiSchemaRenamed, [], "the schema '\(pair.old)' is called '\(pair.new)' now",
            old: entry.keySpan, new: names[pair.new]?.keySpan)
          continue
        }
        note(
          .apiSchemaRemoved, [], "the schema '\(entry.key)' is gone", old: entry.keySpan,
          new: nil)
        continue
      }
      guard let before = entry.value.location?.pointer, let after = other.value.location?.pointer,
        !isShared(before, after)
      else { continue }
      unit(.shared(old: before, new: after, nil), .component(kind: "schema", name: entry.key)) {
        [self] in
        compare(
          [entry.value], [other.value],
          at: Site(prefix: "request-property", flow: nil, root: ""))
      }
    }
    let known = Set(old.components.schemas.map(\.key))
    let additions = new.components.schemas.filter { !known.contains($0.key) }
    for entry in additions where !renamed.contains(where: { $0.new == entry.key }) {
      note(.apiSchemaAdded, [], "the schema '\(entry.key)' is new", old: nil, new: entry.keySpan)
    }
  }

  /// The named schemas that stand for each other and of which each document has only one.
  private var renamedSchemas: [(old: String, new: String)] {
    let (before, after) = (
      Set(old.components.schemas.map(\.key)), Set(new.components.schemas.map(\.key))
    )
    var taken: Set<String> = []
    return namedSchemas.compactMap { pair in
      guard let name = old.schemaName(at: pair.old), let other = new.schemaName(at: pair.new),
        before.contains(name), after.contains(other), !after.contains(name),
        !before.contains(other), !taken.contains(name), !taken.contains(other)
      else { return nil }
      taken.formUnion([name, other])
      return (name, other)
    }
  }
}
