import ApusRuntime
import ApusSource
import ApusYAML

extension ReadingContext {
  /// The place at the end of a chain of references; nothing, and one report, if there is no end.
  func target(of reference: Reference) -> Place? {
    var passed: Set<String> = []
    let end = end(of: reference, passing: &passed)
    // However many references lead into a chain, its links are followed once.
    for pointer in passed { chainEnds.updateValue(end, forKey: pointer) }
    return end
  }

  private func end(of reference: Reference, passing passed: inout Set<String>) -> Place? {
    var next = reference
    while let place = directTarget(of: next) {
      if let known = chainEnds[place.pointer] { return known }
      guard passed.insert(place.pointer).inserted else {
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
    switch lookUp(reference) {
    case .success(let place):
      return place
    case .failure(.withoutSlash(let place)):
      let pointer = "#/" + reference.fragment
      warn("a JSON Pointer starts with '/': write '\(pointer)'", at: reference.span)
      return place
    case .failure(let failure):
      fail(failure.message(for: reference), at: reference.span)
      return nil
    }
  }

  /// The place that a reference names, without a report if there is none.
  func lookUp(_ reference: Reference) -> Result<Place, ReferenceFailure> {
    guard let root = documents.root(for: reference) else { return .failure(.outside) }
    guard let tokens = JSONPointer.tokens(of: reference.fragment) else {
      let tokens = JSONPointer.tokens(of: "/" + reference.fragment) ?? []
      guard let place = root.descendant(tokens) else { return .failure(.unknownName) }
      return .failure(.withoutSlash(place))
    }
    var place = root
    for token in tokens {
      guard let next = place.descendant([token]) else {
        return .failure(.nothing(at: token, in: place))
      }
      place = next
    }
    return .success(place)
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

/// Why a reference leads to nothing.
enum ReferenceFailure: Error {
  /// It leads out of the documents that are read.
  case outside
  /// It is a name that nothing has.
  case unknownName
  /// It is a pointer without its first slash, plainly meant for this place.
  case withoutSlash(Place)
  /// A place on its way has nothing of that name.
  case nothing(at: String, in: Place)

  func message(for reference: Reference) -> String {
    switch self {
    case .outside where reference.isRemote:
      return "'\(reference.text)' refers to a remote document, and none is ever fetched"
    case .outside:
      return "'\(reference.text)' refers to another file, and only this document is read"
    case .unknownName, .withoutSlash:
      return "nothing in this document is named '\(reference.text)'"
    case .nothing(let token, let place):
      let names = place.node.members.lazy.map(\.key)
      return "nothing is at '\(reference.text)'\(Suggestion.hint(for: token, among: names))"
    }
  }
}
