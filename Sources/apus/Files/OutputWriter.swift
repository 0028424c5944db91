import ApusSource

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Carries out a plan. Every file is replaced at once or not at all, and none before all are
/// safely on the disk under temporary names: a full disk changes nothing.
struct OutputWriter {
  /// A file that waits under a temporary name.
  private struct Staged {
    var folder: Folder
    var temporaryName: String
    var name: String
  }

  private var staged: [Staged] = []

  /// Brings the output folder up to date; false, with a diagnostic, if that failed.
  static func carryOut(_ plan: OutputPlan, diagnostics: inout Diagnostics) -> Bool {
    guard !plan.changes.isEmpty else { return true }
    var writer = OutputWriter()
    do throws(FileError) {
      let root = try Folder.create(plan.folder)
      for change in plan.changes { try writer.stage(change, in: root) }
      try writer.commit()
      for change in plan.changes where change.new == nil { try Self.remove(change, in: root) }
      return true
    } catch {
      writer.discard()
      diagnostics.error(error.message, at: nil)
      return false
    }
  }

  /// Writes a file under a temporary name beside its place.
  private mutating func stage(
    _ change: OutputPlan.Change, in root: Folder
  ) throws(FileError) {
    guard let contents = change.new, let path = RelativePath(change.path) else { return }
    var folder = root
    for name in path.folders { folder = try folder.createFolder(name) }
    let temporaryName = try Self.unusedName(in: folder, from: staged.count)
    do throws(FileError) {
      let permissions = change.permissions.map { mode_t(truncatingIfNeeded: $0) }
      try folder.create(temporaryName, contents, permissions: permissions)
    } catch {
      throw FileError(error.action, folder.path(of: path.name), reason: error.reason)
    }
    staged.append(Staged(folder: folder, temporaryName: temporaryName, name: path.name))
  }

  /// Puts all files in their places.
  private mutating func commit() throws(FileError) {
    while let file = staged.last {
      try file.folder.rename(file.temporaryName, to: file.name)
      staged.removeLast()
    }
  }

  /// Removes what still waits after an error.
  private func discard() {
    // The error that led here is worth telling; that a temporary file is gone already isn't.
    for file in staged { try? file.folder.remove(file.temporaryName) }
  }

  private static func remove(
    _ change: OutputPlan.Change, in root: Folder
  ) throws(FileError) {
    guard let path = RelativePath(change.path) else { return }
    var folder = root
    for name in path.folders {
      guard let inner = try folder.folder(name) else { return }
      folder = inner
    }
    try folder.remove(path.name)
  }

  /// A hidden name for this process alone. One is only taken if an earlier process of the same
  /// number was killed.
  static func unusedName(
    in folder: Folder, from start: Int = 0
  ) throws(FileError) -> String {
    for number in start..<start + 1_000 {
      let name = ".apus-\(getpid())-\(number).tmp"
      if try folder.status(of: name) == nil { return name }
    }
    throw FileError("write", folder.path, reason: "it is full of temporary files")
  }
}
