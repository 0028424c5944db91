/// A file that the generator makes: where it belongs and what is in it.
///
/// Its first line is always a `GenerationMarker`, by which later runs know it as their own.
public struct GeneratedFile: Hashable, Sendable {
  /// The place below the output folder: names separated by `/`, such as `Types.swift`.
  public let path: String
  /// The whole content, in UTF-8.
  public let contents: [UInt8]

  /// A file made from a document.
  ///
  /// - Parameters:
  ///   - path: The place below the output folder.
  ///   - document: The document's name or path; only the last component is told in the file,
  ///     so that the content does not depend on where the document lies.
  ///   - body: What follows the marker and an empty line; it ends with a line feed.
  public init(path: String, document: String, body: String) {
    self.init(
      path: path,
      contents: Array("\(GenerationMarker(document: document).line)\n\n\(body)".utf8))
  }

  /// A file of contents that were made already, with their marker.
  public init(path: String, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }
}
