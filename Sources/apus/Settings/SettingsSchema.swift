import ApusCore

/// The JSON Schema of `apus.yaml`, by which editors complete and check it. It is made from the same
/// table as the tool's own reader.
enum SettingsSchema {
  /// How the file is called where it lies beside the settings.
  static let name = "apus.schema.json"

  /// The schema as a JSON document.
  static var text: String {
    let settings = SettingsFile.options.map { "    \(quoted($0.name)): \(schema(of: $0))" }
    let inner = settings.joined(separator: ",\n")
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of Apus",
        "$ref": "#/$defs/settings",
        "type": ["object", "null"],
        "properties": {
          "\(SettingsFile.documents)": {
            "description": "Several documents, each with settings of its own",
            "type": "array",
            "minItems": 1,
            "items": {"$ref": "#/$defs/settings", "unevaluatedProperties": false}
          }
        },
        "if": {"required": ["\(SettingsFile.document)"]},
        "else": {
          "properties": {
            "\(SettingsFile.documents)": {
              "items": {"type": "object", "required": ["\(SettingsFile.document)"]}
            }
          }
        },
        "unevaluatedProperties": false,
        "$defs": {
          "settings": {
            "type": ["object", "null"],
            "properties": {
      \(inner.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
            }
          }
        }
      }

      """
  }

  private static func schema<Arguments>(of option: Option<Arguments>) -> String {
    let value = schema(of: option.form)
    let isPair = if case .pair = option.form { true } else { false }
    let whole = option.isRepeatable && !isPair ? anyOf(value, listOf: value) : value
    return "{\"description\": \(quoted(option.summary)), \(whole)}"
  }

  /// The keywords for a value.
  private static func schema(of form: OptionForm) -> String {
    switch form {
    case .flag: return "\"type\": \"boolean\""
    case .text: return "\"type\": \"string\""
    case .path, .folder: return "\"type\": \"string\", \"minLength\": 1"
    case .choice(let words): return "\"enum\": [\(words.map(quoted).joined(separator: ", "))]"
    case .pair(let pair):
      let text = schema(of: .text)
      var keywords =
        "\"type\": \"object\", \"additionalProperties\": {\(anyOf(text, listOf: text))}"
      if let keys = pair.keys { keywords += ", \"propertyNames\": {\(schema(of: .choice(keys)))}" }
      return keywords
    }
  }

  private static func anyOf(_ value: String, listOf element: String) -> String {
    "\"anyOf\": [{\(value)}, {\"type\": \"array\", \"items\": {\(element)}}]"
  }

  private static func quoted(_ text: String) -> String { JSON.string(text).description }
}
