import ApusCore
import ApusModel
import ApusOpenAPI
import ApusSource

extension WireComparison {
  /// Compares what is said of values beside what they are.
  func compareAnnotations(_ old: Meaning, _ new: Meaning, at site: Site) {
    compareContents(old, new, at: site)
    guard !isTrial else { return }
    compareDefaults(old, new, at: site)
    compareDeprecation(old, new, at: site)
    let names = Meaning.documentation.filter { name in
      isTold(name, in: old) || isTold(name, in: new)
    }
    let changed = names.first { old.text(of: $0) != new.text(of: $0) }
    if let changed {
      note(
        .documentationChanged, [], "\(site.words) is documented differently",
        old: old.span(changed), new: new.span(changed))
    }
  }

  private func isTold(_ keyword: String, in meaning: Meaning) -> Bool {
    meaning.parts.parts.contains { part in
      part.rules.contains { type(of: $0.keyword).name == keyword }
    }
  }

  private func compareDefaults(_ old: Meaning, _ new: Meaning, at site: Site) {
    let (before, after) = (
      old.parts.first(Default.self)?.value, new.parts.first(Default.self)?.value
    )
    guard before != after else { return }
    let (rule, message): (ValueRule, String) =
      if let before, let after {
        (.defaultValueChanged, "is \(after) by default now, and was \(before)")
      } else if let after {
        (.defaultValueAdded, "is \(after) by default now")
      } else {
        (.defaultValueRemoved, "is not \(before?.description ?? "") by default any more")
      }
    note(
      rule, .keeps, site, message, old: old.span(Default.name),
      new: new.span(Default.name))
  }

  private func compareDeprecation(_ old: Meaning, _ new: Meaning, at site: Site) {
    let was = old.parts.all(Deprecated.self).contains(where: \.isDeprecated)
    let isNow = new.parts.all(Deprecated.self).contains(where: \.isDeprecated)
    guard was != isNow else { return }
    note(
      isNow ? .deprecated : .reactivated, .keeps, site,
      isNow ? "is deprecated now" : "is not deprecated any more", old: old.span(Deprecated.name),
      new: new.span(Deprecated.name))
  }

  /// Compares what texts hold.
  private func compareContents(_ old: Meaning, _ new: Meaning, at site: Site) {
    let encodings = (
      old.parts.first(ContentEncoding.self)?.encoding,
      new.parts.first(ContentEncoding.self)?.encoding
    )
    if encodings.0 != encodings.1 {
      note(
        .contentEncodingChanged, .changes, site,
        "has the encoding '\(encodings.1 ?? "none")' now, and had '\(encodings.0 ?? "none")'",
        old: old.span(ContentEncoding.name), new: new.span(ContentEncoding.name))
    }
    let types = (
      old.parts.first(ContentMediaType.self)?.mediaType,
      new.parts.first(ContentMediaType.self)?.mediaType
    )
    if types.0 != types.1 {
      note(
        .contentMediaTypeChanged, .changes, site,
        "is of the media type '\(types.1 ?? "none")' now, and was of '\(types.0 ?? "none")'",
        old: old.span(ContentMediaType.name), new: new.span(ContentMediaType.name))
    }
    compareWhole(
      old.parts.all(ContentSchema.self).map(\.schema),
      new.parts.all(ContentSchema.self).map(\.schema), .contentSchema, ContentSchema.name,
      (old, new), at: site)
  }
}

extension Meaning {
  /// The keywords that only people read, or what is made of a document.
  static let documentation = [
    Title.name, Description.name, Example.name, Examples.name, ExternalDocumentation.name,
    Comment.name, XMLForm.name, EnumerationNames.name, EnumerationNamesOfNSwag.name,
    EnumerationDescriptions.name,
  ]

  /// What the document writes as the argument of a keyword, in one form however it is laid out.
  fileprivate func text(of keyword: String) -> [[UInt8]] {
    parts.parts.compactMap { part in
      guard part.rules.contains(where: { type(of: $0.keyword).name == keyword }) else { return nil }
      return document.written(keyword, of: part)
    }
  }
}
