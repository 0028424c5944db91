import ApusCore
import ApusOpenAPI

/// What a document describes, in terms that any programming language could spell: services with
/// endpoints, and the types that these exchange.
public struct API: Sendable {
  /// The document, which the schemas refer to.
  public var document: Document
  /// The name of the document's file.
  public var documentName: String
  /// Where the document says that all of it is served, in its order.
  public var servers: [EndpointServer]
  /// One service for each tag that has an operation, in the order of the document's tags.
  public var services: [Service]
  /// The ways in which requests show who sends them, as far as an operation needs them.
  public var securitySchemes: [SecuritySchemeDeclaration]
  /// The types of the document's named schemas, in its order.
  public var types: [TypeDeclaration]
  /// What became of the document's alternatives, in the order in which types were made of them.
  public var unions: [UnionAccount]
  /// Every schema that is checked on its own, in the order of the document, with the lines of its
  /// parts.
  public var outlines: [SchemaOutline]
}

/// The operations of one tag, or the requests that go the other way.
public struct Service: Sendable {
  /// Who serves it.
  public enum Role: Hashable, Sendable {
    /// The API's provider, at the paths of the document.
    case operations
    /// Whoever wants to be told, at an address of his own.
    case webhooks
    /// Whoever called an operation, at the address that he gave. The words that name it.
    case callback(String)
  }

  /// The tag; nil for the operations that have none.
  public var tag: String?
  /// The document's description of the tag.
  public var description: String?
  public var role: Role
  /// The operations whose first tag it is, in the order of the document.
  public var endpoints: [Endpoint]
}

/// The lines of a schema's parts in the document, relative to each other.
public struct SchemaOutline: Sendable {
  /// The schema's place in the document, a JSON Pointer.
  public var pointer: String
  /// The schema's first line, counted from 1.
  public var line: Int
  /// How many lines it has.
  public var lineCount: Int
  /// Its keywords and named parts, in the order of the document.
  public var entries: [Entry]

  /// One keyword or named part.
  public struct Entry: Sendable {
    /// How deeply it is nested: 1 for a keyword of the schema itself.
    public var depth: Int
    /// Its name or index, unescaped.
    public var key: String
    /// The number of lines from the entry before it, or from the schema's first line.
    public var step: Int
  }
}
