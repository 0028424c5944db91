extension Format {
  /// `iri-reference`: an IRI, or one relative to another (RFC 3987, section 2.2).
  public static let iriReference = Format(
    "iri-reference", constant: "iriReference", expectation: "an IRI or a relative reference",
    test: .text { $0.resourceReference(.iri) })
}
