extension Format {
  /// `uri-template`: a URI with expressions in braces, of any level (RFC 6570, section 2).
  public static let uriTemplate = Format(
    "uri-template", constant: "uriTemplate",
    expectation: "a URI template such as \"/people/{id}\"",
    test: .text { text in
      while !text.isAtEnd {
        guard text.skip("{") ? text.expression() : text.templateLiteral() else { return false }
      }
      return true
    })
}

extension ByteScanner {
  /// Reads one character outside of expressions (section 2.1).
  fileprivate mutating func templateLiteral() -> Bool {
    if isAt("%") { return percentEscape() }
    if let next, next >= 0x80 {
      return nonASCII().map { $0.isUniversal || $0.isForPrivateUse } ?? false
    }
    return skip { $0.isVisible && !$0.isAny(of: "\"%<>\\^`{|}") }
  }

  /// Reads an expression behind its opening brace (section 2.2).
  fileprivate mutating func expression() -> Bool {
    _ = skip(anyOf: "+#./;?&=,!@|")
    repeat {
      guard variable(), modifier() else { return false }
    } while skip(",")
    return skip("}")
  }

  /// Reads a variable's name: characters with single dots between them (section 2.3).
  private mutating func variable() -> Bool {
    repeat {
      guard variableCharacter() else { return false }
      while variableCharacter() {}
    } while skip(".")
    return true
  }

  private mutating func variableCharacter() -> Bool {
    isAt("%") ? percentEscape() : skip { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
  }

  /// Reads how a variable is expanded, if that is said (section 2.4).
  private mutating func modifier() -> Bool {
    if skip(":") { return shortNumber(in: 1...9_999) != nil }
    _ = skip("*")
    return true
  }
}
