import ApusCore
import ApusSource
import ApusYAML

/// One use of a keyword or field in a document, and what becomes of it.
public struct FieldUse: Sendable {
  /// What has the field, as the standard names it: `an Operation Object`.
  public var object: String
  /// The keyword or field.
  public var name: String
  /// What becomes of it.
  public var treatment: Treatment
  /// Where it stands.
  public var span: SourceSpan

  /// Whether it is an extension, of which the standard says nothing.
  public var isExtension: Bool { name.hasPrefix("x-") && treatment == .ignored }
}

extension Document {
  /// Every use of a keyword of schemas and, if the reading kept them, of a field of other objects:
  /// each once, in the order of the files.
  public var keywordUses: [FieldUse] {
    var seen: Set<SourceSpan> = []
    return (fieldUses + schemaUses).filter { seen.insert($0.span).inserted }
      .sorted {
        ($0.span.file.name, $0.span.range.lowerBound) < (
          $1.span.file.name, $1.span.range.lowerBound
        )
      }
  }

  private var schemaUses: [FieldUse] {
    schemas.all.flatMap { schema -> [FieldUse] in
      guard let place = schema.location.flatMap({ self.place(at: $0.pointer) }) else { return [] }
      let rules = Dictionary(
        schema.rules.map { (type(of: $0.keyword).name, $0.treatment) }
      ) { first, _ in first }
      return place.node.members.map { member in
        let rewritten: Treatment =
          SchemaNotation.rewritten.contains(member.key) ? .enforced : .ignored
        return FieldUse(
          object: "a Schema Object", name: member.key, treatment: rules[member.key] ?? rewritten,
          span: member.keySpan)
      }
    }
  }
}

extension SchemaNotation {
  /// The keywords that are read in the terms of others.
  static let rewritten: Set<String> = ["nullable", "exclusiveMinimum", "exclusiveMaximum"]
}
