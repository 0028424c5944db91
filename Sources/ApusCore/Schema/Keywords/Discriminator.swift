/// `discriminator`: which member of an object says what alternative the object is (OpenAPI 3.2,
/// section 4.25). It helps to read a value, and does not change which values are valid.
public struct Discriminator: Annotation {
  public static let name = "discriminator"
  public static let treatment = Treatment.typed

  /// The member's name; empty if the document does not say it.
  public let propertyName: String

  /// What alternatives the member's values stand for, in the order of the document, where it does
  /// not leave that to their names.
  public let mapping: [(value: String, target: SchemaReference)]

  public init(reading argument: DocumentValue, with reader: inout SchemaReader)
    throws(InvalidArgument)
  {
    let members = argument.objectMembers
    let name = argument.string ?? members.first { $0.name == "propertyName" }?.value.string
    propertyName = name ?? ""
    if argument.jsonKind != .object || name == nil {
      reader.report(
        "'discriminator' is a mapping with 'propertyName', the name of a member", of: Self.name,
        atNameOf: argument, isError: false)
    }
    var mapping: [(value: String, target: SchemaReference)] = []
    let written = members.first { $0.name == "mapping" }?.value.objectMembers ?? []
    for (value, target) in written {
      if let text = target.string, let reference = Self.reference(text, with: reader) {
        mapping.append((value, reference))
      } else {
        reader.report(
          "'\(value)' stands for no schema here, and is ignored", of: Self.name, atNameOf: target,
          isError: false)
      }
    }
    self.mapping = mapping
  }

  /// What a text leads to: the schema of that name, or else the one that it refers to.
  private static func reference(_ text: String, with reader: SchemaReader) -> SchemaReference? {
    let isName = text.utf8.allSatisfy { byte in
      isDigit(byte) || "._-".utf8.contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    if isName, let named = try? reader.reference("#/components/schemas/\(text)") { return named }
    return try? reader.reference(text)
  }
}
