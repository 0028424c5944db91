/// A value of which the document lists some, as static members, and that may be another one: it is
/// kept as it came.
///
/// A server may know more values than the document that its client was made from; one of them must
/// not make a whole response unreadable. What is sent is still checked against the document.
public protocol JSONOpenEnumeration: JSONCodable, Validated, RawRepresentable
where RawValue: JSONCodable {
  /// The value that is written so, whether the document lists it or not.
  init(rawValue: RawValue)
}

extension JSONOpenEnumeration {
  public init(from json: JSONView) throws { self.init(rawValue: try RawValue(from: json)) }

  public func write(to json: inout JSONWriter) { rawValue.write(to: &json) }

  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

// The standard library has coding of its own for these raw values. The following is more specific, and so is chosen.

extension JSONOpenEnumeration where RawValue == String {
  /// Reads a value by any decoder.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  /// Writes the value by any encoder.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONOpenEnumeration where RawValue == Int {
  /// Reads a value by any decoder.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  /// Writes the value by any encoder.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONOpenEnumeration where RawValue == Double {
  /// Reads a value by any decoder.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  /// Writes the value by any encoder.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}
