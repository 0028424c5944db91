import ApusChanges
import ApusSource
import Foundation
import Testing

@testable import ApusOpenAPI
@testable import apus

/// `Tests/Coverage/document.yaml` has every field. Each is taken out in turn, and put back, and both
/// are changes.
@Suite("diff of a document with every field")
struct DiffCompletenessTests {
  private static let path = "\(Places.package)/Tests/Coverage/document.yaml"

  private static func source() throws -> SourceFile {
    var diagnostics = Diagnostics()
    return try #require(DocumentFile.read(path, diagnostics: &diagnostics))
  }

  /// The fields that there are but those whose names say nothing about messages or to people.
  private static func fields() throws -> [FieldUse] {
    var diagnostics = Diagnostics()
    let uses = Pipeline.keywordUses(
      of: DocumentSources(document: try source()), formats: .assertion, diagnostics: &diagnostics)
    return try #require(uses).filter { !$0.isExtension && !silent.contains($0.name) }
  }

  /// Fields that say nothing where the rest says it: those of a schema's type and of a parameter in a
  /// path, and what is so without them.
  private static let implied: [String: Set<String>] = [
    "a Schema Object": ["type"], "a Parameter Object": ["required", "explode"],
    "a Header Object": ["style", "allowReserved"], "an OAuth Flow Object": ["scopes"],
  ]

  /// Fields that the document also has where nothing refers to them.
  private static let unused: [String: Set<String>] = [
    "a Link Object": ["operationId"], "an Example Object": ["value"],
  ]

  /// What only says where a document or a schema is, and what is kept for others to refer to but no
  /// schema.
  private static let silent: Set<String> = [
    "$self", "jsonSchemaDialect", "$id", "$anchor", "components", "responses", "parameters",
    "examples", "requestBodies", "headers", "links", "callbacks", "pathItems", "mediaTypes",
  ]

  /// A document without a field; nil if it can't be used then.
  private static func edition(without field: FieldUse? = nil) throws -> Edition? {
    let source = try source()
    var bytes = source.bytes
    if let range = field?.span.range {
      bytes.replaceSubrange(range.lowerBound..<range.upperBound, with: "x-taken-out".utf8)
    }
    var diagnostics = Diagnostics()
    let edition = Pipeline.edition(
      DocumentSources(document: SourceFile(name: source.name, bytes: bytes)),
      settings: Settings(), diagnostics: &diagnostics)
    return diagnostics.hasErrors ? nil : edition
  }

  @Test("tells of each that is taken out or put in")
  func each() throws {
    let whole = try #require(try Self.edition())
    let fields = try Self.fields()
    #expect(fields.count > 200)
    var told: Set<[String]> = []
    for field in fields {
      guard let other = try Self.edition(without: field) else { continue }
      for (old, new) in [(whole, other), (other, whole)] {
        let changes = Comparison(of: old, with: new).changes
        if !changes.isEmpty { told.insert([field.object, field.name]) }
        #expect(
          Self.mayBeSilent(field) || !changes.isEmpty,
          "'\(field.name)' of \(field.object), line \(field.span.start.line)")
        #expect(changes.allSatisfy { $0.old != nil || $0.new != nil }, "\(changes)")
      }
    }
    for (object, names) in Self.unused {
      for name in names { #expect(told.contains([object, name])) }
    }
  }

  private static func mayBeSilent(_ field: FieldUse) -> Bool {
    [implied, unused].contains { $0[field.object]?.contains(field.name) ?? false }
  }
}
