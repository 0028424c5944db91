/// The keywords that a document's schemas may use: one list, in which every keyword's unit stands
/// once.
public struct Dialect: Sendable {
  /// Every keyword, in the order of the standard's chapters, by the vocabulary that it belongs to.
  static let vocabularies: [(vocabulary: Vocabulary, keywords: [any Keyword.Type])] = [
    // JSON Schema Core, section 8: dialects, names and references.
    (
      .core,
      [
        SchemaDialect.self, Vocabularies.self, Identifier.self, Anchor.self, DynamicAnchor.self,
        Reference.self, DynamicReference.self, Definitions.self, Comment.self,
      ]
    ),
    // Section 10.2: applicators, in place. Section 10.3: applicators to what a value holds.
    (
      .applicator,
      [
        AllOf.self, AnyOf.self, OneOf.self, Not.self, If.self, Then.self, Else.self,
        DependentSchemas.self, PrefixItems.self, Items.self, Contains.self, Properties.self,
        AdditionalProperties.self, PropertyNames.self, PatternProperties.self,
      ]
    ),
    // Section 11: applicators to what the others leave.
    (.unevaluated, [UnevaluatedItems.self, UnevaluatedProperties.self]),
    // JSON Schema Validation, section 6.
    (
      .validation,
      [
        Type.self, Enumeration.self, Constant.self,
        MultipleOf.self, Maximum.self, ExclusiveMaximum.self, Minimum.self,
        ExclusiveMinimum.self, MaxLength.self, MinLength.self, PatternKeyword.self,
        MaxItems.self, MinItems.self, UniqueItems.self, MaxContains.self, MinContains.self,
        MaxProperties.self, MinProperties.self, Required.self, DependentRequired.self,
      ]
    ),
    // Sections 7 and 8: semantic contents.
    (.formatAssertion, [FormatKeyword.self]),
    (.content, [ContentEncoding.self, ContentMediaType.self, ContentSchema.self]),
    // Section 9: annotations.
    (
      .metadata,
      [
        Title.self, Description.self, Default.self, Deprecated.self, ReadOnly.self,
        WriteOnly.self, Examples.self,
      ]
    ),
    // OpenAPI 3.1, section 4.8.24.1: annotations of its own.
    (
      .openAPI,
      [Discriminator.self, Example.self, ExternalDocumentation.self, XMLForm.self]
    ),
    // Extensions that other generators made common.
    (
      .extensions,
      [EnumerationNames.self, EnumerationNamesOfNSwag.self, EnumerationDescriptions.self]
    ),
  ]

  /// Every keyword.
  static var keywords: [any Keyword.Type] { vocabularies.flatMap(\.keywords) }

  /// JSON Schema 2020-12 with OpenAPI's additions: of OpenAPI 3.1 and 3.2.
  public static let jsonSchema2020 = Dialect(Set(Vocabulary.allCases))

  /// Whether values must have the formats that schemas name: the vocabulary of format assertion, and
  /// not that of format annotation (JSON Schema Validation, section 7.2).
  private(set) var assertsFormats = true

  /// The same dialect, in which formats say nothing about whether a value is valid.
  public var annotatingFormats: Dialect {
    var dialect = self
    dialect.assertsFormats = false
    return dialect
  }

  /// The same dialect with no other keywords than those of some vocabularies, and those that every
  /// schema may use.
  public func limited(to vocabularies: Set<Vocabulary>) -> Dialect {
    var dialect = Dialect(vocabularies.union([.core, .openAPI, .extensions]))
    dialect.assertsFormats = assertsFormats && vocabularies.contains(.formatAssertion)
    return dialect
  }

  /// The units of the keywords, and where each stands by its name.
  private let units: [any Keyword.Type]
  private let positions: TextTable

  private init(_ vocabularies: Set<Vocabulary>) {
    let known = Self.vocabularies.filter { vocabulary, _ in
      vocabularies.contains(vocabulary)
        || vocabulary == .formatAssertion && vocabularies.contains(.formatAnnotation)
    }
    units = known.flatMap(\.keywords)
    positions = TextTable(units.map { $0.name })
  }

  /// A member of a schema, whose name is given as UTF-8.
  public func member(
    _ name: UnsafeBufferPointer<UInt8>, key: UInt32?, value: UInt32
  ) -> SchemaMember {
    let position = positions.lookup.position(of: name, JSONName.digest(name))
    return SchemaMember(unit: position.map { units[$0] }, key: key, value: value)
  }

  /// The names of all keywords.
  public var names: [String] { units.map { $0.name }.sorted() }

  /// What to say of a name that is no keyword of the dialect.
  func advice(on name: String) -> String {
    Self.jsonSchema2020.units.contains { $0.name == name }
      ? "The dialect of this schema has no keyword '\(name)': it is ignored"
      : "The keyword '\(name)' is not supported: it is ignored"
  }
}
