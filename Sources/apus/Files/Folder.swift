#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open folder. What is done with the names in it happens in this very folder, even if
/// somebody renames it or puts a symbolic link in its place meanwhile.
final class Folder {
  /// The folder as the user would name it.
  let path: String
  private let descriptor: Int32

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder by any path; nil if there is nothing.
  static func open(_ path: String) throws(FileError) -> Folder? {
    try make(Self.openFolder(AT_FDCWD, path, following: true), path)
  }

  /// Makes a folder with all that it lies in, as far as they aren't there, and opens it.
  static func create(_ path: String) throws(FileError) -> Folder {
    if let folder = try open(path) { return folder }
    var parent = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      parent += name
      guard mkdir(parent, 0o777) == 0 || errno == EEXIST else { throw .last("create", parent) }
      parent += "/"
    }
    guard let folder = try open(path) else { throw .last("open", path) }
    return folder
  }

  /// Opens a folder in this one, but not through a symbolic link; nil if there is nothing.
  func folder(_ name: String) throws(FileError) -> Folder? {
    let path = path(of: name)
    if try status(of: name)?.kind == .symbolicLink {
      throw FileError("open", path, reason: "it is a symbolic link")
    }
    return try Self.make(Self.openFolder(descriptor, name, following: false), path)
  }

  /// Makes a folder in this one, unless it is there, and opens it.
  func createFolder(_ name: String) throws(FileError) -> Folder {
    guard mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else {
      throw .last("create", path(of: name))
    }
    guard let folder = try folder(name) else { throw .last("open", path(of: name)) }
    return folder
  }

  /// What a name stands for; nil if there is nothing. Symbolic links stand for themselves.
  func status(of name: String) throws(FileError) -> FileStatus? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .last("read", path(of: name))
    }
    return FileStatus(status)
  }

  /// The names in this folder, in an order that is always the same.
  func names() throws(FileError) -> [String] {
    // The stream closes the descriptor that it reads, so it gets one of its own.
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last("read", path) }
    guard let stream = fdopendir(copy) else {
      close(copy)
      throw .last("read", path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The content of a file, or its first `limit` bytes.
  func read(_ name: String, atMost limit: Int = OpenFile.sizeLimit) throws(FileError) -> [UInt8] {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = try OpenFile(openat(descriptor, name, flags), "read", path(of: name))
    return try file.read(atMost: limit)
  }

  /// Makes a file that isn't there yet; if it can't be written, nothing stays behind.
  func create(_ name: String, _ bytes: [UInt8], permissions: mode_t?) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = try OpenFile(openat(descriptor, name, flags, 0o666), "write", path(of: name))
    do throws(FileError) {
      if let permissions { try file.setPermissions(permissions) }
      try file.write(bytes)
    } catch {
      try? remove(name)
      throw error
    }
  }

  /// Gives a file another name, in place of what has that name now.
  func rename(_ name: String, to newName: String) throws(FileError) {
    guard renameat(descriptor, name, descriptor, newName) == 0 else {
      throw .last("write", path(of: newName))
    }
  }

  /// Removes a file.
  func remove(_ name: String) throws(FileError) {
    guard unlinkat(descriptor, name, 0) == 0 else { throw .last("remove", path(of: name)) }
  }

  /// How the user would name something in this folder.
  func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  private static func openFolder(_ parent: Int32, _ name: String, following: Bool) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    return openat(parent, name, following ? flags : flags | O_NOFOLLOW)
  }

  private static func make(_ descriptor: Int32, _ path: String) throws(FileError) -> Folder? {
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .last("open", path)
    }
    return Folder(descriptor: descriptor, path: path)
  }
}
