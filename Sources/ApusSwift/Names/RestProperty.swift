import ApusModel

/// What a struct keeps beside the parts that the document names, before it has a name.
struct RestProperty {
  let words: Words
  let description: String
  let shape: Shape
  let defaultValue: Code

  /// The members of an object that have other names.
  static func members(of shape: Shape) -> RestProperty {
    RestProperty(
      words: Words(["additional", "properties"]),
      description: "Members that the document does not name.",
      shape: .dictionary(shape), defaultValue: "[:]")
  }

  /// The elements of an array that come behind the first ones.
  static func elements(of shape: Shape) -> RestProperty {
    RestProperty(
      words: Words(["rest"]), description: "The elements that follow.",
      shape: .array(shape), defaultValue: "[]")
  }

  func named(_ name: Identifier) -> SwiftProperty {
    SwiftProperty(
      name: name, wireName: "", description: description, isRequired: true, shape: shape,
      defaultValue: defaultValue)
  }
}
