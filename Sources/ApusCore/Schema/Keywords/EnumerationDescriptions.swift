/// `x-enum-descriptions`: what the values of `enum` mean, in their order or by value (OpenAPI
/// Generator).
public struct EnumerationDescriptions: Annotation {
  public static let name = "x-enum-descriptions"
  public static let treatment = Treatment.documented

  /// The descriptions in the order of the values; empty where they are not listed.
  public let texts: [String]

  /// The descriptions by the texts of the values; empty where they are listed.
  public let byValue: [String: String]

  /// Takes any argument: extensions have no form to keep to.
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    texts = argument.arrayElements.map { $0.string ?? "" }
    byValue = Dictionary(
      argument.objectMembers.compactMap { name, value in value.string.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
