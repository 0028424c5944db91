import ApusCore
import ApusSource
import ApusYAML
import Synchronization

/// How a document writes schemas, brought into the terms of JSON Schema 2020-12.
///
/// OpenAPI 3.0 has a notation of its own for what may be null and for bounds that exclude their
/// limit (OpenAPI 3.0.4, section 4.7.24). Documents of later versions use it too, and what they
/// mean is plain.
final class SchemaNotation: Sendable {
  typealias Members = [(name: String, value: DocumentValue)]

  /// Something about a schema that the user should know.
  struct Finding {
    let message: String
    let span: SourceSpan
    /// Whether the schema loses part of its meaning by it.
    let isError: Bool
  }

  /// A node of the document.
  let root: Node
  /// What stands for values that are written in another form, or in another document.
  let replacements = Mutex<[Replacement]>([])

  let version: OpenAPIVersion
  /// What references in place of what the standard wants written out lead into.
  let documents: DocumentSet?
  private let found = Mutex<[Finding]>([])

  /// The notation of a version of the standard.
  ///
  /// - Parameters:
  ///   - node: A node of the document, whichever.
  ///   - documents: What references in place of texts lead into.
  init(of version: OpenAPIVersion, from node: Node, in documents: DocumentSet? = nil) {
    self.version = version
    self.documents = documents
    root = node
  }

  /// What was found in the schemas read so far.
  var findings: [Finding] { found.withLock { $0 } }

  /// A schema's keywords in the terms of JSON Schema 2020-12.
  func normalised(_ members: Members) -> Members {
    var members = members
    if version == .v30, members.contains(where: { $0.name == "$ref" }) {
      members.removeAll(where: isIgnoredBesideReference)
    }
    for member in members {
      switch member.name {
      case "description": replaceTextReference(member.value, in: &members)
      case "properties", "patternProperties", "dependentSchemas", "allOf", "prefixItems",
        "required", "enum":
        replaceReference(member, in: &members)
      case "anyOf", "oneOf":
        replaceReference(member, in: &members)
        normaliseNullAlternatives(of: member.name, in: &members)
      case "nullable": normaliseNullable(member.value, in: &members)
      case "type": normaliseNames(in: member.value, &members)
      case "items" where member.value.jsonKind == .array: normaliseItems(member, in: &members)
      case "exclusiveMinimum": normaliseBound("minimum", member, in: &members)
      case "exclusiveMaximum": normaliseBound("maximum", member, in: &members)
      default: continue
      }
    }
    return members
  }

  func report(_ message: String, at value: DocumentValue, isError: Bool = false) {
    let finding = Finding(message: message, span: nameSpan(of: value), isError: isError)
    found.withLock { $0.append(finding) }
  }

  func set(_ name: String, _ value: DocumentValue, in members: inout Members) {
    guard let index = members.firstIndex(where: { $0.name == name }) else { return }
    members[index].value = value
  }
}

// The keywords that are written differently.
extension SchemaNotation {
  /// Keywords that annotate and check nothing: they are kept beside a reference.
  private static let annotations: Set<String> = [
    "$ref", "title", "description", "default", "example", "deprecated", "readOnly", "writeOnly",
    "externalDocs", "xml",
  ]

  private func isIgnoredBesideReference(_ member: Members.Element) -> Bool {
    guard !Self.annotations.contains(member.name), !member.name.hasPrefix("x-") else {
      return false
    }
    report("'\(member.name)' has no effect beside '$ref' in OpenAPI 3.0", at: member.value)
    return true
  }

  /// A reference in place of a text, which the standard doesn't know, is the text it leads to.
  private func replaceTextReference(_ value: DocumentValue, in members: inout Members) {
    guard let documents, value.jsonKind == .object else { return }
    let node = node(of: value)
    guard let text = node["$ref"]?.string else { return }
    let reference = Reference(text, at: node.span)
    switch documents.text(of: reference) {
    case .success(let text):
      report("the standard allows no reference in place of a text", at: value)
      set("description", replacing(value, by: .text(text)), in: &members)
    case .failure(let failure):
      report(failure.message(for: reference), at: value)
      members.removeAll { $0.name == "description" }
    }
  }

  /// `type: string` with `nullable: true` is `type: [string, null]`.
  private func normaliseNullable(_ value: DocumentValue, in members: inout Members) {
    guard let isNullable = value.boolean ?? quotedBoolean(value, named: "nullable") else { return }
    members.removeAll { $0.name == "nullable" }
    if version > .v30 {
      report("'nullable' is OpenAPI 3.0's: write 'null' among the types", at: value)
    }
    guard isNullable else { return }
    guard let type = members.first(where: { $0.name == "type" })?.value else {
      report("'nullable' has no effect without 'type' beside it", at: value)
      return
    }
    let names = type.jsonKind == .array ? type.arrayElements : [type]
    guard !names.contains(where: { $0.string == "null" || $0.jsonKind == .null }) else { return }
    let null = replacing(type, by: .text("null"))
    set("type", replacing(type, by: .list(names + [null])), in: &members)
  }

  /// `nullable: true` by itself among alternatives is meant to be `type: null`, though to the letter
  /// it would allow everything.
  private func normaliseNullAlternatives(of name: String, in members: inout Members) {
    guard let list = members.first(where: { $0.name == name })?.value else { return }
    let alternatives = list.arrayElements
    let areNull = alternatives.map { alternative in
      guard node(of: alternative).members.count == 1 else { return false }
      let members = alternative.objectMembers
      return members.count == 1
        && members.allSatisfy { $0.name == "nullable" && $0.value.boolean == true }
    }
    guard areNull.contains(true), areNull.contains(false) else { return }
    let read = zip(alternatives, areNull).map { alternative, isNull -> DocumentValue in
      guard isNull else { return alternative }
      report("'nullable' with nothing beside it is taken for the type 'null'", at: alternative)
      let null = replacing(alternative, by: .text("null"))
      return replacing(alternative, by: .members([(name: "type", value: null)]))
    }
    set(name, replacing(list, by: .list(read)), in: &members)
  }

  /// `null` without quotes among the names of types is a name too.
  private func normaliseNames(in value: DocumentValue, _ members: inout Members) {
    guard members.first(where: { $0.name == "type" })?.value.jsonKind != .string else { return }
    let names = value.jsonKind == .null ? [value] : value.arrayElements
    guard names.contains(where: { $0.jsonKind == .null }) else { return }
    report("the name of a type is a string: write '\"null\"'", at: value)
    let strings = names.map { $0.jsonKind == .null ? replacing($0, by: .text("null")) : $0 }
    set("type", replacing(value, by: .list(strings)), in: &members)
  }

  /// `items` with a list is what `prefixItems` is since JSON Schema 2020-12, and `additionalItems` is
  /// then `items` (JSON Schema Core 2020-12, appendix on changes).
  private func normaliseItems(_ items: Members.Element, in members: inout Members) {
    guard !members.contains(where: { $0.name == "prefixItems" }) else { return }
    report("'items' is one schema: write 'prefixItems' for a list", at: items.value)
    members = members.map { member in
      switch member.name {
      case "items": (name: "prefixItems", value: member.value)
      case "additionalItems": (name: "items", value: member.value)
      default: member
      }
    }
  }

  /// `minimum: 1` with `exclusiveMinimum: true` is `exclusiveMinimum: 1`.
  private func normaliseBound(
    _ bound: String, _ exclusive: Members.Element, in members: inout Members
  ) {
    guard let isExclusive = exclusive.value.boolean else { return }
    if version > .v30 {
      report("'\(exclusive.name)' is a number since OpenAPI 3.1", at: exclusive.value)
    }
    guard isExclusive, let limit = members.first(where: { $0.name == bound })?.value else {
      if isExclusive {
        report(
          "'\(exclusive.name)' has no effect without '\(bound)' beside it", at: exclusive.value)
      }
      members.removeAll { $0.name == exclusive.name }
      return
    }
    members.removeAll { $0.name == bound }
    let value = DocumentValue(in: self, index: limit.index, key: exclusive.value.key)
    set(exclusive.name, value, in: &members)
  }
}
