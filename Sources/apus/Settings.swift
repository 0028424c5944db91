/// What can be chosen about the generated code.
struct Settings: Hashable, Sendable {
  /// A server for which an adapter is written.
  enum Server: String, Choosable {
    case hummingbird
  }

  /// Where the generated code finds the runtime.
  enum Runtime: String, Choosable {
    /// In the package product `ApusRuntime`.
    case package
  }

  /// The servers for which adapters are written.
  var servers: Set<Server> = []
  /// Where the generated code finds the runtime.
  var runtime = Runtime.package
}
