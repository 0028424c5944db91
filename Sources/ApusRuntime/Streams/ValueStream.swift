/// Values that come one after another, such as the events of a stream.
///
/// Nothing is read before it is asked for, and nothing more once the iteration ends or its task is
/// cancelled. What a peer sent can be iterated once.
public struct ValueStream<Element: Sendable>: AsyncSequence, Sendable {
  public typealias Failure = any Error

  private let base: any AsyncSequence<Element, any Error> & Sendable
  /// All values, where they are known beforehand.
  let elements: [Element]?
  /// The stream with those that take its place once it ends, where it can be asked for again.
  var reconnected: (@Sendable (Reconnection) -> ValueStream)?

  /// The values of another sequence, for those who send them.
  public init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == Element {
    self.base = ErasedFailure(base: base)
    elements = nil
  }

  /// Values that are known beforehand.
  public init(_ elements: [Element]) {
    base = Elements(elements: elements)
    self.elements = elements
  }

  private struct Elements: AsyncSequence, Sendable {
    typealias Failure = any Error

    let elements: [Element]

    struct AsyncIterator: AsyncIteratorProtocol {
      var rest: ArraySlice<Element>

      mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
        rest.popFirst()
      }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: elements[...]) }
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var base: any AsyncIteratorProtocol<Element, any Error>

    /// The next value. Throws what reading the stream throws, and `InvalidValue` (in a
    /// server ``InvalidRequest``) where what came
    /// can't be read.
    public mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws -> Element? {
      try await base.next(isolation: actor)
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(base: base.makeAsyncIterator())
  }
}

extension ValueStream: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}

/// What takes values out of bytes that come chunk by chunk.
protocol StreamParser: Sendable {
  associatedtype Value: Sendable

  /// The values that end in the next chunk.
  mutating func values(in chunk: [UInt8]) throws -> [Value]
  /// The values that end where the bytes do.
  mutating func rest() throws -> [Value]
}

/// The values that a parser takes out of a body.
struct ParsedBody<Parser: StreamParser>: AsyncSequence, Sendable {
  typealias Element = Parser.Value
  typealias Failure = any Error

  let body: Body
  let parser: Parser

  struct AsyncIterator: AsyncIteratorProtocol {
    let body: Body
    var chunks: Body.AsyncIterator
    var parser: Parser
    var ready: ArraySlice<Parser.Value> = []
    var isAtEnd = false

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> Parser.Value? {
      do {
        return try await value(isolation: actor)
      } catch let error as BodyTooLarge {
        throw body.tooLarge(limit: error.limit)
      }
    }

    private mutating func value(
      isolation actor: isolated (any Actor)?
    ) async throws -> Parser.Value? {
      while true {
        if let value = ready.popFirst() { return value }
        if isAtEnd { return nil }
        if let chunk = try await chunks.next(isolation: actor) {
          ready = try parser.values(in: chunk)[...]
        } else {
          isAtEnd = true
          ready = try parser.rest()[...]
        }
      }
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(body: body, chunks: body.makeAsyncIterator(), parser: parser)
  }
}
