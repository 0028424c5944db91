/// A body has more bytes than its reader wants to keep in memory.
public struct BodyTooLarge: Error, Hashable, CustomStringConvertible {
  /// The most that was wanted, in bytes.
  public let limit: Int
  /// Whether it is the body of a request that a server is answering.
  var isOfRequest = false

  /// - Parameter limit: The most that was wanted, in bytes.
  public init(limit: Int) {
    self.limit = limit
  }

  public var description: String { "The body has more than \(limit) bytes." }
}

extension Body {
  /// What is thrown where there are more bytes than are wanted.
  func tooLarge(limit: Int) -> BodyTooLarge {
    var error = BodyTooLarge(limit: limit)
    error.isOfRequest = isOfRequest
    return error
  }
}

extension Body {
  /// All bytes, of a stream too.
  ///
  /// - Parameter limit: The most bytes to take; no more than that is ever kept.
  /// - Throws: ``BodyTooLarge`` where there are more, and what the stream throws.
  public func collect(upTo limit: Int) async throws -> [UInt8] {
    if let length, length > limit { throw tooLarge(limit: limit) }
    let beginning = try await collected(upTo: limit)
    guard let bytes = beginning.bytes, !beginning.isTruncated else {
      throw tooLarge(limit: limit)
    }
    return bytes
  }

  /// The body in memory, cut off at the limit.
  ///
  /// - Throws: What the stream throws.
  func collected(upTo limit: Int) async throws -> Body {
    if let bytes, bytes.count <= limit { return self }
    var collected: [UInt8] = []
    for try await chunk in self {
      let room = limit - collected.count
      guard chunk.count <= room else {
        collected += chunk.prefix(Swift.max(room, 0))
        return Body(collected, isTruncated: true)
      }
      collected += chunk
    }
    return Body(collected)
  }
}
