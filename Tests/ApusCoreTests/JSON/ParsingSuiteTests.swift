import ApusCore
import Foundation
import Testing

/// The cases of a suite that is only on some machines: names beginning with y are JSON, those with n are not.
struct ParsingSuiteTests {
  static let files: [URL] = {
    var folder = URL(filePath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let suite = folder.appending(path: "shared/suites/json-parsing")
      if let names = try? FileManager.default.contentsOfDirectory(atPath: suite.path()) {
        return names.filter { $0.hasSuffix(".json") }.sorted().map { suite.appending(path: $0) }
      }
    }
    return []
  }()

  @Test(.enabled(if: !files.isEmpty), arguments: files)
  func verdict(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let isAccepted = (try? withJSON(bytes) { _ in true }) ?? false
    switch file.lastPathComponent.first {
    case "y": #expect(isAccepted)
    case "n": #expect(!isAccepted)
    default: break
    }
  }
}
