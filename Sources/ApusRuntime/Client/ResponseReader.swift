/// A response on its way to becoming what an operation returns or throws.
public struct ResponseReader<Failure: OperationFailure>: Sendable {
  /// The response, with its body in memory.
  public let response: Response
  private let owner: Owner

  private final class Owner: Sendable {
    let settings: ClientSettings

    init(_ settings: ClientSettings) {
      self.settings = settings
    }
  }

  public init(_ response: Response, settings: ClientSettings = ClientSettings()) {
    self.response = response
    owner = Owner(settings)
  }

  /// The status code.
  public var status: Int { response.status }

  /// The body, read as the document describes it.
  ///
  /// Reading is lenient: where the value can be read, rules that it breaks are only reported,
  /// unless the client's settings say otherwise.
  ///
  /// - Throws: `.undocumented` where the body can't be read.
  public func json<Value: JSONCodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value {
    let (value, violations) = decoded(
      type, response.body.bytes ?? [], schemaOf(type), direction: .response)
    if !violations.isEmpty { owner.settings.report(violations, response) }
    guard let value else { throw .undocumented(response) }
    if owner.settings.failsOnViolations, !violations.isEmpty {
      throw .unexpected(InvalidResponse(response: response, violations: violations))
    }
    return value
  }

  /// The documented failure with the body as its value, or `.undocumented` where the body can't be
  /// read as one.
  public func json<Value: JSONCodable>(_ failure: (Value) -> Failure) -> Failure {
    do {
      return failure(try json(Value.self))
    } catch {
      return error
    }
  }
}
