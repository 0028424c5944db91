import ApusCore
import ApusModel

/// The names of HTTP's status codes, as the runtime knows them.
enum StatusName {
  /// What a case for a status is called: `notFound` for 404, `status499` for one without a name.
  static func words(for status: Int) -> Words {
    ReasonPhrase.of(status).map { Words(of: $0) } ?? Words(["status", String(status)])
  }

  /// What a case for some statuses is called: `clientError` for 4XX, `other` for all others.
  static func words(for status: EndpointResponse.Status) -> Words {
    switch status {
    case .code(let code): words(for: code)
    case .range(let digit): Words(of: StatusClass.name(of: digit))
    case .other: Words(["other"])
    }
  }
}
