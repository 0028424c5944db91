extension JSON {
  /// A number that a Swift literal would round, by its JSON text; null if the text is no number.
  public static func exactly(_ text: String) -> JSON {
    JSONNumber(text).map(JSON.number) ?? .null
  }
}
