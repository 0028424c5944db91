import Foundation

/// A file that holds a body while a session sends it, and is gone afterwards.
final class OutgoingFile: Sendable {
  let url: URL

  /// Writes the chunks of a body to a file of their own, which nobody else may read.
  ///
  /// - Throws: ``BodyTooLarge`` where there are more bytes than the limit, and what the body throws.
  init(_ body: Body, upTo limit: Int) async throws {
    if let length = body.length, length > limit { throw BodyTooLarge(limit: limit) }
    let name = "apus-\(UUID().uuidString)"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    let path = url.path
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    let file = try FileHandle(forWritingTo: url)
    defer { try? file.close() }
    var room = limit
    for try await chunk in body {
      guard chunk.count <= room else { throw BodyTooLarge(limit: limit) }
      room -= chunk.count
      try file.write(contentsOf: Data(chunk))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
