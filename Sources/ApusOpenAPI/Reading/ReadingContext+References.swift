import ApusSource
import ApusYAML

extension ReadingContext {
  /// The place at the end of a chain of references; nothing, and one report, if there is no end.
  func target(of reference: Reference) -> Place? {
    let key = ReferenceKey(reference)
    if let known = ends[key] { return known }
    var passed: Set<Node.ID> = []
    let end = end(of: reference, passing: &passed)
    // However many references lead into a chain, its links are followed once.
    for link in passed { chainEnds.updateValue(end, forKey: link) }
    ends[key] = end
    return end
  }

  private func end(of reference: Reference, passing passed: inout Set<Node.ID>) -> Place? {
    var next = reference
    while let place = directTarget(of: next) {
      let link = place.node.id
      if let known = chainEnds[link] { return known }
      guard passed.insert(link).inserted else {
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
    switch documents.lookUp(reference) {
    case .success(let place):
      return place
    case .failure(.plain(let place, let advice)):
      warn(advice, at: reference.span)
      return place
    case .failure(let failure):
      fail(failure.message(for: reference), at: reference.span)
      return nil
    }
  }

  /// What may stand beside a reference. A summary or description is taken in every version,
  /// although 3.0 lets tools ignore it: it documents, and changes nothing.
  func referenceSiblings(at place: Place) -> (summary: String?, description: String?) {
    let members = place.node.members
    guard members.count > 1 else { return (nil, nil) }
    for member in members {
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

/// Names a reference: what the same text means depends on the file that it stands in.
struct ReferenceKey: Hashable {
  let file: ObjectIdentifier
  let text: String

  init(_ reference: Reference) {
    file = ObjectIdentifier(reference.span.file)
    text = reference.text
  }
}
