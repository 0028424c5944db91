import Foundation

/// An empty folder for one test, removed with all that is in it at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory().appending("apus-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The full path of something in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with the folders that it lies in.
  func write(_ name: String, _ text: String) throws {
    let place = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: place)
  }

  /// The content of a file; nil if it can't be read.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file below the folder or one in it, hidden ones too, without folders.
  func files(below folder: String = "") throws -> [String] {
    try Files.paths(below: folder.isEmpty ? path : path(folder))
  }

  /// When a file was last written.
  func modificationDate(_ name: String) throws -> Date {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return attributes[.modificationDate] as? Date ?? .distantPast
  }
}

/// What the tests ask about folders.
enum Files {
  /// Every file below a folder, sorted; none if the folder isn't there.
  static func paths(below folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(folder)/\(path)", isDirectory: &isFolder
      )
      return !exists || !isFolder.boolValue
    }.sorted()
  }
}
