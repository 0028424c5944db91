import Synchronization

/// An object that is made when it is first asked for, on whichever thread, and then stays the same.
struct Once<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  nonisolated(unsafe) private let stored = Atomic<UnsafeRawPointer?>(nil)

  init() {}

  deinit {
    guard let known = stored.load(ordering: .acquiring) else { return }
    Unmanaged<Object>.fromOpaque(known).release()
  }

  /// The object: what `make` gives, unless there is one already.
  func object(_ make: () -> Object) -> Object {
    if let known = stored.load(ordering: .acquiring) {
      return Unmanaged<Object>.fromOpaque(known).takeUnretainedValue()
    }
    let made = Unmanaged.passRetained(make())
    let (isFirst, other) = stored.compareExchange(
      expected: nil, desired: UnsafeRawPointer(made.toOpaque()),
      ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return made.takeUnretainedValue() }
    // Another thread was faster.
    made.release()
    return Unmanaged<Object>.fromOpaque(other).takeUnretainedValue()
  }
}
