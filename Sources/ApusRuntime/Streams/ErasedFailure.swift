/// Any sequence as one that may throw any error, which is what is stored of it.
struct ErasedFailure<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable {
  typealias Element = Base.Element
  typealias Failure = any Error

  struct AsyncIterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> Base.Element? {
      try await base.next(isolation: actor)
    }
  }

  let base: Base

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(base: base.makeAsyncIterator())
  }
}
