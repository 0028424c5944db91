import ApusRuntime

/// Some groups of the suite whose schemas are in one document, of which one module is generated.
public struct SuiteModule: Sendable {
  /// A group and the name of its schema in the document.
  public struct Member: Sendable {
    /// The name of the group's schema, which is that of its type as well.
    public let name: String
    /// The file that it comes from.
    public let file: String
    /// The group.
    public let group: SuiteFile.Group
  }

  /// The module's name.
  public let name: String

  /// Whether the schemas' formats are asserted, and not only noted.
  public let assertsFormats: Bool

  /// The groups.
  public var members: [Member]

  /// How many groups a module may have: what is compiled at once, and what is lost at once.
  static let maximumSize = 100

  /// The modules that all groups of some files go into.
  public static func modules(of files: [SuiteFile]) -> [SuiteModule] {
    [false, true].flatMap { assertsFormats in
      let groups = files.filter { $0.assertsFormats == assertsFormats }
        .flatMap { file in file.groups.map { (file.path, $0) } }
      return stride(from: 0, to: groups.count, by: maximumSize).map { first in
        let members = groups[first..<min(first + maximumSize, groups.count)].enumerated()
          .map { Member(name: "Group\($0)", file: $1.0, group: $1.1) }
        return SuiteModule(
          name: "\(assertsFormats ? "Formats" : "Rules")\(first / maximumSize)",
          assertsFormats: assertsFormats, members: members)
      }
    }
  }
}

/// A module of generated code.
public struct CompiledModule: Sendable {
  let name: String
  let schema: @Sendable (String) -> Schema?
  let types: [String: any JSONCodable.Type]

  /// - Parameters:
  ///   - name: The module's name.
  ///   - schema: The schema of a name in the document.
  ///   - types: The types of the schemas, by their names in the document.
  public init(
    _ name: String, schema: @escaping @Sendable (String) -> Schema?,
    types: [String: any JSONCodable.Type]
  ) {
    self.name = name
    self.schema = schema
    self.types = types
  }
}
