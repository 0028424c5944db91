#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why something could not be done with a file or a folder.
struct FileError: Error, Hashable {
  /// What was tried: a verb such as `read`.
  var action: String
  /// The file or folder, as the user would name it.
  var path: String
  /// What stood against it.
  var reason: String

  /// One line for a diagnostic.
  var message: String { "can't \(action) '\(path)': \(reason)" }

  init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// The error that the last system call reported.
  static func last(_ action: String, _ path: String) -> FileError {
    FileError(action, path, reason: String(cString: strerror(errno)))
  }
}
