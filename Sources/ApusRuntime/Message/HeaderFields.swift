/// The name of a header field: a token, compared without case (RFC 9110, section 5.1).
public struct HeaderName: Sendable, CustomStringConvertible {
  /// The name with the case it was given.
  public let description: String

  /// The name, or `nil` where the text is not a token of RFC 9110.
  public init?(_ text: String) {
    guard Token.isValid(text) else { return nil }
    description = text
  }
}

extension HeaderName: Hashable {
  public static func == (left: HeaderName, right: HeaderName) -> Bool {
    ASCII.areEqualIgnoringCase(left.description, right.description)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(ASCII.lowercased(byte)) }
  }
}

extension HeaderName: ExpressibleByStringLiteral {
  /// The name that a literal spells. What can't stand in a name is left out, so that no literal
  /// can break a message apart.
  public init(stringLiteral text: String) {
    description = String(decoding: text.utf8.filter(Token.isCharacter), as: UTF8.self)
  }
}

extension HeaderName {
  /// What kinds of content a client takes (RFC 9110, section 12.5.1).
  public static let accept: HeaderName = "Accept"
  /// Which methods a target knows (RFC 9110, section 10.2.1).
  public static let allow: HeaderName = "Allow"
  /// What a client shows of who it is (RFC 9110, section 11.6.2).
  public static let authorization: HeaderName = "Authorization"
  /// How content is compressed (RFC 9110, section 8.4).
  public static let contentEncoding: HeaderName = "Content-Encoding"
  /// How many bytes content has (RFC 9110, section 8.6).
  public static let contentLength: HeaderName = "Content-Length"
  /// What kind of content a message has (RFC 9110, section 8.3).
  public static let contentType: HeaderName = "Content-Type"
  /// The cookies that a client sends back (RFC 6265, section 5.4).
  public static let cookie: HeaderName = "Cookie"
  /// When to try again (RFC 9110, section 10.2.3).
  public static let retryAfter: HeaderName = "Retry-After"
  /// What of a request decided on the response (RFC 9110, section 12.5.5).
  public static let vary: HeaderName = "Vary"
  /// How a client can show who it is (RFC 9110, section 11.6.1).
  public static let wwwAuthenticate: HeaderName = "WWW-Authenticate"
}

/// One line of a message's header.
public struct HeaderField: Hashable, Sendable {
  /// The field's name, in which case doesn't matter.
  public let name: HeaderName
  /// The value without blanks around it and without CR, LF and NUL.
  public let value: String

  /// A field. CR, LF and NUL in the value become blanks, as RFC 9110, section 5.5, asks for, so
  /// that a value can't begin a line of its own.
  public init(_ name: HeaderName, _ value: String) {
    self.name = name
    let isHarmless = value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    self.value = isHarmless ? value : Self.cleaned(value)
  }

  private static func cleaned(_ value: String) -> String {
    let bytes = value.utf8.map { $0 == 0x0D || $0 == 0x0A || $0 == 0x00 ? 0x20 : $0 }
    return String(ASCII.trimmed(Substring(decoding: bytes, as: UTF8.self)))
  }
}

/// The header of a message: fields in their order, several of one name allowed (RFC 9110,
/// section 5).
public struct HeaderFields: Hashable, Sendable {
  private var fields: [HeaderField] = []

  /// No fields.
  public init() {}

  /// The value of the fields of that name; several are joined with commas, which means the same
  /// (RFC 9110, section 5.3) for all fields but `Set-Cookie`: take ``values(of:)`` for that one.
  /// Setting replaces all fields of the name.
  public subscript(name: HeaderName) -> String? {
    get {
      guard let first = fields.firstIndex(where: { $0.name == name }) else { return nil }
      let hasMore = fields[(first + 1)...].contains { $0.name == name }
      return hasMore ? values(of: name).joined(separator: ", ") : fields[first].value
    }
    set {
      let place = fields.firstIndex { $0.name == name } ?? fields.endIndex
      fields.removeAll { $0.name == name }
      if let newValue { fields.insert(HeaderField(name, newValue), at: place) }
    }
  }

  /// The values of all fields of that name, in their order.
  public func values(of name: HeaderName) -> [String] {
    fields.compactMap { $0.name == name ? $0.value : nil }
  }

  /// Adds a field behind the others, of the same name or not.
  public mutating func append(_ name: HeaderName, _ value: String) {
    fields.append(HeaderField(name, value))
  }
}

extension HeaderFields: RandomAccessCollection {
  public var startIndex: Int { fields.startIndex }
  public var endIndex: Int { fields.endIndex }
  public subscript(position: Int) -> HeaderField { fields[position] }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (HeaderName, String)...) {
    fields = elements.map { HeaderField($0.0, $0.1) }
  }
}
