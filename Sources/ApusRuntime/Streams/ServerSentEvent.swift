/// One event of an event stream (WHATWG HTML, section 9.2, "Server-sent events").
public struct ServerSentEvent<Data: Sendable>: Sendable {
  /// What sort of event it is; `message` where the stream says nothing.
  public var type: String
  /// What it tells.
  public var data: Data
  /// The identifier of the last event that had one, up to this; empty before there was any. A
  /// client that connects again sends it as `Last-Event-ID`.
  public var id: String
  /// How many milliseconds to wait before connecting again, where this event says so.
  public var retry: Int?

  /// - Parameters:
  ///   - type: What sort of event it is.
  ///   - data: What it tells.
  ///   - id: The identifier of the last event that had one, up to this.
  ///   - retry: How many milliseconds to wait before connecting again.
  public init(type: String = "message", data: Data, id: String = "", retry: Int? = nil) {
    self.type = type
    self.data = data
    self.id = id
    self.retry = retry
  }
}

extension ServerSentEvent: Equatable where Data: Equatable {}
extension ServerSentEvent: Hashable where Data: Hashable {}

extension ServerSentEvent {
  /// The same event with other data.
  func map<Other: Sendable>(_ transform: (Data) throws -> Other) rethrows -> ServerSentEvent<Other>
  {
    try ServerSentEvent<Other>(type: type, data: transform(data), id: id, retry: retry)
  }
}

extension ServerSentEvent<String> {
  /// The event as it is written. Line breaks in the data part it into several fields; in a type or
  /// an identifier there can be none, and they are left out.
  var bytes: [UInt8] {
    var text = type == "message" ? "" : "event: \(Self.oneLine(type))\n"
    if !id.isEmpty { text += "id: \(Self.oneLine(id))\n" }
    if let retry, retry >= 0 { text += "retry: \(retry)\n" }
    // A Swift character may be both of CR and LF.
    let lines = data.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }
    for line in lines { text += "data: \(line)\n" }
    return Array((text + "\n").utf8)
  }

  private static func oneLine(_ text: String) -> String {
    text.filter { !($0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == "\0") }
  }
}
