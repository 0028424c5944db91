/// What a multipart message is made of, in the order in which it comes.
enum MultipartEvent: Equatable, Sendable {
  /// A part begins, with that header.
  case part(HeaderFields)
  /// Some of its bytes, never none.
  case data([UInt8])
  /// The part ends.
  case end
}

/// Takes multipart messages apart, whatever the chunks that they come in (RFC 2046, section 5.1.1).
///
/// Lines end at CRLF alone: who takes less for a line's end sees other parts than others do.
struct MultipartParser: Sendable {
  /// The most bytes of one part's header.
  static let headerLimit = 16_384
  /// The most bytes before the first part, which nobody reads (RFC 2046, section 5.1.1).
  static let preambleLimit = 65_536
  /// The most parts of one message.
  static let partLimit = 4_096
  /// The most blanks behind a boundary.
  private static let paddingLimit = 256

  private enum State {
    /// Before the first delimiter.
    case preamble
    case header
    /// Behind a header, before the line break that ends it: that may be a delimiter's own.
    case headerEnd
    case data
    /// Behind the last delimiter.
    case epilogue
  }

  /// CRLF, two dashes and the boundary.
  private let delimiter: [UInt8]
  /// The message begins as if a line ended before it.
  private var buffer: [UInt8] = [0x0D, 0x0A]
  /// Where what has not been read begins.
  private var start = 0
  /// How many bytes of a header have been searched for its end.
  private var searched = 0
  private var state = State.preamble
  /// How many bytes have come before the first part.
  private var preambleSize = 0
  private var partCount = 0
  /// Events that were found together with others.
  private var pending: MultipartEvent?

  init(boundary: String) {
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Takes the next bytes of the message.
  mutating func append(_ chunk: [UInt8]) {
    if case .epilogue = state { return }
    buffer.removeFirst(start)
    start = 0
    buffer += chunk
  }

  /// The next event, as far as bytes are there.
  mutating func next() throws(MultipartError) -> MultipartEvent? {
    while true {
      if let event = pending {
        pending = nil
        return event
      }
      switch state {
      case .epilogue: return nil
      case .header:
        guard let event = try header() else { return nil }
        return event
      case .headerEnd:
        guard try passHeaderEnd() else { return nil }
      case .preamble:
        guard let passed = try dataBeforeDelimiter() else { return nil }
        preambleSize += passed.count
        if preambleSize > Self.preambleLimit { throw .preambleTooLong }
      case .data:
        guard let data = try dataBeforeDelimiter() else { return nil }
        if !data.isEmpty { return .data(data) }
      }
    }
  }

  /// Whether the last delimiter has come.
  var isComplete: Bool {
    if case .epilogue = state { true } else { false }
  }
}

// Delimiters.
extension MultipartParser {
  private enum Finding {
    /// A delimiter, which the next part's header follows at that place.
    case next(Int)
    /// The last delimiter.
    case last
    /// No delimiter.
    case none
    /// It depends on bytes that are not there yet.
    case unknown
  }

  /// What stands at a place of the buffer.
  private func finding(at place: Int) -> Finding {
    let rest = buffer[place...]
    let known = rest.prefix(delimiter.count)
    guard known.elementsEqual(delimiter.prefix(known.count)) else { return .none }
    guard known.count == delimiter.count else { return .unknown }
    let tail = rest.dropFirst(delimiter.count)
    if tail.starts(with: [0x2D, 0x2D]) { return .last }
    if tail.count < 2, tail.allSatisfy({ $0 == 0x2D }) { return .unknown }
    let end = tail.drop { $0 == 0x20 || $0 == 0x09 }
    if end.startIndex - tail.startIndex > Self.paddingLimit { return .none }
    if end.starts(with: [0x0D, 0x0A]) { return .next(end.startIndex + 2) }
    return end.isEmpty || end.elementsEqual([0x0D]) ? .unknown : .none
  }

  /// The bytes up to the next delimiter or to the last place where one could begin; `nil` where there
  /// are none as yet, and no delimiter either.
  private mutating func dataBeforeDelimiter() throws(MultipartError) -> [UInt8]? {
    let first = start
    var place = first
    while let candidate = buffer[place...].firstIndex(of: 0x0D) {
      switch finding(at: candidate) {
      case .none:
        place = candidate + 1
        continue
      case .unknown:
        start = candidate
        return candidate > first ? Array(buffer[first..<candidate]) : nil
      case .next(let header):
        try begin(at: header)
      case .last:
        endPart()
        state = .epilogue
        start = buffer.count
      }
      return Array(buffer[first..<candidate])
    }
    start = buffer.count
    return first < buffer.count ? Array(buffer[first...]) : nil
  }

  private mutating func begin(at header: Int) throws(MultipartError) {
    endPart()
    partCount += 1
    if partCount > Self.partLimit { throw .tooManyParts }
    state = .header
    start = header
  }

  /// Notes that the part ends, if there is one.
  private mutating func endPart() {
    if case .preamble = state { return }
    pending = .end
  }
}

// Headers.
extension MultipartParser {
  /// The header that a part begins with, once all of it is there.
  private mutating func header() throws(MultipartError) -> MultipartEvent? {
    guard let end = headerLength() else {
      if buffer.count - start > Self.headerLimit { throw .headerTooLong }
      return nil
    }
    if end > Self.headerLimit { throw .headerTooLong }
    let lines = Self.lines(buffer[start..<start + end])
    state = .headerEnd
    start += end
    searched = 0
    return .part(try Self.fields(lines))
  }

  /// How many bytes stand before the empty line that ends the header. What was searched is not
  /// searched again: a header may come a byte at a time.
  private mutating func headerLength() -> Int? {
    var place = start + searched
    while let line = buffer[place...].firstIndex(of: 0x0D), line + 1 < buffer.count {
      let isEmpty = line == start || line >= start + 2 && buffer[line - 2..<line] == [0x0D, 0x0A]
      if isEmpty, buffer[line + 1] == 0x0A { return line - start }
      place = line + 1
    }
    searched = max(0, buffer.count - 1 - start)
    return nil
  }

  private static func lines(_ header: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var line = header.startIndex
    var place = line
    while let end = header[place...].firstIndex(of: 0x0D), end + 1 < header.endIndex {
      place = end + 1
      guard header[place] == 0x0A else { continue }
      lines.append(header[line..<end])
      place = end + 2
      line = place
    }
    return lines
  }

  private static func fields(
    _ lines: [ArraySlice<UInt8>]
  ) throws(MultipartError) -> HeaderFields {
    var texts: [String] = []
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if line.first == 0x20 || line.first == 0x09, let last = texts.indices.last {
        // A line that begins with a blank goes on with the one before it (RFC 5322, section 2.2.3).
        texts[last] += text
      } else {
        texts.append(text)
      }
    }
    var fields = HeaderFields()
    for text in texts {
      let name = text.prefix { $0 != ":" }
      guard name.endIndex != text.endIndex,
        let field = HeaderName(String(ASCII.trimmed(name)))
      else { throw .malformedHeader }
      fields.append(field, String(ASCII.trimmed(text[name.endIndex...].dropFirst())))
    }
    return fields
  }

  /// Passes the line break behind a header, unless it begins a delimiter: then the part is empty.
  ///
  /// - Returns: Whether there were bytes enough to tell.
  private mutating func passHeaderEnd() throws(MultipartError) -> Bool {
    switch finding(at: start) {
    case .unknown: return false
    case .none:
      state = .data
      start += 2
    case .next(let header): try begin(at: header)
    case .last:
      endPart()
      state = .epilogue
      start = buffer.count
    }
    return true
  }
}
