import ApusModel
import ApusSource

/// Writes an API down as Swift source files.
public enum SwiftGenerator {
  /// The files for an API. Their names do not depend on what is in the document, so that a build
  /// can know them beforehand.
  ///
  /// - Parameter adapters: The server engines for which the router's adapters are wanted.
  public static func files(for api: API, adapters: [ServerEngine] = []) -> [GeneratedFile] {
    let named = SwiftAPI(naming: api)
    let files = [
      types(named), coding(named), schemas(named), locations(named), operations(named),
      client(named), server(named),
    ]
    return files.map { $0.generated(from: api) } + adapters.map { adapter($0, for: api) }
  }

  private static func adapter(_ engine: ServerEngine, for api: API) -> GeneratedFile {
    switch engine {
    case .hummingbird:
      SourceText(path: "Hummingbird.swift", imports: [], body: HummingbirdEmitter.adapter)
        .generated(from: api)
    }
  }
}

/// A server engine that the generator writes an adapter for.
public enum ServerEngine: String, CaseIterable, Sendable {
  case hummingbird
}

/// What makes up a source file.
private struct SourceText {
  var path: String
  var imports: [Code]
  var body: Code

  func generated(from api: API) -> GeneratedFile {
    // The document's own alphabet is no mistake in its names.
    let directive: Code =
      body.hasForeignNames ? "// swift-format-ignore-file: IdentifiersMustBeASCII" : .empty
    let code = Code.paragraphs([directive, .lines(imports), body])
    return GeneratedFile(
      path: path, document: api.documentName,
      body: String(decoding: Layout.text(of: code), as: UTF8.self))
  }
}

// Each file.
extension SwiftGenerator {
  private static func types(_ named: SwiftAPI) -> SourceText {
    let emitter = TypesEmitter(spelling: named.spelling)
    return SourceText(
      path: "Types.swift",
      imports: imports(mentioning: named.types.flatMap(\.shapes)),
      body: .paragraphs(named.types.map(emitter.declaration)))
  }

  private static func coding(_ named: SwiftAPI) -> SourceText {
    let emitter = CodingEmitter(spelling: named.spelling, names: named.schemaNames)
    let cases = named.allTypes.flatMap(\.caseShapes)
    return SourceText(
      path: "Coding.swift", imports: imports(mentioning: cases),
      body: .paragraphs(named.allTypes.map(emitter.coding)))
  }

  private static func schemas(_ named: SwiftAPI) -> SourceText {
    let emitter = SchemasEmitter(
      names: named.schemaNames, documents: named.documents, resources: named.resources)
    let components = named.api.document.components.schemas
    let names = components.compactMap { entry -> (String, Code)? in
      let name = entry.value.location.flatMap { named.schemaNames[$0.pointer] }
      return name.map { (entry.key, $0.expression()) }
    }
    return SourceText(
      path: "Schemas.swift", imports: ["import ApusRuntime"],
      body: .paragraphs(
        [emitter.index(of: names, constants: named.constants)]
          + named.allTypes.map(emitter.schemas)))
  }

  private static func locations(_ named: SwiftAPI) -> SourceText {
    SourceText(
      path: "Locations.swift", imports: ["import ApusRuntime"],
      body: LocationsEmitter.document(of: named))
  }

  private static func operations(_ named: SwiftAPI) -> SourceText {
    let emitter = OperationsEmitter(spelling: named.spelling)
    return SourceText(
      path: "API.swift", imports: imports(mentioning: named.operationShapes + named.ownShapes),
      body: .paragraphs(named.services.map(emitter.declarations)))
  }

  private static func client(_ named: SwiftAPI) -> SourceText {
    let emitter = ClientEmitter(operations: OperationsEmitter(spelling: named.spelling))
    return SourceText(
      path: "Client.swift", imports: imports(mentioning: named.operationShapes),
      body: .paragraphs(
        [ServersEmitter.declaration(of: named.api.servers)] + named.services.map(emitter.client)))
  }

  private static func server(_ named: SwiftAPI) -> SourceText {
    let emitter = ServerEmitter(operations: OperationsEmitter(spelling: named.spelling))
    return SourceText(
      path: "Server.swift", imports: imports(mentioning: named.operationShapes),
      body: .paragraphs(named.services.map(emitter.registration)))
  }

  /// The runtime, and of Foundation no more than is needed.
  private static func imports(mentioning shapes: [Shape]) -> [Code] {
    let types = Set(shapes.flatMap(\.formats).compactMap(\.type))
    let imports = types.sorted { $0.name < $1.name }.compactMap { type -> Code? in
      guard let module = type.module else { return nil }
      return "import struct \(Code.word(module)).\(Code.word(type.name))"
    }
    return ["import ApusRuntime"] + imports
  }
}

extension SwiftAPI {
  /// The types of schemas and those of operations.
  fileprivate var allTypes: [SwiftType] {
    types + services.flatMap(\.operations).flatMap(\.types)
  }

  /// What operations take and give.
  fileprivate var operationShapes: [Shape] {
    services.flatMap(\.operations).map(\.endpoint).flatMap { $0.requestShapes + $0.responseShapes }
  }

  /// What the types of operations hold.
  fileprivate var ownShapes: [Shape] {
    services.flatMap(\.operations).flatMap(\.types).flatMap(\.shapes)
  }
}

extension SwiftType {
  /// What the type's properties and cases, and those of the types inside it, hold.
  fileprivate var shapes: [Shape] {
    var shapes = caseShapes
    switch content {
    case .object(let object): shapes += object.stored.map(\.shape)
    case .alias(let shape): shapes.append(shape)
    case .union, .enumeration: break
    }
    return shapes + nested.flatMap(\.shapes)
  }

  /// What the cases of unions hold.
  fileprivate var caseShapes: [Shape] {
    guard case .union(let cases, _) = content else { return nested.flatMap(\.caseShapes) }
    return cases.map(\.shape) + nested.flatMap(\.caseShapes)
  }
}
