/// A multipart message while it comes in: hands its parts out one after another.
actor MultipartSource {
  private var parser: MultipartParser
  /// What the bytes come from; `nil` while the next of them are being waited for.
  private var chunks: Body.AsyncIterator?
  /// Which part is coming in, counted from 1.
  private(set) var partNumber = 0
  private var isInPart = false
  /// Whether a server is answering the request that the message belongs to.
  fileprivate nonisolated let isOfRequest: Bool

  /// - Throws: ``MultipartError/noBoundary``.
  init(_ body: Body) throws(MultipartError) {
    parser = MultipartParser(boundary: try body.boundary())
    chunks = body.makeAsyncIterator()
    isOfRequest = body.isOfRequest
  }

  /// The header of the next part, past what is left of this one; `nil` behind the last.
  func nextPart() async throws -> HeaderFields? {
    while let event = try await next() {
      if case .part(let header) = event { return header }
    }
    return nil
  }

  /// The next bytes of a part; `nil` at its end.
  ///
  /// - Throws: ``MultipartError/passedOver`` where another part is coming in.
  func chunk(ofPart number: Int) async throws -> [UInt8]? {
    guard number == partNumber else { throw MultipartError.passedOver }
    guard isInPart, case .data(let bytes) = try await next() else { return nil }
    return bytes
  }

  /// The next event.
  func next() async throws -> MultipartEvent? {
    while true {
      if let event = try parser.next() {
        note(event)
        return event
      }
      if parser.isComplete { return nil }
      // Whoever comes while another waits has lost his place.
      guard var chunks else { throw MultipartError.passedOver }
      self.chunks = nil
      let chunk = try await chunks.next(isolation: self)
      self.chunks = chunks
      guard let chunk else { throw MultipartError.truncated }
      parser.append(chunk)
    }
  }

  private func note(_ event: MultipartEvent) {
    switch event {
    case .part:
      partNumber += 1
      isInPart = true
    case .data: break
    case .end: isInPart = false
    }
  }
}

extension Body {
  /// The boundary that its media type says (RFC 2046, section 5.1.1).
  func boundary() throws(MultipartError) -> String {
    let text = contentType.flatMap { HeaderParameters($0)["boundary"] } ?? ""
    guard (1...70).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
      text.utf8.last != 0x20
    else { throw .noBoundary }
    return text
  }
}

/// The bytes of a part that is coming in.
struct PartBytes: AsyncSequence, Sendable {
  typealias Element = [UInt8]
  typealias Failure = any Error

  let source: MultipartSource
  let partNumber: Int
  /// What has been read of it before.
  var beginning: [UInt8] = []
  /// What is to be done where the part ends.
  var end: @Sendable () async throws -> Void = {}

  struct AsyncIterator: AsyncIteratorProtocol {
    var part: PartBytes
    private var isAtEnd = false

    init(part: PartBytes) {
      self.part = part
    }

    mutating func next() async throws -> [UInt8]? {
      if isAtEnd { return nil }
      if !part.beginning.isEmpty {
        defer { part.beginning = [] }
        return part.beginning
      }
      if let chunk = try await part.source.chunk(ofPart: part.partNumber) { return chunk }
      isAtEnd = true
      try await part.end()
      return nil
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(part: self) }
}

extension FilePart {
  /// A part whose bytes are coming in.
  init(_ header: HeaderFields, _ bytes: PartBytes) {
    var body = Body(stream: bytes)
    body.isOfRequest = bytes.source.isOfRequest
    self.init(header, body)
  }
}

/// The parts of a message, each as it comes.
struct IncomingParts: AsyncSequence, Sendable {
  typealias Element = FilePart
  typealias Failure = any Error

  let body: Body

  struct AsyncIterator: AsyncIteratorProtocol {
    let body: Body
    var source: MultipartSource?

    mutating func next() async throws -> FilePart? {
      let source = try self.source ?? MultipartSource(body)
      self.source = source
      guard let header = try await source.nextPart() else { return nil }
      let bytes = PartBytes(source: source, partNumber: await source.partNumber)
      return FilePart(header, bytes)
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body) }
}
