#if canImport(FoundationEssentials)
  public import struct FoundationEssentials.Data
  public import struct FoundationEssentials.Date
  public import struct FoundationEssentials.URL
  public import struct FoundationEssentials.UUID
#else
  public import struct Foundation.Data
  public import struct Foundation.Date
  public import struct Foundation.URL
  public import struct Foundation.UUID
#endif

// Values that stand as text in a document, such as defaults. The text is a literal of generated code, which was
// checked when that was made; so what other text means is only said for completeness.

extension Date {
  /// The moment that a date and time tells (RFC 3339, section 5.6); the beginning of 2001 for any other text.
  public init(documented text: StaticString) {
    self = value(of: text) ?? Date(timeIntervalSinceReferenceDate: 0)
  }
}

extension CalendarDate {
  /// The day that a text tells: `2025-01-31`; the first of year 0 for any other text.
  public init(documented text: StaticString) {
    self = CalendarDate(text.description) ?? CalendarDate.first
  }
}

extension UUID {
  /// The UUID that a text of 36 characters tells; the nil UUID for any other text (RFC 9562, section 5.9).
  public init(documented text: StaticString) {
    self = value(of: text) ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  }
}

extension URL {
  /// The URI that a text is (RFC 3986); a file's path for any other text.
  public init(documented text: StaticString) {
    self = value(of: text) ?? URL(filePath: text.description)
  }
}

extension Data {
  /// The bytes that a text in base64 stands for (RFC 4648, section 4); none for any other text.
  public init(documented text: StaticString) {
    self = value(of: text) ?? Data()
  }
}

private func value<Value: JSONCodable>(of text: StaticString) -> Value? {
  try? withJSON(text.description.jsonText) { try Value(from: $0) }
}
