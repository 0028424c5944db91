import ApusSource

/// Where an API is served (OpenAPI 3.2.0, section 4.6).
public struct Server: DocumentObject {
  /// The address, with `{name}` for each variable. It may be relative to the document's own.
  public let url: String
  /// A unique name for the server.
  public let name: String?
  /// A description, in CommonMark.
  public let description: String?
  /// What stands for each variable of the address.
  public let variables: Entries<String, ServerVariable>
  public let place: Place

  static let title = "a Server Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    url = fields.requiredString("url")
    name = fields.string("name", since: .v32)
    description = fields.string("description")
    variables = fields.map("variables")
    reportUndeclaredVariables(fields.context)
  }

  private func reportUndeclaredVariables(_ context: ReadingContext) {
    let span = place.member("url")?.span ?? place.nameSpan
    for part in PathTemplate(url).parts {
      guard case .variable(let name) = part, variables[name] == nil else { continue }
      let hint = SpellingSuggestion.hint(for: name, among: variables.map(\.key))
      context.warn("'{\(name)}' isn't among the server's variables\(hint)", at: span)
    }
  }
}

/// A part of a server's address that is chosen when the address is used.
public struct ServerVariable: DocumentObject {
  /// The values that may be chosen; any if there are none.
  public let values: [String]
  /// The value when none is chosen.
  public let defaultValue: String
  /// A description, in CommonMark.
  public let description: String?
  public let place: Place

  static let title = "a Server Variable Object"

  init?(reading fields: inout ObjectFields) {
    place = fields.place
    values = fields.strings("enum")
    defaultValue = fields.requiredString("default")
    description = fields.string("description")
    guard !values.isEmpty, !values.contains(defaultValue) else { return }
    let span = place.member("default")?.span ?? place.nameSpan
    fields.context.warn("the default '\(defaultValue)' isn't among the variable's values", at: span)
  }
}
