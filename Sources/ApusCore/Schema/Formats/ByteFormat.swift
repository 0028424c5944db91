extension Format {
  /// `byte`: bytes in base64 (OpenAPI Format Registry; RFC 4648, section 4).
  public static let byte = Format(
    "byte", type: ValueType("Data", from: "Foundation", holdsMore: true),
    expectation: "bytes in base64",
    test: .text { $0.base64(.standard) })
}
