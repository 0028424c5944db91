import ApusCore
import ApusSource
import ApusYAML

extension Document {
  /// A document and all that it refers to in other files, in one document that refers to no other.
  ///
  /// A document that refers to none stays as it is. What is wrong with it is reported as when it is
  /// read.
  /// - Parameter files: Gives the other files that the document refers to.
  /// - Returns: The document's tree, or nothing if something in it can't be used.
  public static func bundle(
    _ node: Node, files: FileProvider?, diagnostics: inout Diagnostics
  ) -> Node? {
    guard let documents = DocumentSet(entry: node, provider: files, diagnostics: &diagnostics),
      let document = read(documents, dialect: .jsonSchema2020, diagnostics: &diagnostics),
      !diagnostics.hasErrors
    else { return nil }
    guard documents.hasOtherFiles else { return node }
    let counts = documents.dynamicAnchorCounts { !Metaschema.isAddress($0) }
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > 1 {
      diagnostics.error(
        "'$dynamicAnchor: \(name)' is given \(count) times: what it means in each file can't be "
          + "kept in one document", at: nil)
    }
    guard !diagnostics.hasErrors else { return nil }
    var bundling = Bundling(document, in: documents)
    return bundling.composition().node(over: node)
  }
}
