import ApusModel
import ApusSwift

/// What can be chosen about the generated code.
struct Settings: Hashable, Sendable {
  /// Where the generated code finds the runtime.
  enum Runtime: String, Choosable {
    /// In the package product `ApusRuntime`.
    case package
  }

  /// The servers for which adapters are written.
  var servers: Set<ServerEngine> = []
  /// Where the generated code finds the runtime.
  var runtime = Runtime.package
  /// Which parts of the document code is wanted for.
  var selection = Selection()
}

extension ServerEngine: Choosable {}
