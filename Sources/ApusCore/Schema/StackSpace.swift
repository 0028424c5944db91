#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How far the present thread's stack may still grow. Threads other than the first have 512 KiB on
/// some platforms, too little for what others can hold.
struct StackSpace {
  /// The lowest address that may be reached, with room left for what a step takes; 0 where the
  /// platform doesn't tell.
  private let limit: UInt

  /// What is left untouched, in bytes.
  private static let reserve: UInt = 96 << 10

  /// The space of the present thread.
  init() {
    let lowest = Self.lowestAddress
    limit = lowest == 0 ? 0 : lowest + Self.reserve
  }

  /// Whether there is room for another step.
  var isLeft: Bool {
    var marker: UInt8 = 0
    return withUnsafePointer(to: &marker) { UInt(bitPattern: $0) } > limit
  }

  #if canImport(Glibc) || canImport(Musl)
    private typealias ReadAttributes =
      @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32
  #endif

  private static var lowestAddress: UInt {
    #if canImport(Darwin)
      let thread = pthread_self()
      return UInt(bitPattern: pthread_get_stackaddr_np(thread))
        &- UInt(pthread_get_stacksize_np(thread))
    #elseif canImport(Glibc) || canImport(Musl)
      guard let symbol = dlsym(nil, "pthread_getattr_np") else { return 0 }
      // The C library has the function, and its headers hide it from Swift.
      let readAttributes = unsafeBitCast(symbol, to: ReadAttributes.self)
      var attributes = pthread_attr_t()
      guard readAttributes(pthread_self(), &attributes) == 0 else { return 0 }
      defer { pthread_attr_destroy(&attributes) }
      var address: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return 0 }
      return UInt(bitPattern: address)
    #else
      return 0
    #endif
  }
}
