/// Parses a JSON text (RFC 8259) into a tape, in one pass and without recursion.
///
/// It is strict: no byte order mark, no comments, no trailing commas, no bare words, no lone surrogates,
/// nothing but valid UTF-8, nothing after the value.
struct JSONParser: ~Copyable {
  let text: UnsafePointer<UInt8>
  let count: Int
  let depthLimit: Int
  var position = 0
  var tape: JSONBuffer<JSONNode>
  /// The innermost open array or object. While one is open, its node's `next` is the index of the one around it.
  var container = 0
  /// How many arrays and objects are open.
  var depth = 0
  /// The digests of the names in all open objects.
  var digests: JSONBuffer<UInt32>

  /// - Parameters:
  ///   - nodes: Memory for the tape of a short text, which is enough for most of these.
  ///   - digests: Memory for the digests, which is enough for most texts.
  init(
    text: UnsafePointer<UInt8>, count: Int, limits: JSONLimits,
    nodes: UnsafeMutableBufferPointer<JSONNode>, digests: UnsafeMutableBufferPointer<UInt32>
  ) {
    self.text = text
    self.count = count
    depthLimit = limits.depth
    tape =
      count <= nodes.count * 8
      ? JSONBuffer(in: nodes) : JSONBuffer(capacity: 16 + count / 8)
    self.digests = JSONBuffer(in: digests)
  }

  mutating func parse() throws(JSONSyntaxError) {
    if count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      throw error("a byte order mark is not allowed", at: 0)
    }
    var isIncomplete = true
    while isIncomplete {
      skipSpace()
      if try value() { isIncomplete = try hasMore() }
    }
    skipSpace()
    if position < count { throw unexpected("the end of the text") }
  }

  /// Gives what was parsed, which is there no longer than the parser.
  func withValue<Result>(_ body: (JSONView) throws -> Result) rethrows -> Result {
    try body(JSONView(node: UnsafePointer(tape.start), text: text))
  }

  /// Reads a value, or what opens an array or object and the name of its first member.
  ///
  /// - Returns: whether the value is whole; if not, the first value in it follows.
  private mutating func value() throws(JSONSyntaxError) -> Bool {
    switch peek() {
    case UInt8(ascii: "\""): try string(isName: false)
    case UInt8(ascii: "{"): return try open(.object)
    case UInt8(ascii: "["): return try open(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true", .boolean, .isTrue)
    case UInt8(ascii: "f"): try word("false", .boolean, [])
    case UInt8(ascii: "n"): try word("null", .null, [])
    default: throw unexpected("a value")
    }
    return true
  }

  /// Reads what follows a value, up to where the next value must be.
  ///
  /// - Returns: false at the end of the outermost value.
  private mutating func hasMore() throws(JSONSyntaxError) -> Bool {
    while depth > 0 {
      let isObject = tape.start[container].kind == .object
      skipSpace()
      switch peek() {
      case UInt8(ascii: ","):
        position += 1
        tape.start[container].length += 1
        if isObject { try name() }
        return true
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: close()
      default: throw unexpected(isObject ? "“,” or “}”" : "“,” or “]”")
      }
    }
    return false
  }

  /// - Returns: whether the array or object is whole, that is, empty.
  private mutating func open(_ kind: JSONKind) throws(JSONSyntaxError) -> Bool {
    guard depth < depthLimit else {
      throw error("more than \(depthLimit) arrays and objects inside one another", at: position)
    }
    let parent = container
    container = tape.count
    tape.append(JSONNode(kind: kind, offset: UInt32(position), next: UInt32(parent)))
    depth += 1
    position += 1
    skipSpace()
    if peek() == (kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      close()
      return true
    }
    tape.start[container].length = 1
    if kind == .object { try name() }
    return false
  }

  private mutating func close() {
    position += 1
    depth -= 1
    let node = tape.start + container
    container = Int(node.pointee.next)
    node.pointee.next = UInt32(tape.start + tape.count - node)
    if node.pointee.kind == .object { closeObject(node) }
  }

  private mutating func closeObject(_ node: UnsafeMutablePointer<JSONNode>) {
    let first = digests.count - Int(node.pointee.length)
    if mayRepeat(digests.suffix(from: first)) { markDuplicates(in: node, text: text) }
    digests.removeAll(from: first)
  }

  /// Reads a member's name and the colon.
  private mutating func name() throws(JSONSyntaxError) {
    skipSpace()
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a member's name") }
    try string(isName: true)
    skipSpace()
    guard peek() == UInt8(ascii: ":") else { throw unexpected("“:”") }
    position += 1
  }

  private mutating func word(_ word: StaticString, _ kind: JSONKind, _ flags: JSONNode.Flags)
    throws(JSONSyntaxError)
  {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard peek() == word.utf8Start[index] else { throw unexpected("“\(word)”") }
      position += 1
    }
    tape.append(JSONNode(kind: kind, flags: flags, offset: UInt32(start)))
  }

  /// The byte at the position; 0, which can stand nowhere in a JSON text, at the end.
  @inline(__always)
  func peek() -> UInt8 { position < count ? text[position] : 0 }

  /// Skips the four kinds of white space (RFC 8259, section 2).
  @inline(__always)
  private mutating func skipSpace() {
    while position < count {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}
