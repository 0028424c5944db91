import ApusCore
import ApusSource

extension ObjectFields {
  /// The schema in a field.
  mutating func schema(_ name: String, since version: OpenAPIVersion = .v30) -> Schema? {
    value(name, since: version).map { context.schema(at: $0) }
  }
}

extension ReadingContext {
  /// The schema at a place, read once.
  func schema(at place: Place) -> Schema {
    if let known = schemaReader.schemas[place.pointer] { return known }
    schemaRoots.append(place.pointer)
    let value = SchemaValue(place.node, keySpan: place.keySpan, in: schemaNotation(at: place))
    return schemaReader.read(value, at: place.pointer)
  }

  /// The schema under a name of the document's own.
  ///
  /// Where that is nothing but a reference to another file, the schema there is meant: the first
  /// name that leads to it is its name.
  func namedSchema(at place: Place) -> Schema {
    let end = documents.endAcrossFiles(from: place)
    guard !end.isInEntry, adoptedSchemas.insert(end.pointer).inserted else {
      return schema(at: place)
    }
    return schema(at: end)
  }

  /// Reads what references alone lead to, and reports what was found wrong in schemas.
  func finishSchemas() {
    readTargets()
    reportCircles()
    for version in OpenAPIVersion.allCases {
      for finding in schemaNotations[version]?.findings ?? [] {
        diagnostics.append(
          Diagnostic(finding.isError ? .error : .warning, finding.message, at: finding.span))
      }
    }
    for problem in schemaReader.problems { report(problem) }
    schemaTargets.registry.fill(with: schemaReader.schemas)
  }

  /// Reads the targets that stand outside of all schemas read so far.
  private func readTargets() {
    while case let targets = schemaTargets.removeAll(), !targets.isEmpty {
      for target in targets { _ = schema(at: target) }
    }
  }

  /// Reports schemas that say nothing but that they are each other.
  private func reportCircles() {
    let links = schemaReader.schemas.compactMapValues {
      $0[ApusCore.Reference.self]?.target.pointer
    }
    // Few references lead to references, and only those can lead back to themselves.
    let starts = links.filter { links[$0.value] != nil }.keys.sorted()
    var settled: Set<String> = []
    for start in starts where !settled.contains(start) {
      var path: Set<String> = []
      var pointer = start
      while !settled.contains(pointer), let next = links[pointer] {
        guard path.insert(pointer).inserted else {
          reportCircle(through: pointer)
          break
        }
        pointer = next
      }
      settled.formUnion(path)
    }
  }

  private func reportCircle(through pointer: String) {
    guard let place = documents.place(at: pointer) else { return }
    fail("this reference leads back to itself", at: place.member("$ref")?.span ?? place.span)
  }

  private func report(_ problem: SchemaReader<SchemaValue>.Problem) {
    if problem.keyword == "$ref", let text = problem.value.string {
      _ = target(of: Reference(text, at: problem.value.node.span))
      return
    }
    let value = problem.value
    var message = problem.message.prefix(1).lowercased() + problem.message.dropFirst()
    if !problem.isError, let keyword = problem.keyword {
      message += Suggestion.hint(for: keyword, among: Dialect.jsonSchema2020.names)
    }
    let span = problem.isError ? value.node.span : value.keySpan ?? value.node.span
    if problem.isError { fail(message, at: span) } else { warn(message, at: span) }
  }
}
