/// The content of a message: bytes in memory, or a stream of chunks.
///
/// It is an `AsyncSequence` of chunks either way. Bytes can be read as often as one likes; whether
/// a stream can, is for the sequence behind it to say, and most can't.
public struct Body: Sendable {
  private enum Storage: Sendable {
    case bytes([UInt8])
    case stream(any AsyncSequence<[UInt8], any Error> & Sendable)
  }

  private let storage: Storage
  /// How many bytes there are, where that is known beforehand.
  public let length: Int?
  /// Whether this is only the beginning of what the peer sent, cut off at a limit.
  public let isTruncated: Bool
  /// What it is, as a `Content-Type` field says it. Set it where the document leaves it open, as a
  /// range such as `image/*` does; what a peer sent has it.
  public var contentType: String?
  /// Whether a server is answering the request that it belongs to.
  var isOfRequest = false

  /// No content at all.
  public static let empty = Body([])

  /// Content that is in memory.
  public init(_ bytes: [UInt8]) {
    self.init(bytes, isTruncated: false)
  }

  /// Text, as UTF-8.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Content that comes chunk by chunk.
  ///
  /// - Parameters:
  ///   - stream: The chunks, in order.
  ///   - length: The number of bytes of all chunks, where it is known.
  public init<Chunks: AsyncSequence & Sendable>(stream: Chunks, length: Int? = nil)
  where Chunks.Element == [UInt8] {
    storage = .stream(ErasedFailure(base: stream))
    self.length = length
    isTruncated = false
  }

  init(_ bytes: [UInt8], isTruncated: Bool) {
    storage = .bytes(bytes)
    length = bytes.count
    self.isTruncated = isTruncated
  }

  /// The bytes, where they are in memory; `nil` for a stream. What a client or server has read for
  /// you is in memory.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = storage { bytes } else { nil }
  }

  /// The bytes as text, where they are in memory and are UTF-8.
  public var text: String? {
    bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }
}

extension Body: AsyncSequence {
  public typealias Element = [UInt8]
  public typealias Failure = any Error

  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate enum Source {
      case bytes([UInt8])
      case stream(any AsyncIteratorProtocol<[UInt8], any Error>)
    }

    fileprivate var source: Source

    /// The next chunk, never empty. Throws `CancellationError` where the task is cancelled, so that
    /// a body cut short by that can't be taken for a whole one.
    public mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws -> [UInt8]? {
      switch source {
      case .bytes(let bytes):
        source = .bytes([])
        return bytes.isEmpty ? nil : bytes
      case .stream(var chunks):
        // Nobody else refers to the iterator while it changes, or it would be copied first.
        source = .bytes([])
        defer { source = .stream(chunks) }
        while let chunk = try await chunks.next(isolation: actor) {
          if !chunk.isEmpty { return chunk }
        }
        try Task.checkCancellation()
        return nil
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    switch storage {
    case .bytes(let bytes): AsyncIterator(source: .bytes(bytes))
    case .stream(let chunks): AsyncIterator(source: .stream(chunks.makeAsyncIterator()))
    }
  }
}
