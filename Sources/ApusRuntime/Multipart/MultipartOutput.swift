/// A multipart message on its way out: written when it is asked for, so that no file needs to be in
/// memory (RFC 2046, section 5.1.1).
struct MultipartOutput: AsyncSequence, Sendable {
  typealias Element = [UInt8]
  typealias Failure = any Error

  /// A piece of the message.
  private enum Piece: Sendable {
    case body(Body)
    case files(ValueStream<FilePart>, @Sendable (FilePart) -> HeaderFields)
  }

  private let boundary: String
  private var pieces: [Piece] = []

  /// - Parameter boundary: A text that no part has behind the beginning of a line.
  init(boundary: String) {
    self.boundary = boundary
  }

  /// Adds a part.
  mutating func add(_ header: HeaderFields, _ body: Body) {
    pieces.append(.body(Body(Self.beginning(boundary, header))))
    pieces.append(.body(body))
    pieces.append(.body(Body("\r\n")))
  }

  /// Adds a part for each file, when it is asked for.
  mutating func add(
    _ files: ValueStream<FilePart>, header: @escaping @Sendable (FilePart) -> HeaderFields
  ) {
    pieces.append(.files(files, header))
  }

  /// The whole message: in memory if all of it is there.
  func body(_ mediaType: MediaType) -> Body {
    let end = Body("--\(boundary)--\r\n")
    let bodies = pieces.compactMap { if case .body(let body) = $0 { body } else { nil } } + [end]
    let isWhole = bodies.count == pieces.count + 1
    let lengths = bodies.compactMap(\.length)
    let bytes = bodies.compactMap(\.bytes)
    var body: Body
    if isWhole, bytes.count == bodies.count {
      body = Body(Array(bytes.joined()))
    } else {
      var output = self
      output.pieces.append(.body(end))
      let isLengthKnown = isWhole && lengths.count == bodies.count
      body = Body(stream: output, length: isLengthKnown ? lengths.reduce(0, +) : nil)
    }
    body.contentType = "\(mediaType); boundary=\(boundary)"
    return body
  }

  private static func beginning(_ boundary: String, _ header: HeaderFields) -> String {
    let lines = header.map { "\($0.name): \($0.value)\r\n" }.joined()
    return "--\(boundary)\r\n\(lines)\r\n"
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    private let boundary: String
    private var pieces: ArraySlice<Piece>
    private var chunks: Body.AsyncIterator?
    /// What is left of the file that is being written.
    private var rest: ArraySlice<Body> = []
    private var files: ValueStream<FilePart>.AsyncIterator?
    private var header: (@Sendable (FilePart) -> HeaderFields)?

    fileprivate init(_ output: MultipartOutput) {
      boundary = output.boundary
      pieces = output.pieces[...]
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
      while true {
        if let chunk = try await chunks?.next(isolation: actor) { return chunk }
        chunks = rest.popFirst()?.makeAsyncIterator()
        if chunks != nil { continue }
        if let header, let file = try await files?.next(isolation: actor) {
          rest = [file.body, Body("\r\n")]
          return Array(MultipartOutput.beginning(boundary, header(file)).utf8)
        }
        (files, header) = (nil, nil)
        switch pieces.popFirst() {
        case .body(let body): chunks = body.makeAsyncIterator()
        case .files(let files, let header):
          (self.files, self.header) = (files.makeAsyncIterator(), header)
        case nil: return nil
        }
      }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension String {
  /// A boundary that stands in no text by chance: it has 128 random bits.
  static var boundary: String {
    let halves = [UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max)]
    return "apus-" + halves.map { String($0, radix: 36) }.joined(separator: "-")
  }
}
