/// A group of keywords that a schema of schemas may allow (JSON Schema Core, section 8.1.2).
public enum Vocabulary: String, CaseIterable, Sendable {
  case core
  case applicator
  case unevaluated
  case validation
  case metadata = "meta-data"
  case formatAnnotation = "format-annotation"
  case formatAssertion = "format-assertion"
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
