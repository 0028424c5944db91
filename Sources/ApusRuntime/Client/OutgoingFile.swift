import Foundation

/// A file that holds a body while a session sends it, and is gone afterwards.
final class OutgoingFile: Sendable {
  let url: URL

  /// Writes the chunks of a body to a file of their own, which nobody else may read.
  init(_ body: Body) async throws {
    let name = "apus-\(UUID().uuidString)"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    let path = url.path
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    let file = try FileHandle(forWritingTo: url)
    defer { try? file.close() }
    for try await chunk in body { try file.write(contentsOf: Data(chunk)) }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
