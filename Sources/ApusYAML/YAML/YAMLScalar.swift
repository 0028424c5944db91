/// A scalar or alias that has been read but not yet added: what follows decides whether it is a key.
struct Scalar {
  enum Style {
    /// The text is this part of the source.
    case plain(Range<Int>)
    /// The text stands in the builder from this offset on.
    case rewrittenPlain(Int)
    case quoted(Range<Int>)
    case rewrittenQuoted(Int)
    /// Stands for this one of the parser's `anchoredNodes`.
    case alias(Int)
  }

  /// The bytes that it stands in, quotes and all.
  var range: Range<Int>
  var style: Style
  var isOnOneLine = true

  /// Whether it may be a key whose `:` needs no blank behind it (section 7.4.2).
  var isQuoted: Bool {
    switch style {
    case .quoted, .rewrittenQuoted: true
    case .plain, .rewrittenPlain, .alias: false
    }
  }
}

extension YAMLParser {
  /// Reads a scalar or alias. Lines after its first must be indented more than `parentIndent`.
  mutating func scanScalar(parentIndent: Int, inFlow: Bool) throws(SyntaxFailure) -> Scalar {
    let scalar =
      switch peek() {
      case UInt8(ascii: "\""): try doubleQuoted(parentIndent: parentIndent)
      case UInt8(ascii: "'"): try singleQuoted(parentIndent: parentIndent)
      case UInt8(ascii: "*"): try alias()
      default: try plain(parentIndent: parentIndent, inFlow: inFlow)
      }
    contentEnd = scalar.range.upperBound
    return scalar
  }

  /// Adds a scalar to the tree as what the core schema makes of it.
  mutating func addScalar(_ scalar: Scalar, anchor: Anchor?) throws(SyntaxFailure) {
    switch scalar.style {
    case .plain(let text): builder.scalar(resolve(text), at: scalar.range, text: text)
    case .quoted(let text): builder.scalar(.string, at: scalar.range, text: text)
    // A plain text over several lines has a blank or a line break in it: it can only be a string.
    case .rewrittenPlain(let start), .rewrittenQuoted(let start):
      builder.rewrittenScalar(.string, at: scalar.range, textStart: start)
    case .alias(let node):
      return try addAlias(anchoredNodes[node], at: scalar.range, anchor: anchor)
    }
    completeNode(anchor: anchor, nodeCount: 1, height: 0)
  }

  /// Reports `<<` as a key: it would be taken for a merge key, which YAML 1.2 doesn't have.
  mutating func checkMergeKey(_ scalar: Scalar) {
    guard case .plain(let text) = scalar.style, text.count == 2,
      base[text.lowerBound] == UInt8(ascii: "<"), base[text.lowerBound + 1] == UInt8(ascii: "<")
    else { return }
    diagnostics.error(
      "merge keys are not supported; write the members out, or put quotes around '<<'",
      at: file.span(scalar.range))
  }

  /// Whether the token is a document marker.
  var isAtDocumentMarker: Bool { position == lineStart && source.isDocumentMarker(at: position) }
}
