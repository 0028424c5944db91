import ApusModel
import ApusSource

/// Writes an API down as Swift source files.
public enum SwiftGenerator {
  /// The files for an API. Their names depend on the style alone, so that a build can know them
  /// beforehand.
  ///
  /// - Parameter diagnostics: Takes what is wrong with the names that the style asks for.
  public static func files(
    for api: API, style: SwiftStyle = SwiftStyle(), diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    let named = SwiftAPI(naming: api, style: style)
    named.renames.check(diagnostics: &diagnostics)
    var texts = FilePart.allCases.map { text(of: $0, named) }
    if style.files == .one { texts = [SourceText(joining: texts)] }
    return (texts + adapters(style)).map { $0.generated(from: api, style) }
  }

  private static func text(of part: FilePart, _ named: SwiftAPI) -> SourceText {
    switch part {
    case .api: operations(named)
    case .types: types(named)
    case .client: client(named)
    case .server: server(named)
    case .coding: coding(named)
    case .schemas: schemas(named)
    case .locations: locations(named)
    }
  }

  private static func adapters(_ style: SwiftStyle) -> [SourceText] {
    ServerEngine.allCases.filter(style.adapters.contains).map { engine in
      switch engine {
      case .hummingbird:
        SourceText(
          name: engine.fileName, imports: HummingbirdEmitter.imports,
          body: HummingbirdEmitter.adapter(in: style.namespace?.name))
      }
    }
  }
}

/// What makes up a source file.
private struct SourceText {
  /// The name of the file without what all files have in common.
  var name: String
  /// The modules whose types it mentions.
  var imports: [Code] = []
  /// What it mentions by types of other modules.
  var shapes: [Shape] = []
  var body: Code

  func generated(from api: API, _ style: SwiftStyle) -> GeneratedFile {
    let code = Code.paragraphs([
      .lines(runtimeImports(style) + imports + formatImports), body,
    ])
    let text = Layout.text(of: code, access: style.access)
    let directive = directive(style, hasLongLines: Layout.hasLongLines(text))
    return GeneratedFile(
      path: style.path(of: name), document: api.documentName,
      body: directive + String(decoding: text, as: UTF8.self))
  }

  /// The runtime, unless it is in the same module.
  private func runtimeImports(_ style: SwiftStyle) -> [Code] {
    style.embeddedTypes == nil ? ["import ApusRuntime"] : []
  }

  /// What the formatter is not to complain about.
  private func directive(_ style: SwiftStyle, hasLongLines: Bool) -> String {
    // The document's own alphabet is no mistake in its names.
    let foreign = body.hasForeignNames ? ["IdentifiersMustBeASCII"] : []
    // What the compiler makes by itself is internal, but has not the defaults of all parameters.
    let explicit = style.access == .internal ? ["UseSynthesizedInitializer"] : []
    // A name may be longer than a line.
    let long = hasLongLines ? ["LineLength"] : []
    // The document's own spelling, where it was asked for, isn't wrong either.
    let spelt = style.names == .document ? ["AlwaysUseLowerCamelCase", "NoLeadingUnderscores"] : []
    let rules = (foreign + explicit + long + spelt).joined(separator: ", ")
    return rules.isEmpty ? "" : "// swift-format-ignore-file: \(rules)\n\n"
  }

  /// Of Foundation, no more than is needed.
  private var formatImports: [Code] {
    let types = Set(shapes.flatMap(\.formats).compactMap(\.type))
    return types.sorted { $0.name < $1.name }.compactMap { type in
      type.module.map { "import struct \(Code.word($0)).\(Code.word(type.name))" }
    }
  }
}

extension SourceText {
  /// All of some texts in one.
  init(joining texts: [SourceText]) {
    self.init(
      name: FilePart.api.rawValue, shapes: texts.flatMap(\.shapes),
      body: .paragraphs(texts.map(\.body)))
  }
}

// Each file.
extension SwiftGenerator {
  private static func types(_ named: SwiftAPI) -> SourceText {
    let emitter = TypesEmitter(spelling: named.innerSpelling)
    let declarations = Code.paragraphs(named.types.map(emitter.declaration))
    return SourceText(
      name: FilePart.types.rawValue, shapes: named.types.flatMap(\.shapes),
      body: emitter.namespace(named.namespace, of: named.api.documentName, holding: declarations))
  }

  private static func coding(_ named: SwiftAPI) -> SourceText {
    let emitter = CodingEmitter(spelling: named.spelling, names: named.schemaNames)
    return SourceText(
      name: FilePart.coding.rawValue, shapes: named.allTypes.flatMap(\.caseShapes),
      body: .paragraphs(named.allTypes.map(emitter.coding)))
  }

  private static func schemas(_ named: SwiftAPI) -> SourceText {
    let emitter = SchemasEmitter(
      names: named.schemaNames, documents: named.documents, resources: named.resources,
      namespace: named.schemasName)
    let components = named.api.document.components.schemas
    let names = components.compactMap { entry -> (String, Code)? in
      let name = entry.value.location.flatMap { named.schemaNames[$0.pointer] }
      return name.map { (entry.key, $0.expression()) }
    }
    let index = emitter.index(of: names, constants: named.constants).inside(named.namespace)
    return SourceText(
      name: FilePart.schemas.rawValue,
      body: .paragraphs([index] + named.allTypes.map(emitter.schemas)))
  }

  private static func locations(_ named: SwiftAPI) -> SourceText {
    SourceText(name: FilePart.locations.rawValue, body: LocationsEmitter.document(of: named))
  }

  private static func operations(_ named: SwiftAPI) -> SourceText {
    let emitter = operationsEmitter(named)
    let schemes = named.securityEmitter?.schemes ?? .empty
    return SourceText(
      name: FilePart.api.rawValue, shapes: named.operationShapes + named.ownShapes,
      body: .paragraphs(
        [
          schemes.inside(named.namespace),
          emitter.declarations(ofRequests: named.sharedRequests),
          emitter.declarations(ofResponses: named.sharedResponses),
        ] + named.services.map(emitter.declarations)))
  }

  private static func operationsEmitter(_ named: SwiftAPI) -> OperationsEmitter {
    OperationsEmitter(
      spelling: named.spelling, scope: named.namespace, security: named.security)
  }

  private static func client(_ named: SwiftAPI) -> SourceText {
    let emitter = ClientEmitter(
      operations: operationsEmitter(named).inside,
      address: ServersEmitter.firstAddress(of: named.api.servers))
    let declarations = [
      ServersEmitter.declaration(of: named.api.servers),
      named.securityEmitter?.credentials ?? .empty,
    ]
    return SourceText(
      name: FilePart.client.rawValue, shapes: named.operationShapes,
      body: .paragraphs(declarations + named.services.map(emitter.client)).inside(named.namespace))
  }

  private static func server(_ named: SwiftAPI) -> SourceText {
    let emitter = ServerEmitter(operations: operationsEmitter(named))
    let security = named.securityEmitter
    let authenticator = security?.authenticator ?? .empty
    return SourceText(
      name: FilePart.server.rawValue, shapes: named.operationShapes,
      body: .paragraphs(
        [authenticator.inside(named.namespace), security?.authentication ?? .empty]
          + named.services.map(emitter.registration)))
  }
}

extension SwiftAPI {
  fileprivate var securityEmitter: SecurityEmitter? {
    security.map { SecurityEmitter(security: $0, spelling: innerSpelling) }
  }

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
    case .object(let object), .tuple(let object): shapes += object.stored.map(\.shape)
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
