import ApusCore

/// The names of HTTP's status codes, as the runtime knows them.
enum StatusName {
  /// What a case for a status is called: `notFound` for 404, `status499` for one without a name.
  static func words(for status: Int) -> Words {
    ReasonPhrase.of(status).map { Words(of: $0) } ?? Words(["status", String(status)])
  }
}
