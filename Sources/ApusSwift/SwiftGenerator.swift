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
    var texts = FilePart.allCases.concurrentMap { text(of: $0, named) }
    if style.files == .one { texts = [SourceText(joining: texts)] }
    return (texts + adapters(style)).concurrentMap { $0.generated(from: api, style) }
  }

  /// The files whose declarations other code can mention, and what these are made from.
  public static func declarations(
    of api: API, style: SwiftStyle = SwiftStyle()
  ) -> (files: [GeneratedFile], places: DeclarationPlaces) {
    let named = SwiftAPI(naming: api, style: style)
    let parts = FilePart.allCases.filter { $0 != .locations }
    let files = parts.concurrentMap { text(of: $0, named).generated(from: api, style) }
    return (files, DeclarationPlaces(of: named))
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
    let (namespace, runtime) = (style.namespace?.name, style.runtimePrefix)
    let servers = ServerEngine.allCases.filter(style.adapters.contains).map { engine in
      switch engine {
      case .hummingbird:
        SourceText(
          name: engine.fileName, showsRuntime: true, modules: HummingbirdEmitter.modules,
          body: HummingbirdEmitter.adapter(in: namespace, runtime: runtime))
      case .nio:
        SourceText(
          name: engine.fileName, showsRuntime: true, modules: NIOEmitter.modules,
          innerModules: NIOEmitter.innerModules,
          body: NIOEmitter.adapter(in: namespace, runtime: runtime))
      }
    }
    let transports = ClientEngine.allCases.filter(style.transports.contains).map { engine in
      switch engine {
      case .asyncHTTPClient:
        SourceText(
          name: engine.fileName, showsRuntime: true, modules: AsyncHTTPClientEmitter.modules,
          innerModules: AsyncHTTPClientEmitter.innerModules,
          body: AsyncHTTPClientEmitter.adapter(in: namespace, runtime: runtime))
      }
    }
    return servers + transports
  }
}

/// What makes up a source file.
private struct SourceText {
  /// The name of the file without what all files have in common.
  var name: String
  /// Whether declarations for others mention the runtime.
  var showsRuntime: Bool
  /// The modules whose types declarations for others mention.
  var modules: [Code] = []
  /// The modules whose types it mentions besides.
  var innerModules: [Code] = []
  /// What declarations for others mention by types of other modules.
  var shown: [Shape] = []
  /// What it mentions besides.
  var shapes: [Shape] = []
  var body: Code

  func generated(from api: API, _ style: SwiftStyle) -> GeneratedFile {
    let code = Code.paragraphs([
      .lines(
        runtimeImports(style) + modules.map { Self.import($0, isShown: true, style) }
          + innerModules.map { Self.import($0, isShown: false, style) } + formatImports(style)),
      body,
    ])
    let text = Layout.text(of: code, access: style.access)
    let directive = directive(style, hasLongLines: Layout.hasLongLines(text))
    return GeneratedFile(
      path: style.path(of: name), document: api.documentName,
      body: directive + String(decoding: text, as: UTF8.self))
  }

  /// The runtime, unless it is in the same module.
  private func runtimeImports(_ style: SwiftStyle) -> [Code] {
    guard style.embeddedTypes == nil else { return [] }
    return [Self.import("ApusRuntime", isShown: showsRuntime, style)]
  }

  /// An import for declarations that others see, or for what stands inside of functions: the compiler
  /// can be told to take a plain one for that, and warns of one for others that none of these needs.
  ///
  /// One for the package alone would not go with plain ones in files that the user has written.
  private static func `import`(_ module: Code, isShown: Bool, _ style: SwiftStyle) -> Code {
    isShown && style.access == .public ? "public import \(module)" : "import \(module)"
  }

  /// What the formatter is not to complain about.
  private func directive(_ style: SwiftStyle, hasLongLines: Bool) -> String {
    // A name may be longer than a line, which the formatter minds unless it is to mind nothing.
    guard !hasLongLines else { return "// swift-format-ignore-file\n\n" }
    // The document's own alphabet is no mistake in its names.
    let foreign = body.hasForeignNames ? ["IdentifiersMustBeASCII"] : []
    // What the compiler makes by itself is internal, but has not the defaults of all parameters.
    let explicit = style.access == .internal ? ["UseSynthesizedInitializer"] : []
    // The document's own spelling, where it was asked for, isn't wrong either.
    let spelt = style.names == .document ? ["AlwaysUseLowerCamelCase", "NoLeadingUnderscores"] : []
    let rules = (foreign + explicit + spelt).joined(separator: ", ")
    return rules.isEmpty ? "" : "// swift-format-ignore-file: \(rules)\n\n"
  }

  /// Of Foundation, no more than is needed.
  private func formatImports(_ style: SwiftStyle) -> [Code] {
    let shown = Set(shown.flatMap(\.formats).compactMap(\.type))
    // Of one module, all imports are as visible as one is that has to be.
    let shownModules = Set(shown.compactMap(\.module))
    let types = shown.union(shapes.flatMap(\.formats).compactMap(\.type))
    return types.sorted { $0.name < $1.name }.compactMap { type in
      type.module.map { module in
        Self.import(
          "struct \(Code.word(module)).\(Code.word(type.name))",
          isShown: shownModules.contains(module), style)
      }
    }
  }
}

extension SourceText {
  /// All of some texts in one.
  init(joining texts: [SourceText]) {
    self.init(
      name: FilePart.api.rawValue, showsRuntime: texts.contains(where: \.showsRuntime),
      shown: texts.flatMap(\.shown), shapes: texts.flatMap(\.shapes),
      body: .paragraphs(texts.map(\.body)))
  }
}

// Each file.
extension SwiftGenerator {
  private static func types(_ named: SwiftAPI) -> SourceText {
    let emitter = TypesEmitter(spelling: named.innerSpelling)
    let declarations = Code.paragraphs(named.types.map(emitter.declaration))
    return SourceText(
      name: FilePart.types.rawValue, showsRuntime: named.types.contains(where: \.showsRuntime),
      shown: named.types.flatMap(\.shapes),
      body: emitter.namespace(named.namespace, of: named.api.documentName, holding: declarations))
  }

  private static func coding(_ named: SwiftAPI) -> SourceText {
    let emitter = CodingEmitter(spelling: named.spelling, names: named.schemaNames)
    let body = Code.paragraphs(named.allTypes.map(emitter.coding))
    return SourceText(
      name: FilePart.coding.rawValue, showsRuntime: !body.isEmpty,
      shapes: named.allTypes.flatMap(\.caseShapes), body: body)
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
      name: FilePart.schemas.rawValue, showsRuntime: true,
      body: .paragraphs([index] + named.allTypes.map(emitter.schemas)))
  }

  private static func locations(_ named: SwiftAPI) -> SourceText {
    SourceText(
      name: FilePart.locations.rawValue, showsRuntime: false,
      body: LocationsEmitter.document(of: named))
  }

  private static func operations(_ named: SwiftAPI) -> SourceText {
    let emitter = operationsEmitter(named)
    let schemes = named.securityEmitter?.schemes ?? .empty
    return SourceText(
      name: FilePart.api.rawValue, showsRuntime: named.hasOperations,
      shown: named.operationShapes + named.ownShapes,
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
      name: FilePart.client.rawValue, showsRuntime: named.hasOperations,
      shown: named.services.flatMap(\.operations).flatMap(\.signatureShapes),
      shapes: named.operationShapes,
      body: .paragraphs(declarations + named.services.map(emitter.client)).inside(named.namespace))
  }

  private static func server(_ named: SwiftAPI) -> SourceText {
    let emitter = ServerEmitter(operations: operationsEmitter(named))
    let security = named.securityEmitter
    let authenticator = security?.authenticator ?? .empty
    return SourceText(
      name: FilePart.server.rawValue, showsRuntime: named.hasOperations,
      shapes: named.operationShapes,
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

  /// Whether there is anything to call, or to show credentials for.
  fileprivate var hasOperations: Bool { !services.isEmpty || security != nil }

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

extension SwiftType {
  /// Whether its declaration mentions the runtime: all do but other names of the standard library's
  /// types and of others.
  fileprivate var showsRuntime: Bool {
    guard case .alias(let shape) = content else { return true }
    return shape.isOfRuntime || nested.contains(where: \.showsRuntime)
  }
}

extension SwiftOperation {
  /// What the parameters and the result of its function are.
  fileprivate var signatureShapes: [Shape] {
    let payloads = inputs.compactMap(\.payload) + [plainSuccess?.payload].compactMap(\.self)
    let plain = payloads.filter { $0.structure == nil && $0.choice == nil }
    return inputs.map(\.shape) + plain.compactMap { $0.alternatives.first?.content.shape }
  }
}
