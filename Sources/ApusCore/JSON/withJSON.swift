/// Parses a JSON text and gives its value to a closure.
///
/// The view and all that comes from it are valid only while the closure runs.
///
/// - Throws: `JSONSyntaxError` if the bytes are no JSON text within the limits (RFC 8259), and what the closure throws.
public func withJSON<Result>(
  _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .default,
  _ body: (JSONView) throws -> Result
) throws -> Result {
  guard bytes.count <= limits.bytes else {
    throw JSONSyntaxError("more than \(limits.bytes) bytes", at: 0, in: bytes)
  }
  guard let text = bytes.bindMemory(to: UInt8.self).baseAddress, !bytes.isEmpty else {
    throw JSONSyntaxError("expected a value, found the end of the text", at: 0, in: bytes)
  }
  // As much as is taken from the stack.
  return try withUnsafeTemporaryAllocation(of: JSONNode.self, capacity: 64) { nodes in
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { digests in
      var parser = JSONParser(
        text: text, count: bytes.count, limits: limits, nodes: nodes, digests: digests)
      try parser.parse()
      return try parser.withValue(body)
    }
  }
}

/// Parses a JSON text and gives its value to a closure; see `withJSON(_:limits:_:)` for a buffer.
public func withJSON<Result>(
  _ bytes: [UInt8], limits: JSONLimits = .default, _ body: (JSONView) throws -> Result
) throws -> Result {
  try bytes.withUnsafeBytes { try withJSON($0, limits: limits, body) }
}

/// Parses a JSON text and gives its value to a closure; see `withJSON(_:limits:_:)` for a buffer.
public func withJSON<Result>(
  _ text: String, limits: JSONLimits = .default, _ body: (JSONView) throws -> Result
) throws -> Result {
  var text = text
  return try text.withUTF8 { try withJSON(UnsafeRawBufferPointer($0), limits: limits, body) }
}
