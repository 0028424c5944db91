import ApusOpenAPI
import ApusSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads the files that a document refers to.
struct ReferencedFiles: Sendable {
  let access: FileAccess
  /// The folder of the document.
  let folder: String

  init(of document: String, access: FileAccess) {
    self.access = access
    folder = FolderPath.holding(document)
  }

  /// The file at an address: a path, or the URI of a remote document.
  func file(at address: String) -> Result<SourceFile, UnavailableFile> {
    do throws(FileError) {
      if let mapped = mapped(address) { return try read(mapped, inside: nil) }
      guard !FileAddress.isRemote(address) else {
        return .failure(
          UnavailableFile(
            reason: "'\(address)' is remote, and nothing is fetched; "
              + "name a local copy with '--map URL=PATH'"))
      }
      return try read(address, inside: access.allowsOutside ? nil : folder)
    } catch {
      return .failure(UnavailableFile(reason: error.message))
    }
  }

  /// The path that is read for an address; nil if there is none.
  func path(at address: String) -> String? {
    mapped(address) ?? (FileAddress.isRemote(address) ? nil : address)
  }

  /// The local copy of a remote document: the longest mapping that fits counts.
  private func mapped(_ address: String) -> String? {
    let fitting = access.mappings.filter { mapping in
      mapping.url == address || (mapping.url.hasSuffix("/") && address.hasPrefix(mapping.url))
    }
    guard let mapping = fitting.max(by: { $0.url.utf8.count < $1.url.utf8.count }) else {
      return nil
    }
    return mapping.path + address.dropFirst(mapping.url.count)
  }

  /// Reads a file; symbolic links count as what they lead to.
  private func read(
    _ path: String, inside folder: String?
  ) throws(FileError) -> Result<SourceFile, UnavailableFile> {
    let place = try Self.realPath(path)
    if let folder, !Self.isInside(place, try Self.realPath(folder)) {
      return .failure(
        UnavailableFile(
          reason: "'\(path)' is outside of the document's folder '\(folder)'; "
            + "'--allow-outside' allows that"))
    }
    // Without waiting for whoever may write into a pipe.
    let file = try OpenFile(open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK), "read", path)
    guard try file.status().kind == .file else {
      throw FileError("read", path, reason: "it is no file")
    }
    let bytes = try file.read(atMost: OpenFile.sizeLimit + 1)
    guard bytes.count <= OpenFile.sizeLimit else {
      throw FileError("read", path, reason: "it is larger than \(OpenFile.sizeLimit >> 20) MiB")
    }
    return .success(SourceFile(name: path, bytes: bytes))
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    folder == "/" || path.hasPrefix(folder + "/")
  }

  /// A path without links, `.` and `..`.
  private static func realPath(_ path: String) throws(FileError) -> String {
    // The system would take it for one that ends there.
    guard !path.utf8.contains(0) else {
      throw FileError("read", path, reason: "a path holds no character of value 0")
    }
    guard let resolved = realpath(path, nil) else { throw .last("read", path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
