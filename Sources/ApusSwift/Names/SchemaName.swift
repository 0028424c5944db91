/// How generated code names a schema.
enum SchemaName {
  /// As the schema of a type.
  case type(Identifier)
  /// As a constant in the namespace of schemas that belong to no type, with its name from the top
  /// level.
  case constant(Identifier)

  /// The expression that stands for the schema inside an extension of a type.
  func expression(inside scope: Identifier? = nil) -> Code {
    switch self {
    case .type(let name): "\(name.inExtension(of: scope)).schema"
    case .constant(let name): "\(name)"
    }
  }
}
