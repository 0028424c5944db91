#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes one file that the user named.
enum OutputFile {
  /// Makes the bytes what a file consists of: all at once, unless it is a device or a pipe.
  ///
  /// The files in `inputs` are spared: they can't be made from themselves twice.
  static func write(
    _ bytes: [UInt8], to path: String, sparing inputs: [String]
  ) throws(FileError) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folderPath = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = end.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard let folder = try Folder.open(folderPath) else {
      throw FileError("write", path, reason: "there is no folder '\(folderPath)'")
    }
    let status = try folder.status(of: name)
    switch status?.kind {
    case .folder: throw FileError("write", path, reason: "it is a folder")
    case .symbolicLink, .other:
      let file = try OpenFile(open(path, O_WRONLY | O_TRUNC | O_CLOEXEC), "write", path)
      return try file.write(bytes)
    case .file, nil: break
    }
    for input in inputs {
      let file = try OpenFile(open(input, O_RDONLY | O_CLOEXEC), "read", input)
      if try file.status().identity == status?.identity {
        throw FileError("write", path, reason: "it is what the bundle is made from")
      }
    }
    let temporaryName = try OutputWriter.unusedName(in: folder)
    try folder.create(temporaryName, bytes, permissions: status?.permissions)
    do throws(FileError) {
      try folder.rename(temporaryName, to: name)
    } catch {
      try? folder.remove(temporaryName)
      throw error
    }
  }
}
