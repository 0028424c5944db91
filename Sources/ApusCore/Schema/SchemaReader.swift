/// Reads schemas out of a document: one keyword after the other, each by its own unit.
///
/// Reading always gives a schema. What is wrong with the document is kept in ``problems``, each with
/// the value that it concerns.
public struct SchemaReader {
  /// Something in a schema that is wrong or has no effect.
  public struct Problem {
    /// The part of the document that it concerns: a keyword's argument or a whole schema.
    public var value: DocumentValue
    /// The place of the schema.
    public var location: SchemaLocation
    /// The keyword that it concerns; nil if it is the schema as a whole.
    public var keyword: String?
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// Whether the schema loses part of its meaning by it.
    public var isError: Bool
    /// Whether it concerns the name that the value stands under, and not the value.
    public var concernsName: Bool
  }

  /// What was found wrong so far.
  public private(set) var problems: [Problem] = []

  /// Every schema read so far, each behind those that stand in it.
  public private(set) var schemas: [Schema] = []

  /// The document's numbers for the values that the schemas were read from.
  public private(set) var indices: [UInt32] = []

  private let document: SchemaDocument
  /// The keywords that the document may use, and what they mean in it.
  private(set) var dialect: Dialect
  /// Finds the dialect of a schema, given its place; nil where all are in the one that the reader
  /// started with.
  public var dialects: ((SchemaLocation) -> Dialect)?
  private let resolve: (String, SchemaLocation) -> SchemaReference?
  /// Finds the schema resource that decides what dynamic references mean, given the place of a
  /// schema; nil where none does.
  public var resource: ((SchemaLocation) -> SchemaResource?)?
  /// The place of the schema being read, and the keyword that is being read in it.
  private var location: SchemaLocation
  private var keyword: any Keyword.Type = Comment.self
  /// Whether the schema being read has keywords that are applied after all others.
  private var hasLastKeywords = false
  /// The members of the schemas being read, those of the innermost last: reading a schema allocates
  /// no list of its own.
  private var members: [SchemaMember] = []
  /// What was read of patterns so far, by their texts: documents repeat them.
  var patterns: [String: Result<Pattern, PatternError>] = [:]
  private var depth = 0

  /// How deeply schemas may stand inside each other.
  private static var maximumDepth: Int { 256 }

  /// A reader of one document's schemas.
  ///
  /// - Parameters:
  ///   - document: The document, for the locations of its schemas.
  ///   - dialect: The keywords that the document may use, and what they mean in it.
  ///   - resolve: Finds what a `$ref` leads to, given its text and the schema's place that it stands
  ///     in; nil if that is nothing.
  public init(
    document: SchemaDocument, dialect: Dialect,
    resolve: @escaping (_ text: String, _ location: SchemaLocation) -> SchemaReference?
  ) {
    self.document = document
    self.dialect = dialect
    self.resolve = resolve
    location = SchemaLocation(document, "")
  }

  /// The schema at `pointer`, a JSON Pointer (RFC 6901), whose text is `value`.
  public mutating func read(_ value: DocumentValue, at pointer: String) -> Schema {
    read(value, at: SchemaLocation(document, pointer))
  }

  /// The schema at a place, whose text is `value`.
  public mutating func read(_ value: DocumentValue, at location: SchemaLocation) -> Schema {
    let outer = (location: self.location, keyword: keyword, hasLast: hasLastKeywords)
    self.location = location
    hasLastKeywords = false
    depth += 1
    let rules = rules(of: value)
    let schema = Schema(
      at: location, in: resource?(location), rules: rules, hasLastKeywords: hasLastKeywords)
    depth -= 1
    self.location = outer.location
    keyword = outer.keyword
    hasLastKeywords = outer.hasLast
    schemas.append(schema)
    indices.append(value.index)
    return schema
  }

  private mutating func rules(of value: DocumentValue) -> [Rule] {
    guard depth <= Self.maximumDepth else {
      report("Schemas are nested too deeply", of: nil, at: value)
      return []
    }
    switch value.jsonKind {
    case .object: break
    case .boolean: return value.boolean == true ? [] : [.nothing()]
    default:
      guard case .value(let meant) = value.source.plainMeaning(of: value, as: nil) else {
        report("Expected a schema: a mapping, true or false", of: nil, at: value)
        return []
      }
      return rules(of: meant)
    }
    guard let dialects else { return rules(ofMembersOf: value) }
    let outer = dialect
    dialect = dialects(location)
    defer { dialect = outer }
    return rules(ofMembersOf: value)
  }

  private mutating func rules(ofMembersOf value: DocumentValue) -> [Rule] {
    let start = members.count
    value.source.addMembers(of: value, in: dialect, to: &members)
    let end = members.count
    var rules: [Rule] = []
    rules.reserveCapacity(end - start)
    for position in start..<end {
      let member = members[position]
      let argument = DocumentValue(in: value.source, index: member.value, key: member.key)
      if let unit = member.unit {
        read(unit, argument, to: &rules)
      } else if let key = member.key {
        reportUnknown(value.source.name(key), argument)
      }
    }
    members.removeSubrange(start...)
    return rules
  }

  private mutating func read(
    _ unit: any Keyword.Type, _ argument: DocumentValue, to rules: inout [Rule]
  ) {
    keyword = unit
    do throws(InvalidArgument) {
      guard let rule = try rule(unit, argument) else { return }
      rules.append(rule)
      if unit.isAppliedLast { hasLastKeywords = true }
    } catch {
      let message = "Expected \(error.expected) as the value of '\(unit.name)'"
      report(message, of: unit.name, at: argument)
    }
  }

  /// The rule of a keyword with its argument, or what that plainly means; nil if that is nothing.
  private mutating func rule(
    _ unit: any Keyword.Type, _ argument: DocumentValue
  ) throws(InvalidArgument) -> Rule? {
    do throws(InvalidArgument) {
      return Rule(try unit.init(reading: argument, with: &self))
    } catch {
      switch argument.source.plainMeaning(of: argument, as: unit.name) {
      case .value(let meant): return Rule(try unit.init(reading: meant, with: &self))
      case .nothing: return nil
      case nil: throw error
      }
    }
  }

  private mutating func reportUnknown(_ name: String, _ value: DocumentValue) {
    guard !name.hasPrefix("x-") else { return }
    report(dialect.advice(on: name), of: name, atNameOf: value, isError: false)
  }

  /// Notes something that is wrong with a value.
  mutating func report(_ message: String, of keyword: String?, at value: DocumentValue) {
    problems.append(
      Problem(
        value: value, location: location, keyword: keyword, message: message, isError: true,
        concernsName: false))
  }

  /// Notes something that is wrong, or has no effect, with the name that a value stands under.
  mutating func report(
    _ message: String, of keyword: String?, atNameOf value: DocumentValue, isError: Bool
  ) {
    problems.append(
      Problem(
        value: value, location: location, keyword: keyword, message: message, isError: isError,
        concernsName: true))
  }
}

// What a keyword asks of the reader.
extension SchemaReader {
  /// The schema that is the whole argument of the keyword being read.
  public mutating func schema(_ argument: DocumentValue) -> Schema {
    read(argument, at: location.below(keyword.name))
  }

  /// A schema inside the argument of the keyword being read, below a name or index.
  public mutating func schema(_ argument: DocumentValue, below token: String) -> Schema {
    read(argument, at: location.below(keyword.name, token))
  }

  /// What a URI reference leads to.
  ///
  /// - Throws: ``InvalidArgument`` if it leads to nothing.
  public func reference(_ text: String) throws(InvalidArgument) -> SchemaReference {
    guard let reference = resolve(text, location) else {
      throw InvalidArgument(expected: "a reference that leads to a schema (not '\(text)')")
    }
    return reference
  }
}
