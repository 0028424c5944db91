import ApusSource
import ApusYAML

extension ReadingContext {
  /// The place at the end of a chain of references; nothing, and a report, if there is no end.
  func target(of reference: Reference) -> Place? {
    var visited: Set<String> = []
    var next = reference
    while let place = directTarget(of: next) {
      guard visited.insert(place.pointer).inserted else {
        fail("this reference leads back to itself", at: reference.span)
        return nil
      }
      guard let further = Reference(at: place) else { return place }
      next = further
    }
    return nil
  }

  /// The place that a reference names.
  private func directTarget(of reference: Reference) -> Place? {
    guard let root = documents.root(for: reference) else {
      reportOutside(reference)
      return nil
    }
    guard let tokens = JSONPointer.tokens(of: reference.fragment) else {
      return targetWithoutSlash(of: reference, in: root)
    }
    guard let place = root.descendant(tokens) else {
      reportUnresolvable(reference, tokens: tokens, in: root)
      return nil
    }
    return place
  }

  /// `#components/schemas/Run` is no JSON Pointer, but plainly meant as one.
  private func targetWithoutSlash(of reference: Reference, in root: Place) -> Place? {
    guard let tokens = JSONPointer.tokens(of: "/" + reference.fragment),
      let place = root.descendant(tokens)
    else {
      fail("nothing in this document is named '\(reference.text)'", at: reference.span)
      return nil
    }
    warn("a JSON Pointer starts with '/': write '#/\(reference.fragment)'", at: reference.span)
    return place
  }

  private func reportOutside(_ reference: Reference) {
    let message =
      reference.isRemote
      ? "'\(reference.text)' refers to a remote document, and none is ever fetched"
      : "'\(reference.text)' refers to another file, and only this document is read"
    fail(message, at: reference.span)
  }

  private func reportUnresolvable(_ reference: Reference, tokens: [String], in root: Place) {
    var place = root
    for token in tokens {
      if let next = place.descendant([token]) {
        place = next
        continue
      }
      let names = place.node.members.lazy.map(\.key)
      let hint = Suggestion.hint(for: token, among: names)
      fail("nothing is at '\(reference.text)'\(hint)", at: reference.span)
      return
    }
  }

  /// What may stand beside a reference. A summary or description is taken in every version,
  /// although 3.0 lets tools ignore it: it documents, and changes nothing.
  func referenceSiblings(at place: Place) -> (summary: String?, description: String?) {
    for member in place.node.members {
      switch member.key {
      case "$ref", "summary", "description": continue
      case let key where key.hasPrefix("x-"): continue
      case let key:
        warn("'\(key)' has no effect beside '$ref'", at: member.keySpan)
      }
    }
    return (place.node["summary"]?.string, place.node["description"]?.string)
  }
}
