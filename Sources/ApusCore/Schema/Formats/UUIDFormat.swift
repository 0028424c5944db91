#if canImport(FoundationEssentials)
  import struct FoundationEssentials.UUID
#else
  import struct Foundation.UUID
#endif

extension Format {
  /// `uuid`: 32 hexadecimal digits in five groups (RFC 9562, section 4).
  public static let uuid = Format(
    "uuid", type: ValueType("UUID", from: "Foundation"), spellings: .ofEitherCase,
    expectation: "a UUID",
    test: .string { UUID(utf8: $0) != nil })
}
