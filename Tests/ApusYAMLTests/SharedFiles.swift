import Foundation

/// The conformance suites and documents beside the checkout, which not everybody has.
enum SharedFiles {
  /// The folder `shared` beside one of the folders that this file stands in.
  static let folder: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let shared = folder.appending(path: "shared")
      if FileManager.default.fileExists(atPath: shared.appending(path: "suites").path) {
        return shared
      }
    }
    return nil
  }()

  /// Whether the folder is there.
  static var areAvailable: Bool { folder != nil }

  /// The files of a folder in `shared`, sorted by name.
  static func files(in path: String) throws -> [(name: String, bytes: [UInt8])] {
    guard let folder else { return [] }
    let directory = folder.appending(path: path)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().map {
      ($0, Array(try Data(contentsOf: directory.appending(path: $0))))
    }
  }

  /// The JSON and YAML files below a folder in `shared`, sorted by path.
  static func documents(in path: String) throws -> [URL] {
    guard let folder else { return [] }
    let root = folder.appending(path: path).resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { ["json", "yaml", "yml"].contains($0.split(separator: ".").last) }
      .map { root.appending(path: $0) }
  }
}
