#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file, closed when it goes out of scope.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// The most bytes that are read from any file, so that an endless one ends.
  static let sizeLimit = 1 << 28

  /// Takes over a descriptor from a call that opens; negative ones are that call's error.
  init(
    _ descriptor: Int32, _ action: String, _ path: String
  ) throws(FileError) {
    guard descriptor >= 0 else { throw .last(action, path) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// What kind of file this is, and which one.
  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last("read", path) }
    return FileStatus(status)
  }

  /// The content from here to the end, or its first `limit` bytes.
  func read(atMost limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while bytes.count < limit {
      let wanted = min(chunk.count, limit - bytes.count)
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, wanted) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("read", path) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Writes everything and makes it what the file consists of.
  func write(_ bytes: [UInt8]) throws(FileError) {
    let isWritten = bytes.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    guard isWritten else { throw .last("write", path) }
  }

  /// Sets who may do what with the file.
  func setPermissions(_ permissions: mode_t) throws(FileError) {
    guard fchmod(descriptor, permissions) == 0 else { throw .last("write", path) }
  }

  /// Writes everything; false, with `errno` set, if that failed.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var remaining = bytes[...]
    while !remaining.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: remaining)
      let count = systemWrite(descriptor, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      remaining = remaining.dropFirst(count)
    }
    return true
  }
}

// The methods above hide the calls of the same names.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
