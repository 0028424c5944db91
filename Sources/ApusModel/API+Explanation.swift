import ApusCore
import ApusSource

extension API {
  /// What the values of a schema are, and the places of the schemas that it includes, JSON Pointers;
  /// nil if no schema is at that place.
  public func explainedShape(ofSchemaAt pointer: String) -> (shape: Shape, parts: [String])? {
    guard let schema = document.schema(at: pointer) else { return nil }
    var lowering = Lowering(document, diagnostics: Diagnostics())
    let declaration = lowering.declaration(of: schema, called: .name(""))
    let known = (types + services.flatMap(\.endpoints).flatMap(\.types)).lazy
      .flatMap(\.withNested).first { $0.identifier.pointer == pointer }
    let parts = Conjunction([schema]).parts.filter {
      $0 !== schema && $0.saysMoreThanWhatItIncludes
    }
    return (known?.shape ?? declaration.shape, parts.compactMap(\.location?.pointer))
  }
}

extension Schema {
  /// Whether it has rules of its own beside those that include other schemas.
  fileprivate var saysMoreThanWhatItIncludes: Bool {
    rules.contains { rule in
      rule.keyword.arguments != nil && !(rule.keyword is Reference) && !(rule.keyword is AllOf)
    }
  }
}
