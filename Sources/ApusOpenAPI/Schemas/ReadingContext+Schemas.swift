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
    if let known = schemaTargets.registry.root(at: place) {
      return schemaReader.schemas[known.range.upperBound - 1]
    }
    let file = schemaFile(of: place)
    let start = schemaReader.schemas.count
    schemaReader.dialects = file.dialects
    schemaReader.resource = file.resource
    let schema = schemaReader.read(
      file.notation.value(place.node, under: place.key),
      at: SchemaLocation(SchemaRoot(schemaDocument, place)))
    schemaTargets.registry.add(
      SchemaRegistry.Root(
        place: place, range: start..<schemaReader.schemas.count, notation: file.notation))
    return schema
  }

  /// Adds the schemas that were read since the last call to the registry.
  private func registerSchemas() {
    let start = registeredSchemaCount
    registeredSchemaCount = schemaReader.schemas.count
    schemaTargets.registry.add(
      schemaReader.schemas[start...], from: schemaReader.indices[start...])
  }

  /// What is known of the schemas of the file that a place is in.
  private func schemaFile(of place: Place) -> SchemaFile {
    let document = place.document
    if document == lastSchemaFile?.document, let known = lastSchemaFile?.file { return known }
    let file = schemaFiles[document] ?? newSchemaFile(of: place)
    schemaFiles[document] = file
    lastSchemaFile = (document, file)
    return file
  }

  private func newSchemaFile(of place: Place) -> SchemaFile {
    let targets = schemaTargets
    return SchemaFile(
      notation: SchemaNotation(
        of: documents.version(at: place), from: place.node, in: documents),
      dialects: dialects(inFileOf: place),
      resource: documents.hasDynamicAnchors(inFileOf: place)
        ? { targets.dynamicResource(around: $0) } : nil)
  }

  /// The schema under a name of the document's own.
  ///
  /// Where that is nothing but a reference to another file, the schema there is meant: the first
  /// name that leads to it is its name.
  func namedSchema(at place: Place) -> Schema {
    let end = documents.endAcrossFiles(from: place)
    guard !end.isInEntry, adoptedSchemas.insert(end).inserted else {
      return schema(at: place)
    }
    return schema(at: end)
  }

  /// Reads what references alone lead to, and reports what was found wrong in schemas.
  func finishSchemas() {
    readTargets()
    reportCircles()
    for (_, file) in schemaFiles.sorted(by: { $0.key < $1.key }) {
      for finding in file.notation.findings {
        diagnostics.append(
          Diagnostic(finding.isError ? .error : .warning, finding.message, at: finding.span))
      }
    }
    for problem in schemaReader.problems { report(problem) }
    for advice in schemaTargets.advice {
      let place = documents.place(at: advice.location.pointer) ?? documents.entry
      warn(advice.message, at: place.member("$ref")?.span ?? place.span)
    }
  }

  /// Reads the targets that stand outside of all schemas read so far, the outermost first, so that no
  /// schema is read by itself and again as a part of another.
  private func readTargets() {
    registerSchemas()
    let registry = schemaTargets.registry
    while case let places = schemaTargets.takeNewPlaces(), !places.isEmpty {
      let unread = places.filter { registry[$0] == nil }
      let sorted = unread.map { (pointer: $0.pointer, place: $0) }.sorted {
        ($0.pointer.utf8.count, $0.pointer) < ($1.pointer.utf8.count, $1.pointer)
      }
      for target in sorted where registry[target.place] == nil {
        _ = schema(at: target.place)
        registerSchemas()
      }
    }
  }

  /// Reports schemas that say nothing but that they are each other.
  private func reportCircles() {
    // Only what references lead to can lead back to itself.
    var links: [String: String] = [:]
    for place in schemaTargets.places {
      guard let link = schemaTargets.registry[place]?[ApusCore.Reference.self] else { continue }
      links[place.pointer] = link.target.pointer
    }
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

  private func report(_ problem: SchemaReader.Problem) {
    guard let notation = problem.value.source as? SchemaNotation else { return }
    let node = notation.node(of: problem.value)
    if problem.keyword == "$ref" || problem.keyword == "$dynamicRef",
      let text = problem.value.string
    {
      let reference = Reference(text, at: node.span, in: .schema(problem.location))
      if case .failure(let failure) = documents.lookUp(reference) {
        fail(failure.message(for: reference), at: reference.span)
      }
      return
    }
    var message = problem.message.prefix(1).lowercased() + problem.message.dropFirst()
    if !problem.isError, let keyword = problem.keyword {
      message += SpellingSuggestion.hint(for: keyword, among: Dialect.jsonSchema2020.names)
    }
    let span = problem.concernsName ? notation.nameSpan(of: problem.value) : node.span
    if problem.isError {
      fail(message, at: span)
    } else {
      warn(message, at: span)
    }
  }
}
