import ApusCore
import ApusOpenAPI
import ApusSource

/// What has header fields of its own: a response, or a part of a message.
protocol WithHeaders: Located {
  var headers: Entries<String, Header> { get }
}

extension DocumentedResponse: WithHeaders {}
extension Encoding: WithHeaders {}

extension WireComparison {
  /// Compares the header fields of something.
  /// - Parameter site: What it is that has them, with what the names of rules start with.
  func compareHeaders(_ before: some WithHeaders, _ after: some WithHeaders, at site: Site) {
    for entry in before.headers {
      if let other = after.headers.named(entry.key) {
        compare(entry.value, other, at: site.header(entry.key))
      } else {
        noteRemoved(entry, from: after, at: site.header(entry.key))
      }
    }
    for entry in after.headers where before.headers.named(entry.key) == nil {
      noteAdded(entry, to: before, at: site.header(entry.key))
    }
  }

  private func noteRemoved(
    _ entry: Entry<String, Header>, from after: some WithHeaders, at site: Site
  ) {
    let isRequired = entry.value.isRequired
    let message = "is gone; it was \(isRequired ? "required" : "optional")"
    let (old, new) = (entry.keySpan, after.span(of: "headers"))
    if site.isRequest {
      note(.removed, isRequired ? .changes : .narrows, site, message, old: old, new: new)
    } else {
      note(
        isRequired ? .requiredResponseHeaderRemoved : .optionalResponseHeaderRemoved,
        isRequired ? .widens : .keeps, site, message, old: old, new: new)
    }
  }

  private func noteAdded(
    _ entry: Entry<String, Header>, to before: some WithHeaders, at site: Site
  ) {
    let isRequired = entry.value.isRequired
    let rule: MessageRule =
      !site.isRequest
      ? .responseHeaderAdded : isRequired ? .newRequiredRequestHeader : .newOptionalRequestHeader
    note(
      rule, isRequired ? .narrows : .keeps, site,
      "is new, and \(isRequired ? "required" : "optional")", old: before.span(of: "headers"),
      new: entry.keySpan)
  }

  private func compare(_ before: Header, _ after: Header, at site: Site) {
    if before.isRequired != after.isRequired {
      note(
        after.isRequired ? .becameRequired : .becameOptional,
        after.isRequired ? .narrows : .widens, site,
        after.isRequired ? "is required now" : "is not required any more",
        old: before.span(of: "required"), new: after.span(of: "required"))
    }
    if before.isDeprecated != after.isDeprecated {
      note(
        after.isDeprecated ? .deprecated : .reactivated, .keeps, site,
        after.isDeprecated ? "is deprecated now" : "is not deprecated any more",
        old: before.span(of: "deprecated"), new: after.span(of: "deprecated"))
    }
    if before.description != after.description {
      note(
        .documentationChanged, [], "\(site.words) is documented differently",
        old: before.span(of: "description"), new: after.span(of: "description"))
    }
    compareExamples(before.examples, after.examples, old: before, new: after, at: site)
    compareForms(before.value, after.value, old: before, new: after, at: site)
  }
}

extension Site {
  /// The site of a header field of what this one is.
  fileprivate func header(_ name: String) -> Site {
    Site(prefix: prefix, flow: flow, root: "the header '\(name)' of \(words)")
  }
}

extension [Entry<String, Header>] {
  /// The header field of a name, in which case doesn't matter (RFC 9110, section 5.1).
  fileprivate func named(_ name: String) -> Header? {
    first { $0.key.lowercased() == name.lowercased() }?.value
  }
}
