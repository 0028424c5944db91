import ApusCore
import ApusOpenAPI
import ApusSource

extension WireComparison {
  /// Compares what messages carry, by media type.
  func compareContents(
    _ before: Entries<String, MediaType>, _ after: Entries<String, MediaType>,
    old: some Located, new: some Located, at site: Site
  ) {
    for entry in before {
      guard let other = after.first(where: { Self.areSame($0.key, entry.key) }) else {
        let effect: Effect = site.isRequest ? .narrows : .widens
        note(
          site.isRequest ? .requestBodyMediaTypeRemoved : .responseMediaTypeRemoved,
          effect.breakage(of: site.flow),
          "\(site.words) is not sent as '\(entry.key)' any more",
          old: entry.keySpan, new: new.span(of: "content"))
        continue
      }
      compare(entry.value, other.value, at: site)
    }
    for entry in after where !before.contains(where: { Self.areSame($0.key, entry.key) }) {
      let effect: Effect = site.isRequest ? .widens : .keeps
      note(
        site.isRequest ? .requestBodyMediaTypeAdded : .responseMediaTypeAdded,
        effect.breakage(of: site.flow),
        "\(site.words) may be sent as '\(entry.key)' now",
        old: old.span(of: "content"), new: entry.keySpan)
    }
  }

  /// Whether media types are the same: their case doesn't matter (RFC 9110, section 8.3.1).
  private static func areSame(_ left: String, _ right: String) -> Bool {
    normalised(left) == normalised(right)
  }

  private static func normalised(_ type: String) -> String {
    type.lowercased().filter { $0 != " " }
  }

  private func compare(_ before: MediaType, _ after: MediaType, at site: Site) {
    compare(before.schema, after.schema, at: site)
    compare(before.itemSchema, after.itemSchema, at: site.below("[]"))
    compareEncodings(before.encoding, after.encoding, before, after, at: site)
    for (left, right) in zip(before.prefixEncoding, after.prefixEncoding) {
      compare(left, right, "its parts are", at: site)
    }
    if let left = before.itemEncoding, let right = after.itemEncoding {
      compare(left, right, "its parts are", at: site)
    }
    let examples = { (type: MediaType) in
      type.examples.map { example in example.place.node.span.range }.count
    }
    if examples(before) != examples(after) {
      note(
        .documentationChanged, [], "\(site.words) has other examples",
        old: before.span(of: "examples"), new: after.span(of: "examples"))
    }
  }

  private func compareEncodings(
    _ before: Entries<String, Encoding>, _ after: Entries<String, Encoding>,
    _ old: MediaType, _ new: MediaType, at site: Site
  ) {
    for entry in before {
      guard let other = after[entry.key] else {
        noteEncoding("'\(entry.key)' is", at: site, entry.keySpan, new.span(of: "encoding"))
        continue
      }
      compare(entry.value, other, "'\(entry.key)' is", at: site)
    }
    for entry in after where before[entry.key] == nil {
      noteEncoding("'\(entry.key)' is", at: site, old.span(of: "encoding"), entry.keySpan)
    }
  }

  private func compare(
    _ before: Encoding, _ after: Encoding, _ words: String, at site: Site
  ) {
    let isSame =
      before.contentType == after.contentType && before.style == after.style
      && before.isExploded == after.isExploded && before.allowsReserved == after.allowsReserved
      && before.headers.map(\.key) == after.headers.map(\.key)
    if !isSame { noteEncoding(words, at: site, before.place.nameSpan, after.place.nameSpan) }
  }

  private func noteEncoding(
    _ words: String, at site: Site, _ old: SourceSpan, _ new: SourceSpan
  ) {
    note(
      .encodingChanged, .changes, site, "is written in another way: \(words) encoded differently",
      old: old, new: new)
  }
}
