/// What follows in a message behind the point to which it was gathered: the rest of a file, and, where
/// there may be several, further files of its name. A part of another name can't be told to the handler
/// any more: it is an error.
struct RemainingParts: Sendable {
  let source: MultipartSource
  let fields: MultipartFields
  /// What the file is.
  let field: MultipartField

  /// The file that was coming in.
  ///
  /// - Parameter beginning: What has been read of it.
  func file(_ header: HeaderFields, beginning: [UInt8], partNumber: Int) -> FilePart {
    var bytes = PartBytes(source: source, partNumber: partNumber, beginning: beginning)
    if !field.isList { bytes.end = { _ = try await next() } }
    return FilePart(header, bytes)
  }

  /// The next file of the name; `nil` behind the last part.
  fileprivate func next() async throws -> FilePart? {
    while let header = try await source.nextPart() {
      guard let next = fields.field(for: header, at: .max, besides: []) else { continue }
      guard next.name == field.name, field.isList else {
        throw MultipartError.partBehindFile(next.name)
      }
      let violations = field.violations(of: header[.contentType])
      if !violations.isEmpty { throw InvalidRequest(violations, in: .body) }
      let bytes = PartBytes(source: source, partNumber: await source.partNumber)
      return FilePart(header, bytes)
    }
    return nil
  }

  /// The files of the name, of which some are known.
  func files(_ known: [FilePart]) -> Files { Files(known: known, rest: self) }

  struct Files: AsyncSequence, Sendable {
    typealias Element = FilePart
    typealias Failure = any Error

    let known: [FilePart]
    let rest: RemainingParts

    struct AsyncIterator: AsyncIteratorProtocol {
      var known: ArraySlice<FilePart>
      let rest: RemainingParts

      mutating func next() async throws -> FilePart? {
        if let file = known.popFirst() { return file }
        return try await rest.next()
      }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(known: known[...], rest: rest) }
  }
}
