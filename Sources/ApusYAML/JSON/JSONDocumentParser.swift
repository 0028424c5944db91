import ApusSource

/// Reads a JSON text (RFC 8259) into nodes: one pass over the bytes, and no recursion.
///
/// The bytes must be valid UTF-8.
struct JSONDocumentParser: ~Copyable {
  /// An array or object that isn't closed yet.
  struct Frame {
    var isObject: Bool
    /// Where it opens.
    var start: Int
    /// What was pending in the builder when it opened.
    var mark: Int
  }

  let file: SourceFile
  let base: UnsafePointer<UInt8>
  /// The offset behind the text's last byte.
  let end: Int
  var position: Int
  var builder: TreeBuilder
  var frames: [Frame] = []
  var diagnostics = Diagnostics()

  /// Reads the JSON text in `range` of a file. Returns nil, and says why, if it isn't one.
  static func read(
    _ file: SourceFile, range: Range<Int>, diagnostics: inout Diagnostics
  ) -> Node? {
    file.bytes.withUnsafeBufferPointer { source -> Node? in
      guard let base = source.baseAddress, !range.isEmpty else {
        diagnostics.error("the document is empty", at: file.span(range))
        return nil
      }
      var parser = JSONDocumentParser(
        file: file, base: base, end: range.upperBound, position: range.lowerBound,
        builder: TreeBuilder(file: file, source: source))
      do throws(SyntaxFailure) {
        try parser.parse()
        diagnostics.append(contentsOf: parser.diagnostics)
        return parser.builder.finish()
      } catch {
        diagnostics.append(contentsOf: parser.diagnostics)
        diagnostics.append(error.diagnostic(in: file))
        return nil
      }
    }
  }

  private mutating func parse() throws(SyntaxFailure) {
    skipSpace()
    try value()
    while let frame = frames.last {
      skipSpace()
      switch peek() {
      case UInt8(ascii: ","):
        position += 1
        skipSpace()
        if frame.isObject { try key() }
        try value()
      case frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"): close()
      default: throw unexpectedInside(frame)
      }
    }
    skipSpace()
    guard position == end else {
      throw SyntaxFailure("unexpected text behind the end of the JSON value", at: here)
    }
  }

  /// Reads a scalar, or opens a collection and reads up to its first scalar or empty collection.
  private mutating func value() throws(SyntaxFailure) {
    while true {
      switch peek() {
      case UInt8(ascii: "["):
        try open(isObject: false)
        if peek() == UInt8(ascii: "]") { return close() }
      case UInt8(ascii: "{"):
        try open(isObject: true)
        if peek() == UInt8(ascii: "}") { return close() }
        try key()
      case UInt8(ascii: "\""): return try string()
      case UInt8(ascii: "t"): return try literal("true", .boolean)
      case UInt8(ascii: "f"): return try literal("false", .boolean)
      case UInt8(ascii: "n"): return try literal("null", .null)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      default: throw noValue()
      }
    }
  }

  private mutating func open(isObject: Bool) throws(SyntaxFailure) {
    guard frames.count < Limits.depth else {
      throw SyntaxFailure(
        "more than \(Limits.depth) arrays and objects within each other", at: here)
    }
    frames.append(Frame(isObject: isObject, start: position, mark: builder.pending.count))
    position += 1
    skipSpace()
  }

  private mutating func close() {
    position += 1
    guard let frame = frames.popLast() else { return }
    let range = frame.start..<position
    guard frame.isObject else { return builder.sequence(at: range, from: frame.mark) }
    for duplicate in builder.mapping(at: range, from: frame.mark) {
      let earlier = builder.records[Int(duplicate.earlier)]
      let later = builder.records[Int(duplicate.later)]
      diagnostics.warning(
        "this object has this name twice; the last one counts", at: file.span(later),
        notes: [Diagnostic.Note("the one before it is here", at: file.span(earlier))])
    }
  }

  private mutating func key() throws(SyntaxFailure) {
    guard peek() == UInt8(ascii: "\"") else { throw noKey() }
    try string()
    skipSpace()
    guard peek() == UInt8(ascii: ":") else {
      throw SyntaxFailure("expected ':' and a value behind the name", at: here)
    }
    position += 1
    skipSpace()
  }

  private mutating func literal(
    _ word: StaticString, _ kind: Node.Kind
  ) throws(SyntaxFailure) {
    let start = position
    guard end - start >= word.utf8CodeUnitCount,
      (0..<word.utf8CodeUnitCount).allSatisfy({ base[start + $0] == word.utf8Start[$0] })
    else { throw noValue() }
    position += word.utf8CodeUnitCount
    builder.scalar(kind, at: start..<position, text: start..<position)
  }
}

extension JSONDocumentParser {
  /// The next byte, or 0 at the end: no JSON text has a byte 0.
  @inline(__always)
  func peek() -> UInt8 { position < end ? base[position] : 0 }

  @inline(__always)
  mutating func skipSpace() {
    while position < end {
      switch base[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}
