/// The keywords that a document's schemas may use: one list, in which every keyword's unit stands
/// once.
public struct Dialect: Sendable {
  /// Every keyword, in the order of the standard's chapters.
  static let keywords: [any Keyword.Type] = [
    // JSON Schema Core, section 8: dialects, names and references.
    SchemaDialect.self, Vocabularies.self, Identifier.self, Anchor.self, DynamicAnchor.self,
    Reference.self, DynamicReference.self,
    Definitions.self, Comment.self,
    // Section 10.2: applicators, in place.
    AllOf.self, AnyOf.self, OneOf.self, Not.self, If.self, Then.self, Else.self,
    DependentSchemas.self,
    // Section 10.3: applicators to what a value holds.
    PrefixItems.self, Items.self, Contains.self, Properties.self, AdditionalProperties.self,
    PropertyNames.self, PatternProperties.self,
    // Section 11: applicators to what the others leave.
    UnevaluatedItems.self, UnevaluatedProperties.self,
    // JSON Schema Validation, section 6.
    Type.self, Enumeration.self, Constant.self,
    MultipleOf.self, Maximum.self, ExclusiveMaximum.self, Minimum.self, ExclusiveMinimum.self,
    MaxLength.self, MinLength.self, PatternKeyword.self,
    MaxItems.self, MinItems.self, UniqueItems.self, MaxContains.self, MinContains.self,
    MaxProperties.self, MinProperties.self, Required.self, DependentRequired.self,
    // Sections 7 and 8: semantic contents.
    FormatKeyword.self, ContentEncoding.self, ContentMediaType.self, ContentSchema.self,
    // Section 9: annotations.
    Title.self, Description.self, Default.self, Deprecated.self, ReadOnly.self, WriteOnly.self,
    Examples.self,
    // OpenAPI 3.1, section 4.8.24.1: annotations of its own.
    Discriminator.self, Example.self, ExternalDocumentation.self, XMLForm.self,
    // Extensions that other generators made common.
    EnumerationNames.self, EnumerationNamesOfNSwag.self, EnumerationDescriptions.self,
  ]

  /// JSON Schema 2020-12 with OpenAPI's additions: of OpenAPI 3.1 and 3.2.
  public static let jsonSchema2020 = Dialect(keywords)

  /// Whether values must have the formats that schemas name: the vocabulary of format assertion, and
  /// not that of format annotation (JSON Schema Validation, section 7.2).
  private(set) var assertsFormats = true

  /// The same dialect, in which formats say nothing about whether a value is valid.
  public var annotatingFormats: Dialect {
    var dialect = self
    dialect.assertsFormats = false
    return dialect
  }

  private let byName: [String: any Keyword.Type]

  private init(_ keywords: [any Keyword.Type]) {
    byName = Dictionary(keywords.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The unit of a keyword; nil if the dialect does not know it.
  func keyword(named name: String) -> (any Keyword.Type)? {
    byName[name]
  }

  /// The names of all keywords.
  public var names: [String] { byName.keys.sorted() }

  /// What to say of a name that is no keyword of the dialect.
  func advice(on name: String) -> String {
    "The keyword '\(name)' is not supported: it is ignored"
  }
}
