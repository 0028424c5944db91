/// Names that a document's own can't have, or only in backticks.
enum ReservedNames {
  /// Words of the language that name something only in backticks (The Swift Programming Language,
  /// "Keywords and Punctuation").
  static let keywords: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension",
    "fileprivate", "func", "import", "init", "inout", "internal", "let",
    "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static", "struct",
    "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do",
    "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw",
    "where", "while", "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws",
    "true", "try",
  ]

  /// Names that mean something else even in backticks.
  static let unquotable: Set<String> = ["self", "Self", "init", "Type", "Protocol", "_"]

  /// Modules that generated code imports or mentions.
  static let modules: Set<String> = [
    "ApusRuntime", "AsyncHTTPClient", "Foundation", "Hummingbird", "NIOCore", "NIOHTTP1",
    "NIOPosix",
    "Swift", "Synchronization",
  ]

  /// Types that generated code mentions by their plain names.
  static let types: Set<String> = [
    // The standard library and Foundation.
    "Array", "Bool", "CaseIterable", "Codable", "Data", "Date", "Decodable", "Decoder",
    "Dictionary", "Double", "Encodable", "Encoder", "Equatable", "Error", "Float", "Hashable",
    "Hasher", "Int", "Int8", "Int16", "Int32", "Int64", "Never", "Optional", "RawRepresentable",
    "Result",
    "Sendable", "Set", "Sequence", "StaticString", "String", "Task", "UInt8", "UInt16", "UInt32",
    "UInt64", "URL",
    "UUID", "Void",
    // The runtime.
    "AccessRefusal", "BasicCredentials", "Body", "CalendarDate", "Client", "ClientCall",
    "CallbackAddress", "CredentialSource", "DynamicName", "FilePart", "Indirect", "InvalidRequest",
    "JSON", "JSONArrayReader", "JSONArrayWriter", "JSONEnumeration", "JSONKey", "JSONNumber",
    "JSONObject", "JSONObjectReader", "JSONObjectWriter", "JSONOpenEnumeration", "JSONTuple",
    "JSONUnion", "JSONView", "JSONWriter", "MultipartFields", "MultipartMessage", "MultipartPart",
    "MultipartReader", "MultipartWriter", "Nullable", "OperationFailure", "PartReader",
    "PartWriter", "Property", "Request", "RequestAuthenticator", "RequestReader", "Response",
    "ResponseReader", "Router", "Rule", "SecurityCredential", "SecurityGrant", "SecurityProofs",
    "SecurityRequirement", "SecurityScheme", "ServerSentEvent", "TokenProvider", "ValueStream",
    "Schema", "SchemaDocument", "SchemaLocation", "SchemaResource", "Transport", "UnionBranches",
    // Types that enumerations have by themselves, which hide others inside of them.
    "AllCases", "RawValue",
    // What every operation or document has.
    "Failure", "Principal", "Success", "Schemas", "Servers",
  ]

  /// Types that adapters to engines mention besides, by their plain names.
  static let adapterTypes: Set<String> = [
    // The standard library.
    "Actor", "AnyObject", "AsyncIteratorProtocol", "AsyncSequence", "CancellationError",
    "ObjectIdentifier",
    // The runtime.
    "HTTPMethod", "HeaderFields", "HeaderName",
    // The engines.
    "ApplicationRequestContextSource", "ByteBuffer", "CoreRequestContextStorage", "HTTPFields",
    "HTTPResponder", "RequestContext",
  ]
}
