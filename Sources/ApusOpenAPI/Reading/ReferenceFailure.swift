import ApusRuntime
import ApusSource

extension DocumentSet {
  /// The place that a reference names.
  func lookUp(_ reference: Reference) -> Result<Place, ReferenceFailure> {
    guard let root = root(for: reference) else { return .failure(.outside) }
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
