import ApusCore
import ApusSource

extension DocumentSet {
  /// The place that a reference names.
  func lookUp(_ reference: Reference) -> Result<Place, ReferenceFailure> {
    root(of: reference).flatMap { look(for: reference, from: $0) }
  }

  private func look(
    for reference: Reference, from root: Place
  ) -> Result<Place, ReferenceFailure> {
    guard let tokens = JSONPointer.tokens(of: reference.fragment) else {
      if let place = anchor(reference.fragment, in: root) { return .success(place) }
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
  /// It leads to a file that isn't given.
  case unavailable(String)
  /// It leads to a file in which nothing can be read.
  case unreadable
  /// It leads to one file too many.
  case tooManyFiles
  /// A text is wanted, and it leads to something else.
  case noText
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
    case .unavailable(let reason):
      return "'\(reference.text)' can't be followed: \(reason)"
    case .unreadable:
      return "'\(reference.text)' leads to a file in which nothing can be read"
    case .tooManyFiles:
      return "'\(reference.text)' leads to one file more than are read"
    case .noText:
      return "'\(reference.text)' leads to no text"
    case .unknownName, .withoutSlash:
      let place = reference.resource.isEmpty ? "in this document" : "there"
      return "nothing \(place) is named '\(reference.text)'"
    case .nothing(let token, let place):
      let names = place.node.members.lazy.map(\.key)
      return "nothing is at '\(reference.text)'\(Suggestion.hint(for: token, among: names))"
    }
  }
}
