/// A group of keywords that a schema of schemas may allow (JSON Schema Core, section 8.1.2).
public enum Vocabulary: String, CaseIterable, Sendable {
  /// Keywords about schemas themselves, such as `$ref`.
  case core
  /// Keywords that hold schemas, such as `properties`.
  case applicator
  /// Keywords about what no other one has looked at.
  case unevaluated
  /// Keywords that limit values, such as `minimum`.
  case validation
  /// Keywords that describe values to people, such as `title`.
  case metadata = "meta-data"
  /// `format`, which refuses no value.
  case formatAnnotation = "format-annotation"
  /// `format`, which refuses values that don't have it.
  case formatAssertion = "format-assertion"
  /// Keywords about what strings hold, such as `contentEncoding`.
  case content
  /// OpenAPI's own keywords.
  case openAPI = "openapi"
  /// Keywords of no standard, whose names start with `x-`.
  case extensions

  /// The vocabulary of a URI; nil if nothing is known of it.
  public init?(uri: String) {
    let standard = "https://json-schema.org/draft/2020-12/vocab/"
    let isOpenAPI = uri.hasPrefix("https://spec.openapis.org/oas/3.") && uri.contains("/vocab/")
    guard uri.hasPrefix(standard) || isOpenAPI else { return nil }
    guard !isOpenAPI else {
      self = .openAPI
      return
    }
    self.init(rawValue: String(uri.dropFirst(standard.count)))
  }
}
