import ApusSource

/// Gives the files that a document refers to. Reading itself opens none.
///
/// It is asked once for each address: a path that starts where the name of the document's own file
/// does, such as `spec/common.yaml` for a document named `spec/api.yaml`, or the URI of a remote
/// document.
public typealias FileProvider =
  @Sendable (_ address: String) -> Result<SourceFile, UnavailableFile>

/// Why a file that a document refers to isn't given.
public struct UnavailableFile: Error, Hashable {
  /// What stood against it, and what to do, as the end of a message.
  public let reason: String

  public init(reason: String) {
    self.reason = reason
  }
}
