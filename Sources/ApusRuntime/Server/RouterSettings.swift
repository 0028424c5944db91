/// What a router's owner may decide.
public struct RouterSettings: Sendable {
  /// The most bytes of a body that are kept in memory; a longer one is answered with 413.
  public var bodyLimit = 1 << 20
  /// Whether the bodies of responses are checked against the document too. A response that breaks
  /// it is answered with 500 and reported. The types alone keep most of the rules.
  public var checksResponses = false
  /// What is protected where credentials are asked for, in words for people (RFC 9110, section 11.5).
  public var realm = "API"
  /// Is told what a 500 hides from the client: the error of a handler, and the request. Called
  /// while the client waits.
  public var report: @Sendable (any Error, Request) -> Void = { _, _ in }

  /// The settings as they are where nothing else is said.
  public init() {}
}
