import ApusSource
import Foundation
import Testing

@testable import ApusCore
@testable import ApusOpenAPI
@testable import apus

/// `Tests/Coverage/document.yaml` has every field and annotation. Each is taken out in turn, and what
/// that changes in the generated code is compared with what `coverage` says.
@Suite("coverage")
struct CoverageTests {
  private static let path = "\(Places.package)/Tests/Coverage/document.yaml"

  /// What of a field shows in generated code.
  private enum Effect: String {
    case code, comments, nothing
  }

  private static func uses() throws -> [FieldUse] {
    var diagnostics = Diagnostics()
    let file = try #require(DocumentFile.read(path, diagnostics: &diagnostics))
    let uses = Pipeline.keywordUses(
      of: DocumentSources(document: file), formats: .assertion, diagnostics: &diagnostics)
    #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
    return try #require(uses)
  }

  /// The files for a text but where its lines are told; nil if it can't be used.
  private static func files(for bytes: [UInt8]) -> [String: String]? {
    var diagnostics = Diagnostics()
    let source = SourceFile(name: "document.yaml", bytes: bytes)
    let files = Pipeline.generate(
      DocumentSources(document: source), settings: Settings(), diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let texts = files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
    return Dictionary(uniqueKeysWithValues: texts.filter { $0.0 != "Locations.swift" })
  }

  private static func withoutComments(_ files: [String: String]) -> [String: [Substring]] {
    files.mapValues { text in
      text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }
    }
  }

  /// What changes if a field's name is made that of an extension.
  private static func effect(
    of use: FieldUse, _ bytes: [UInt8], _ whole: [String: String]
  ) -> Effect {
    var changed = bytes
    let range = use.span.range
    changed.replaceSubrange(range.lowerBound..<range.upperBound, with: "x-taken-out".utf8)
    guard let files = files(for: changed) else { return .code }
    if files == whole { return .nothing }
    return withoutComments(files) == withoutComments(whole) ? .comments : .code
  }

  @Test("says what taking a field out shows")
  func truth() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.path)))
    let whole = try #require(Self.files(for: bytes))
    let annotations = Set(Dialect.keywords.filter { $0.isAnnotation }.map { $0.name })
    var effects: [String: (claimed: Treatment, seen: Set<Effect>)] = [:]
    for use in try Self.uses() where !use.isExtension {
      if use.object == "a Schema Object", !annotations.contains(use.name) { continue }
      // Without a reference there is nothing, and the document's dialect is the common one.
      if use.object == "a Reference Object" || use.name == "jsonSchemaDialect" { continue }
      let key = "'\(use.name)' of \(use.object)"
      effects[key, default: (use.treatment, [])].seen.insert(Self.effect(of: use, bytes, whole))
    }
    for (key, effect) in effects {
      let seen: Effect =
        effect.seen.contains(.code) ? .code : effect.seen.contains(.comments) ? .comments : .nothing
      let claimed: Effect =
        switch effect.claimed {
        case .enforced, .typed: .code
        case .documented: .comments
        case .ignored: .nothing
        }
      #expect(seen == claimed, "\(key) is said to be \(effect.claimed)")
    }
  }

  @Test("knows every field that is read, and no other")
  func table() throws {
    var known: Set<[String]> = []
    for (object, fields) in FieldTreatments.table {
      for field in fields.keys where field != "*" { known.insert([object, field]) }
    }
    let uses = try Self.uses().filter {
      !["a Schema Object", "a Reference Object", "a Callback Object"].contains($0.object)
    }
    let used = Set(uses.filter { !$0.isExtension }.map { [$0.object, $0.name] })
    #expect(known.subtracting(used).isEmpty, "the document lacks fields, or they aren't read")
    #expect(used.subtracting(known).isEmpty, "fields are read of which nothing is said")
  }

  @Test("fails under a percentage")
  func failing() throws {
    let result = Recording.run("coverage", Self.path)
    #expect(result.code == .success && result.errorOutput.isEmpty)
    #expect(result.output.contains("/document.yaml:4:1: ignored: 'info' of an OpenAPI Object\n"))
    #expect(result.output.contains(": enforced: 'minimum' of a Schema Object\n"))
    #expect(result.output.hasSuffix("; 1 extension is not counted\n"))
    #expect(Recording.run("coverage", Self.path, "--fail-under", "99").code == .findings)
    #expect(Recording.run("coverage", Self.path, "--fail-under", "10").code == .success)
    #expect(Recording.run("coverage", Self.path, "--fail-under", "10.5").code == .success)
    #expect(Recording.run("coverage", Self.path, "--fail-under", "10.55").code == .usage)
    #expect(Recording.run("coverage", Self.path, "--fail-under", "100.1").code == .usage)
    #expect(Recording.run("coverage", Self.path, "--fail-under", "all").code == .usage)
    #expect(Recording.run("coverage", "/nowhere.yaml").code == .unusableDocument)
  }

  @Test("tells the same as JSON")
  func json() throws {
    let result = Recording.run("coverage", Self.path, "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let keywords = try #require(json?["keywords"] as? [[String: Any]])
    let comment = keywords.first { $0["name"] as? String == "$comment" }
    #expect(comment?["treatment"] as? String == "ignored")
    #expect((comment?["places"] as? [[String: Any]])?.first?["line"] is Int)
  }
}
