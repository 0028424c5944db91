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
      && old.externalDocumentation?.written == new.externalDocumentation?.written
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
        || other.externalDocumentation?.written != tag.externalDocumentation?.written
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
      if other.name != server.name || other.description != server.description {
        note(
          .documentationChanged, [], "the server '\(server.url)' is documented differently",
          old: other.span, new: server.span)
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
      if entry.value.description != variable.description {
        note(
          .documentationChanged, [], "\(words) is documented differently", old: entry.value.span,
          new: variable.span)
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
      let added = was.isEmpty ? [] : now.filter { !was.contains($0) }
      let isFreed = !was.isEmpty && now.isEmpty
      if !added.isEmpty || isFreed {
        note(
          .apiServerVariableValueAdded, [],
          "\(words) may be \(isFreed ? "any value" : added.map { "'\($0)'" }.joined(separator: " or ")) now",
          old: entry.value.span, new: variable.span)
      }
    }
  }
}

// Schemas that no message has, and names of schemas.
extension WireComparison {
  private func compareUnusedSchemas() {
    let renamed = renamedSchemas
    let formerNames = Dictionary(renamed.map { ($0.old, $0.new) }) { first, _ in first }
    let (before, after) = (old.schemasByName, new.schemasByName)
    let (known, kept) = (homonyms(in: new, before: after), homonyms(in: old, before: before))
    for (name, schema) in old.namedSchemas where schema === before[name] {
      guard let other = after[name] else {
        if knowledge.equivalent[schema].map(known.contains) ?? false { continue }
        if let now = formerNames[name] {
          note(
            .apiSchemaRenamed, [], "the schema '\(name)' is called '\(now)' now",
            old: old.nameSpan(of: schema), new: after[now].flatMap(new.nameSpan))
        } else {
          note(
            .apiSchemaRemoved, [], "the schema '\(name)' is gone", old: old.nameSpan(of: schema),
            new: nil)
        }
        continue
      }
      guard let left = schema.location?.pointer, let right = other.location?.pointer,
        !isShared(left, right)
      else { continue }
      unit(.shared(old: left, new: right, nil), .component(kind: "schema", name: name)) {
        [self] in
        compare([schema], [other], at: Site(prefix: "request-property", flow: nil, root: ""))
      }
    }
    let newNames = Set(renamed.map(\.new))
    for (name, schema) in new.namedSchemas where before[name] == nil && !newNames.contains(name) {
      if knowledge.equivalent[schema].map(kept.contains) ?? false { continue }
      note(
        .apiSchemaAdded, [], "the schema '\(name)' is new", old: nil, new: new.nameSpan(of: schema))
    }
  }

  /// The classes of schemas of other files that are called like one that comes before them: in one
  /// document, they have other names.
  private func homonyms(in document: Document, before first: [String: Schema]) -> Set<Int> {
    let others = document.namedSchemas.filter { $0.schema !== first[$0.name] }
    return Set(others.compactMap { knowledge.equivalent[$0.schema] })
  }

  /// The named schemas that stand for each other and of which each document has only one.
  private var renamedSchemas: [(old: String, new: String)] {
    let (before, after) = (old.schemasByName, new.schemasByName)
    var taken: Set<String> = []
    return namedSchemas.compactMap { pair in
      guard let name = old.schemaName(at: pair.old), let other = new.schemaName(at: pair.new),
        after[name] == nil, before[other] == nil, !taken.contains(name), !taken.contains(other)
      else { return nil }
      taken.formUnion([name, other])
      return (name, other)
    }
  }
}

extension Document {
  /// The schemas with names of their own: the document's and those of other files.
  fileprivate var schemasByName: [String: Schema] {
    Dictionary(namedSchemas.map { ($0.name, $0.schema) }) { first, _ in first }
  }

  /// Where the name of a schema is written.
  fileprivate func nameSpan(of schema: Schema) -> SourceSpan? {
    schema.location.flatMap { nameSpan(at: $0.pointer) }
  }
}
