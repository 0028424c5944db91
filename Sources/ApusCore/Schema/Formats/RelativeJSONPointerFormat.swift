extension Format {
  /// `relative-json-pointer`: the way from one part of a JSON value to another, or to its name
  /// (draft-bhutton-relative-json-pointer-00, section 3).
  public static let relativeJSONPointer = Format(
    "relative-json-pointer", constant: "relativeJSONPointer",
    expectation: "a relative JSON Pointer such as \"1/a\"",
    test: .text { text in
      // So many levels up, perhaps so many neighbours on, and from there a way down or the name.
      guard text.wholeNumber() else { return false }
      if text.skip(anyOf: "+-"), text.isAt("0") || !text.wholeNumber() { return false }
      return text.skip("#") ? text.isAtEnd : text.jsonPointer()
    })
}
