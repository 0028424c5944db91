import ApusSource
import ApusYAML

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds and reads the document that everything is made from.
enum DocumentFile {
  /// Where a document is looked for when none is named.
  static let defaultFolder = "spec"
  /// What may lie there beside documents.
  private static let ownNames = [SettingsFile.name, SettingsSchema.name]
  /// How the names of documents end.
  private static let suffixes = [".yaml", ".yml", ".json", ".md"]

  /// The only document in the default folder.
  static func only(in folderPath: String = defaultFolder) throws(UsageError) -> String {
    let names: [String]
    do throws(FileError) {
      names = try Folder.open(folderPath)?.names() ?? []
    } catch {
      throw UsageError("no DOCUMENT is given, and \(error.message)")
    }
    let candidates = names.filter { name in
      !ownNames.contains(name) && suffixes.contains { name.hasSuffix($0) }
    }
    // What a document refers to may lie beside it.
    let telling = candidates.count > 1 ? candidates.filter { isOpenAPI("\(folderPath)/\($0)") } : []
    let documents = telling.isEmpty ? candidates : telling
    guard let document = documents.first else {
      throw UsageError("no DOCUMENT is given, and there is none in '\(folderPath)'")
    }
    guard documents.count == 1 else {
      let list = documents.prefix(5).joined(separator: ", ")
      throw UsageError("no DOCUMENT is given, and '\(folderPath)' has several: \(list)")
    }
    return "\(folderPath)/\(document)"
  }

  /// Whether a file says that it is a document.
  private static func isOpenAPI(_ path: String) -> Bool {
    var ignored = Diagnostics()
    let node = read(path, diagnostics: &ignored).flatMap {
      DocumentReader.read($0, diagnostics: &ignored)
    }
    return node?["openapi"] != nil
  }

  /// The document's text; nil, with a diagnostic, if there is none that can be used.
  ///
  /// - Parameter span: Where the path was named, if it was in a file.
  static func read(
    _ path: String, namedAt span: SourceSpan? = nil, diagnostics: inout Diagnostics
  ) -> SourceFile? {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try contents(of: path)
    } catch {
      diagnostics.error(error.message, at: span)
      return nil
    }
    let file = SourceFile(name: path, bytes: bytes)
    let start = SourceSpan(file: file, range: SourceRange(lowerBound: 0, upperBound: 0))
    guard !bytes.isEmpty else {
      diagnostics.error("the document is empty", at: start)
      return nil
    }
    guard bytes.count <= OpenFile.sizeLimit else {
      diagnostics.error("the document is larger than \(OpenFile.sizeLimit >> 20) MiB", at: start)
      return nil
    }
    // A byte of zero is in no UTF-8 text, but near the start of nearly everything else.
    guard !bytes.prefix(1 << 10).contains(0) else {
      diagnostics.error("the document is no text in UTF-8", at: start)
      return nil
    }
    return file
  }

  private static func contents(of path: String) throws(FileError) -> [UInt8] {
    let file = try OpenFile(open(path, O_RDONLY | O_CLOEXEC), "read", path)
    guard try file.status().kind != .folder else {
      throw FileError("read", path, reason: "it is a folder")
    }
    return try file.read(atMost: OpenFile.sizeLimit + 1)
  }
}
