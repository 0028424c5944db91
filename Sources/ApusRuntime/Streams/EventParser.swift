/// Takes the events out of an event stream (WHATWG HTML, section 9.2.6, "Interpreting an event
/// stream").
struct EventParser: StreamParser {
  /// The most bytes of one event that are kept.
  private let limit: Int
  private var lines = LineParser()
  private var isAtStart = true
  private var type = ""
  private var data: [UInt8] = []
  private var hasData = false
  private var id = ""
  private var retry: Int?
  /// The identifier that is sent when the stream is asked for again.
  private(set) var lastEventID = ""
  /// How many milliseconds to wait before that, where the stream says so.
  private(set) var reconnectionTime: Int?

  init(limit: Int) {
    self.limit = limit
  }

  /// A parser of the stream that takes the place of another.
  init(limit: Int, continuing other: EventParser) {
    self.limit = limit
    id = other.lastEventID
    lastEventID = other.lastEventID
    reconnectionTime = other.reconnectionTime
  }

  mutating func values(in chunk: [UInt8]) throws -> [ServerSentEvent<String>] {
    var events: [ServerSentEvent<String>] = []
    lines.append(chunk)
    while let line = lines.next() {
      if let event = event(endedBy: line) { events.append(event) }
    }
    if lines.pending + data.count > limit { throw BodyTooLarge(limit: limit) }
    return events
  }

  /// An event that no empty line ends is none.
  mutating func rest() -> [ServerSentEvent<String>] { [] }

  private mutating func event(endedBy line: ArraySlice<UInt8>) -> ServerSentEvent<String>? {
    var line = line
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isAtStart = false
    guard line.isEmpty else {
      field(line)
      return nil
    }
    defer { (type, data, hasData, retry) = ("", [], false, nil) }
    lastEventID = id
    guard hasData else { return nil }
    return ServerSentEvent(
      type: type.isEmpty ? "message" : type, data: String(decoding: data, as: UTF8.self), id: id,
      retry: retry)
  }

  private mutating func field(_ line: ArraySlice<UInt8>) {
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    var value = line.dropFirst(name.count + 1)
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    // A line that begins with a colon has no name: it is a comment.
    switch String(decoding: name, as: UTF8.self) {
    case "event":
      type = String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { data.append(UInt8(ascii: "\n")) }
      hasData = true
      data += value
    case "id":
      if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
    case "retry":
      let isNumber = value.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if isNumber, let number = Int(String(decoding: value, as: UTF8.self)) {
        retry = number
        reconnectionTime = number
      }
    default: break
    }
  }
}

/// Cuts bytes into lines, which end at CR, at LF, or at both together.
private struct LineParser {
  private var bytes: [UInt8] = []
  /// Where the line begins that is being read.
  private var start = 0
  /// How far its end was looked for.
  private var position = 0
  /// Whether the last line ended at CR, so that an LF right behind belongs to it.
  private var skipsLineFeed = false

  /// How many bytes wait for the end of their line.
  var pending: Int { bytes.count - start }

  mutating func append(_ chunk: [UInt8]) {
    bytes.removeFirst(start)
    position -= start
    start = 0
    bytes += chunk
  }

  /// The next line that is complete.
  mutating func next() -> ArraySlice<UInt8>? {
    if skipsLineFeed, start < bytes.count {
      skipsLineFeed = false
      if bytes[start] == 0x0A {
        start += 1
        position = start
      }
    }
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x0A || byte == 0x0D else {
        position += 1
        continue
      }
      let line = bytes[start..<position]
      position += 1
      start = position
      skipsLineFeed = byte == 0x0D
      return line
    }
    return nil
  }
}
