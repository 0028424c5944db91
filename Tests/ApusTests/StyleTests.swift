import ApusSource
import ApusSwift
import Foundation
import Testing

@testable import apus

@Suite("The files that code is parted into")
struct StyleTests {
  private static let documents = [
    #"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}"#,
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /a: {get: {operationId: a, responses: {'204': {description: d}}}}
    components:
      schemas:
        A: {type: object, properties: {a: {enum: [x]}}}
        B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
    """,
  ]

  private static let styles: [SwiftStyle] = FileDivision.allCases.flatMap { files in
    [nil, "Shop"].map { name in
      var style = SwiftStyle()
      style.files = files
      style.namespace = name.flatMap { Namespace($0) }
      style.adapters = name == nil ? [] : [.hummingbird, .nio]
      style.transports = name == nil ? [] : [.asyncHTTPClient]
      return style
    }
  }

  private static func files(for text: String, _ style: SwiftStyle) -> [GeneratedFile] {
    var settings = Settings()
    settings.style = style
    var diagnostics = Diagnostics()
    let source = SourceFile(name: "d.yaml", bytes: Array(text.utf8))
    return Pipeline.generate(
      DocumentSources(document: source), settings: settings, diagnostics: &diagnostics)
  }

  @Test("have names that the document has no part in", arguments: styles)
  func names(_ style: SwiftStyle) {
    for document in Self.documents {
      #expect(Self.files(for: document, style).map(\.path) == style.paths)
    }
  }

  @Test func areCalledAfterTheNamespace() {
    #expect(
      Self.styles.map(\.paths) == [
        [
          "API.swift", "Types.swift", "Client.swift", "Server.swift", "Coding.swift",
          "Schemas.swift", "Locations.swift",
        ],
        [
          "Shop+API.swift", "Shop+Types.swift", "Shop+Client.swift", "Shop+Server.swift",
          "Shop+Coding.swift", "Shop+Schemas.swift", "Shop+Locations.swift",
          "Shop+Hummingbird.swift", "Shop+NIO.swift", "Shop+AsyncHTTPClient.swift",
        ],
        ["API.swift"],
        [
          "Shop+API.swift", "Shop+Hummingbird.swift", "Shop+NIO.swift",
          "Shop+AsyncHTTPClient.swift",
        ],
      ])
  }

  @Test("mean engines' types in adapters, whatever the document's are called")
  func adapters() throws {
    let text = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {}
      components: {schemas: {Actor: {type: object, properties: {a: {type: string}}}}}
      """
    for (engines, name) in [([], "Actor"), ([.hummingbird], "Actor2")] as [(Set<ServerEngine>, _)] {
      var style = SwiftStyle()
      style.adapters = engines
      let types = try #require(Self.files(for: text, style).first { $0.path == "Types.swift" })
      #expect(String(decoding: types.contents, as: UTF8.self).contains("struct \(name):"))
    }
  }

  @Test(
    "compile, whatever is in them", .enabled(if: TypeCheck.isPossible, TypeCheck.reason),
    arguments: styles)
  func compile(_ style: SwiftStyle) async throws {
    for document in Self.documents {
      let folder = try TemporaryFolder()
      for file in Self.files(for: document, style) where !file.needsEngine {
        try folder.write(file.path, String(decoding: file.contents, as: UTF8.self))
      }
      let files = try folder.files().map { folder.path($0) }
      for isolation in TypeCheck.isolations {
        let complaints = try await TypeCheck.complaints(files, isolation: isolation)
        #expect(complaints.isEmpty, "\(complaints)")
      }
    }
  }

  @Test(
    "fit in a module with those of another document",
    .enabled(if: TypeCheck.isPossible, TypeCheck.reason))
  func together() async throws {
    let folder = try TemporaryFolder()
    for name in [nil, "Shop", "Admin"] {
      var style = SwiftStyle()
      style.namespace = name.flatMap { Namespace($0) }
      for file in Self.files(for: Self.documents[1], style) {
        try folder.write(file.path, String(decoding: file.contents, as: UTF8.self))
      }
    }
    let files = try folder.files()
    #expect(files.count == 21)
    let complaints = try await TypeCheck.complaints(files.map { folder.path($0) }, isolation: [])
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test(
    "have no namespace that means something else",
    arguments: [
      "", "shop", "_Shop", "2nd", "My Shop", "A.B", "Type", "Self", "Any", "JSON", "String",
      "Schemas", "ApusRuntime", "\u{202E}S",
    ])
  func refusedNamespaces(_ name: String) {
    let result = Recording.run("generate", "d.yaml", "--namespace", name)
    #expect(result.code == .usage)
    let told = name.replacing("\u{202E}", with: "\\u{202E}")
    #expect(result.errorOutput.contains("'\(told)' can't be a namespace"))
  }
}

@Suite("Documents that share a folder")
struct SharedFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["main", "shop", "admin"] {
      try folder.write("\(name).yaml", GenerationTests.document)
    }
  }

  private func generate(_ settings: String, _ words: String...) throws -> (ExitCode, String) {
    try folder.write("apus.yaml", settings)
    let recording = Recording()
    let all = ["generate", "--settings", folder.path("apus.yaml")] + words
    return (Tool.run(all, console: recording.console), recording.errorOutput)
  }

  private static let settings = """
    output: Out
    files: one
    documents:
      - {document: main.yaml}
      - {document: shop.yaml, namespace: Shop}
      - {document: admin.yaml, namespace: Admin}
    """

  @Test func leaveEachOthersFilesAlone() throws {
    let expected = ["API.swift", "Admin+API.swift", "Shop+API.swift"]
    #expect(try generate(Self.settings).0 == .success)
    #expect(try folder.files(below: "Out") == expected)
    for name in ["main", "shop", "admin"] {
      #expect(try generate(Self.settings, folder.path("\(name).yaml")).0 == .success)
      #expect(try folder.files(below: "Out") == expected)
    }
  }

  @Test func leaveEachOthersFilesAloneWithoutSettings() throws {
    for (name, words) in [
      ("main", []), ("shop", ["--namespace", "Shop"]), ("admin", ["--namespace", "Admin"]),
      ("main", []),
    ] {
      let words = ["generate", folder.path("\(name).yaml"), "--output", folder.path("Out")] + words
      #expect(Tool.run(words + ["--files", "one"], console: Recording().console) == .success)
    }
    #expect(
      try folder.files(below: "Out") == ["API.swift", "Admin+API.swift", "Shop+API.swift"])
  }

  @Test func removeTheirOwnFilesOfOtherNames() throws {
    #expect(try generate(Self.settings).0 == .success)
    let renamed = Self.settings.replacing("Admin", with: "Back").replacing("one", with: "parts")
    #expect(try generate(renamed).0 == .success)
    let files = try folder.files(below: "Out")
    #expect(files.count == 21 && !files.contains { $0.hasPrefix("Admin+") })
  }

  @Test func canNotHaveTheSameFiles() throws {
    let (code, told) = try generate(Self.settings.replacing("Admin", with: "Shop"))
    #expect(code == .usage)
    #expect(told.contains("both make '\(folder.path("Out"))/Shop+API.swift'"), "\(told)")
  }
}
