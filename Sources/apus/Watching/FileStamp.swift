#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What tells one state of a file from another.
struct FileStamp: Hashable {
  private var identity: FileStatus.Identity
  private var byteCount: Int64
  private var seconds: Int
  private var nanoseconds: Int

  /// The state of what a path leads to; nil if there is nothing.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    identity = FileStatus(status).identity
    byteCount = Int64(status.st_size)
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }
}
