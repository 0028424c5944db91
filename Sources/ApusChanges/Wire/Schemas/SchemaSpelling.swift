import ApusCore
import ApusOpenAPI
import ApusYAML

/// By what schemas are the same.
enum SchemaMeasure {
  /// By what they say about values, wherever they stand and through whatever references.
  case meaning
  /// By all that a change of is told: also by what only describes values, and by names of others.
  case everything
}

/// What a schema says itself, in one form in whatever order it says it, and the schemas that it
/// leads to.
struct SchemaSpelling {
  /// What it says, with a `*` for each schema that it leads to.
  private(set) var text = ""
  /// The schemas that it leads to, in the order of the text.
  private(set) var parts: [Schema] = []
  private let document: Document
  private let measure: SchemaMeasure

  init(_ schema: Schema, in document: Document, by measure: SchemaMeasure) {
    self.document = document
    self.measure = measure
    let keywords = schema.rules.map { (name: type(of: $0.keyword).name, keyword: $0.keyword) }
    for (name, keyword) in keywords.sorted(by: { $0.name < $1.name }) {
      let length = text.utf8.count
      write(keyword, of: schema)
      if measure == .everything { describe(keyword, of: schema) }
      if text.utf8.count > length { text += "\(name);" }
    }
  }

  /// Writes what a keyword says about values.
  private mutating func write(_ keyword: any Keyword, of schema: Schema) {
    switch keyword {
    case let discriminator as Discriminator:
      write(discriminator.propertyName)
      for (value, target) in discriminator.mapping.sorted(by: { $0.value < $1.value }) {
        write(value)
        write(target)
      }
    case let content as ContentSchema: write(content.schema)
    case let content as ContentEncoding: write(content.encoding)
    case let content as ContentMediaType: write(content.mediaType)
    default:
      guard let arguments = keyword.arguments else { return }
      text += "="
      for argument in Self.sorted(arguments) { write(argument) }
    }
  }

  /// The arguments, by their names where they have any.
  private static func sorted(_ arguments: [RuleArgument]) -> [RuleArgument] {
    guard arguments.contains(where: { !$0.name.isEmpty }) else { return arguments }
    return arguments.sorted { $0.name < $1.name }
  }

  private mutating func write(_ argument: RuleArgument) {
    switch argument {
    case .integer(let number): text += "\(number),"
    case .number(let number): text += "\(number.text),"
    case .string(let string): write(string)
    case .strings(let strings): for string in strings { write(string) }
    case .json(let value): text += "\(value),"
    case .member(let name): text += "\(name),"
    case .schema(let schema): write(schema)
    case .property(let name, let schema):
      write(name)
      write(schema)
    case .dependency(let name, let others):
      write(name)
      text += ":"
      for other in others { write(other) }
    case .reference(let target): write(target)
    }
  }

  private mutating func write(_ string: String) { text += "\(JSON.string(string))," }

  private mutating func write(_ schema: Schema) {
    text += "*"
    parts.append(schema)
  }

  private mutating func write(_ target: SchemaReference) {
    if measure == .everything, let name = document.schemaName(at: target.pointer) { write(name) }
    write(target.schema)
  }

  /// Writes what a keyword says to people, or to who makes something of the document.
  private mutating func describe(_ keyword: any Keyword, of schema: Schema) {
    switch keyword {
    case let title as Title: write(title.text)
    case let description as Description: write(description.text)
    case let value as Default: text += "\(value.value)"
    case let deprecated as Deprecated: text += "\(deprecated.isDeprecated)"
    case let format as FormatKeyword: write(format.formatName)
    default:
      let name = type(of: keyword).name
      guard Meaning.documentation.contains(name),
        let written = document.written(name, of: schema)
      else { return }
      text += String(decoding: written, as: UTF8.self)
    }
  }
}

extension RuleArgument {
  /// The name by which the argument is told from others; empty if it is by its place.
  fileprivate var name: String {
    switch self {
    case .property(let name, _), .dependency(let name, _): name
    default: ""
    }
  }
}

extension Document {
  /// What is written as the argument of a schema's keyword, in one form however it is laid out.
  func written(_ keyword: String, of schema: Schema) -> [UInt8]? {
    guard let pointer = schema.location?.pointer,
      let place = place(at: "\(pointer)/\(JSONPointer.escape(keyword))")
    else { return nil }
    return DocumentWriter.write(place.node, as: .json)
  }
}
