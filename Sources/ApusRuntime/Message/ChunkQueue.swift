/// Chunks that came in and wait to be read, in the memory that their bytes ask for: however small the
/// chunks are that a peer sends, and however long some of them wait.
struct ChunkQueue: Sendable {
  /// How many chunks wait as they came.
  private static let fewChunks = 64
  /// Where more wait, those up to this size are put together.
  private static let smallSize = 1 << 12

  private var chunks: [[UInt8]] = []
  /// Where the chunks begin that have not been taken.
  private var first = 0
  /// How many bytes wait.
  private(set) var size = 0

  /// How many chunks there is room for, taken ones included.
  var slots: Int { chunks.count }

  /// Adds a chunk behind the others.
  mutating func append(_ chunk: [UInt8]) {
    size += chunk.count
    let last = chunks.count - 1
    if last - first >= Self.fewChunks, chunks[last].count + chunk.count <= Self.smallSize {
      chunks[last] += chunk
    } else {
      chunks.append(chunk)
    }
  }

  /// Takes the first chunk.
  mutating func popFirst() -> [UInt8]? {
    guard first < chunks.count else { return nil }
    let chunk = chunks[first]
    chunks[first] = []
    first += 1
    size -= chunk.count
    // Each chunk is moved once at most for each that was taken.
    if first == chunks.count || first > Self.fewChunks && first > chunks.count / 2 {
      chunks.removeFirst(first)
      first = 0
    }
    return chunk
  }
}
