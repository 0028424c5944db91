extension Format {
  /// `iri`: a URI that may have characters beyond ASCII (RFC 3987, section 2.2).
  public static let iri = Format(
    "iri", expectation: "an IRI such as \"https://example.com/é\"",
    test: .text { $0.resourceIdentifier(.iri) })
}
