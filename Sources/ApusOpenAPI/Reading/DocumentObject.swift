/// An object that the standard defines by a table of fields.
protocol DocumentObject: Located {
  /// What it is called in messages, with its article, such as `a parameter`.
  static var title: String { get }
  /// Whether the standard allows a reference (`$ref`) in place of it.
  static var mayBeReference: Bool { get }
  /// Reads the fields; nothing if what is there can't be used, which is then reported.
  init?(reading fields: inout ObjectFields)
  /// Applies what stands beside a reference to the object.
  mutating func override(summary: String?, description: String?)
}

extension DocumentObject {
  static var mayBeReference: Bool { false }
  mutating func override(summary: String?, description: String?) {}
}
