import ApusSource
import ApusYAML

extension OpenAPIVersion {
  /// The version that a document says it follows; an error, and nothing, if it can't be read.
  static func read(at root: Place, diagnostics: inout Diagnostics) -> OpenAPIVersion? {
    guard let value = root.member("openapi") else {
      diagnostics.error(absence(in: root.node), at: root.member("swagger")?.span ?? root.span)
      return nil
    }
    let text = value.node.isNull ? "" : value.node.text ?? ""
    if value.node.kind == .number {
      diagnostics.warning("'openapi' is a string: write '\"\(text)\"'", at: value.span)
    }
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.first == "3", numbers.count > 1, let minor = Int(numbers[1]), minor >= 0 else {
      diagnostics.error(
        "'\(text)' is no version that can be read: 3.0, 3.1 and 3.2 can", at: value.span)
      return nil
    }
    if let version = OpenAPIVersion(rawValue: "3.\(minor)") { return version }
    diagnostics.warning(
      "OpenAPI 3.\(minor) is newer than what can be read, and is taken for 3.2", at: value.span)
    return .v32
  }

  /// What a document without `openapi` is, as far as it shows.
  private static func absence(in root: Node) -> String {
    guard root.kind == .mapping else {
      return "an OpenAPI document is a mapping, not \(root.kind.withArticle)"
    }
    if let version = root["swagger"]?.text {
      return "this is a Swagger \(version) document: convert it to OpenAPI 3 first"
    }
    if root["asyncapi"] != nil { return "this is an AsyncAPI document, not an OpenAPI one" }
    if root["overlay"] != nil { return "this is an OpenAPI overlay, not an OpenAPI document" }
    if root["arazzo"] != nil { return "this is an Arazzo description, not an OpenAPI document" }
    if root["$schema"] != nil { return "this is a JSON Schema, not an OpenAPI document" }
    let hint = SpellingSuggestion.hint(for: "openapi", among: root.members.lazy.map(\.key))
    return "an OpenAPI document starts with its version, such as 'openapi: 3.1.0'\(hint)"
  }
}
