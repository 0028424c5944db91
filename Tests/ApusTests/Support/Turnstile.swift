/// Lets no more than a few tasks do something costly at the same time; the others wait in line.
actor Turnstile {
  private var free: Int
  private var line: [CheckedContinuation<Void, Never>] = []

  /// A turnstile with places for so many tasks.
  init(places: Int) {
    free = places
  }

  /// Does something as soon as there is a place.
  nonisolated func whenFree<Result: Sendable>(
    _ work: () async throws -> Result
  ) async throws -> Result {
    await enter()
    do {
      let result = try await work()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { line.append($0) }
    }
  }

  private func leave() {
    if line.isEmpty {
      free += 1
    } else {
      line.removeFirst().resume()
    }
  }
}
