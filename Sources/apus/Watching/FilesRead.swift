import Synchronization

/// The files that a run has looked for, whether or not they were there, as they were just before.
final class FilesRead: Sendable {
  private let all = Mutex<[String: FileStamp?]>([:])

  /// Adds a file that is about to be read.
  func insert(_ path: String) {
    all.withLock { all in
      if all[path] == nil { all[path] = .some(FileStamp(of: path)) }
    }
  }

  /// How many files there are.
  var count: Int { all.withLock(\.count) }

  /// Waits until a file is no longer what was read, and all have stayed as they are for one pause,
  /// so that what is written in several steps is read as a whole.
  ///
  /// - Parameter pause: Lets some time pass; false ends the waiting.
  /// - Returns: False if the waiting was ended.
  func waitForChange(pause: () -> Bool) -> Bool {
    let read = all.withLock(\.self)
    var last = read
    while pause() {
      let now = Dictionary(uniqueKeysWithValues: read.keys.map { ($0, FileStamp(of: $0)) })
      if now == last, now != read { return true }
      last = now
    }
    return false
  }
}
