/// `x-enum-varnames`: what programs call the values of `enum`, in their order (OpenAPI Generator).
public struct EnumerationNames: Annotation {
  public static let name = "x-enum-varnames"
  public static let treatment = Treatment.typed

  /// The names; empty where the argument is no list of names.
  public let names: [String]

  /// Takes any argument: extensions have no form to keep to.
  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    names = argument.arrayElements.map { $0.string ?? "" }
  }
}
