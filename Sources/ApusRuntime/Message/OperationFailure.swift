/// How one operation can fail: the failures that the document describes, and all others.
///
/// The same type is what a client's call throws and what a server's handler throws.
public protocol OperationFailure: Error, Sendable {
  /// A response that the document doesn't describe, or whose body is not what it describes.
  static func undocumented(_ response: Response) -> Self

  /// No response that could be used: the request broke the document's rules, or the transport
  /// failed. A server's handler throws it for what is nobody's business: the router answers 500.
  static func unexpected(_ error: any Error) -> Self

  /// The failure that a response means.
  init(reading response: ResponseReader<Self>)

  /// The response that means the failure.
  var response: Response { get }

  /// How the operation answers bad input: in the document's own words where it has any, else with
  /// 400 and problem JSON (RFC 9457).
  static func rejecting(_ problem: InvalidRequest) -> Self

  /// How the operation answers a request that isn't allowed: in the document's own words where it has
  /// any, else with problem JSON (RFC 9457).
  static func refusing(_ refusal: AccessRefusal) -> Self
}

extension OperationFailure {
  public static func rejecting(_ problem: InvalidRequest) -> Self {
    .undocumented(ProblemDetails(status: 400, detail: problem.description).response)
  }

  public static func refusing(_ refusal: AccessRefusal) -> Self {
    .undocumented(refusal.response)
  }

  /// Runs code that may throw anything, for handlers: what is not a failure of this operation
  /// already, is thrown as ``unexpected(_:)``.
  public nonisolated(nonsending) static func wrapping<Result>(
    _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws(Self) -> Result {
    do {
      return try await body()
    } catch let failure as Self {
      throw failure
    } catch {
      throw .unexpected(error)
    }
  }
}
