import ApusCore
import ApusOpenAPI
import ApusSource

/// What says how the parts of a message, or those of a part, are written.
private protocol Encoded: Located {
  var encoding: Entries<String, Encoding> { get }
  var prefixEncoding: [Encoding] { get }
  var itemEncodings: [Encoding] { get }
}

extension MediaType: Encoded {
  fileprivate var itemEncodings: [Encoding] { itemEncoding.map { [$0] } ?? [] }
}

extension Encoding: Encoded {
  fileprivate var itemEncodings: [Encoding] { itemEncoding }
}

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
    compareEncodings(before, after, at: site)
    compareExamples(before.examples, after.examples, old: before, new: after, at: site)
  }
}

// Examples.
extension WireComparison {
  /// Compares the examples of values.
  func compareExamples(
    _ before: [some Located], _ after: [some Located], old: some Located, new: some Located,
    at site: Site
  ) {
    guard before.map(\.written) != after.map(\.written) else { return }
    note(
      .documentationChanged, [], "\(site.words) has other examples",
      old: before.first?.place.nameSpan ?? old.span(of: "examples"),
      new: after.first?.place.nameSpan ?? new.span(of: "examples"))
  }
}

// How the parts of messages are written.
extension WireComparison {
  private func compareEncodings(_ before: some Encoded, _ after: some Encoded, at site: Site) {
    for entry in before.encoding {
      guard let other = after.encoding[entry.key] else {
        noteEncoding("'\(entry.key)' is", at: site, entry.keySpan, after.span(of: "encoding"))
        continue
      }
      compare(entry.value, other, "'\(entry.key)'", isOne: true, at: site)
    }
    for entry in after.encoding where before.encoding[entry.key] == nil {
      noteEncoding("'\(entry.key)' is", at: site, before.span(of: "encoding"), entry.keySpan)
    }
    compareUnnamed(
      before.prefixEncoding, after.prefixEncoding, "its first parts", "prefixEncoding",
      (before, after), at: site)
    compareUnnamed(
      before.itemEncodings, after.itemEncodings, "its parts", "itemEncoding",
      (before, after), at: site)
  }

  private func compareUnnamed(
    _ before: [Encoding], _ after: [Encoding], _ words: String, _ field: String,
    _ owners: (old: some Encoded, new: some Encoded), at site: Site
  ) {
    for (left, right) in zip(before, after) {
      compare(left, right, words, isOne: false, at: site)
    }
    guard before.count != after.count else { return }
    let count = min(before.count, after.count)
    noteEncoding(
      "\(words) are", at: site,
      before.dropFirst(count).first?.place.nameSpan ?? owners.old.span(of: field),
      after.dropFirst(count).first?.place.nameSpan ?? owners.new.span(of: field))
  }

  private func compare(
    _ before: Encoding, _ after: Encoding, _ words: String, isOne: Bool, at site: Site
  ) {
    let isSame =
      before.contentType == after.contentType && before.style == after.style
      && before.isExploded == after.isExploded && before.allowsReserved == after.allowsReserved
    if !isSame {
      noteEncoding(
        "\(words) \(isOne ? "is" : "are")", at: site, before.place.nameSpan, after.place.nameSpan)
    }
    let part = Site(
      prefix: site.isRequest ? "request-header" : "response-header", flow: site.flow,
      root: "\(isOne ? "the part \(words)" : words) of \(site.words)")
    compareHeaders(before, after, at: part)
    compareEncodings(before, after, at: site)
  }

  private func noteEncoding(
    _ words: String, at site: Site, _ old: SourceSpan, _ new: SourceSpan
  ) {
    note(
      .encodingChanged, .changes, site, "is written in another way: \(words) encoded differently",
      old: old, new: new)
  }
}
