import ApusCore
import ApusSource

extension DocumentSet {
  /// The place that a reference names.
  func lookUp(_ reference: Reference) -> Result<Place, ReferenceFailure> {
    switch root(of: reference) {
    case .success(let root): return look(for: reference, from: root)
    case .failure(.plain(let root, let advice)):
      return look(for: reference, from: root).flatMap { .failure(.plain($0, advice: advice)) }
    case .failure(let failure): return .failure(failure)
    }
  }

  private func look(
    for reference: Reference, from root: Place
  ) -> Result<Place, ReferenceFailure> {
    guard let tokens = JSONPointer.tokens(of: reference.fragment) else {
      return named(by: reference, from: root)
    }
    let found = descend(tokens, from: root)
    // Whoever writes a pointer from a schema with a URI of its own often means the whole document.
    guard case .failure = found, let file = self.root(named: root.document),
      file.pointer != root.pointer, let place = file.descendant(tokens)
    else { return found }
    let advice =
      "'#' is the schema with an '$id' around it, where nothing is at '\(reference.fragment)': "
      + "the document is taken for it"
    return .failure(.plain(place, advice: advice))
  }

  private func named(
    by reference: Reference, from root: Place
  ) -> Result<Place, ReferenceFailure> {
    let anchors = resource(around: .place(root)).anchors
    if let anchor = anchors[reference.fragment] { return .success(anchor.place) }
    let tokens = JSONPointer.tokens(of: "/" + reference.fragment) ?? []
    guard let place = root.descendant(tokens) else { return .failure(.unknownName) }
    let advice = "a JSON Pointer starts with '/': write '#/\(reference.fragment)'"
    return .failure(.plain(place, advice: advice))
  }

  private func descend(_ tokens: [String], from root: Place) -> Result<Place, ReferenceFailure> {
    var place = root
    for token in tokens {
      guard let next = place.child(token) else {
        return .failure(.nothing(at: token, in: place))
      }
      place = next
    }
    return .success(place)
  }
}

extension Result<Place, ReferenceFailure> {
  /// The place that is meant: the one that is named, or plainly meant although it isn't.
  var meant: Place? {
    switch self {
    case .success(let place), .failure(.plain(let place, _)): place
    case .failure: nil
    }
  }

  /// What to say where something else is written than what is plainly meant.
  var advice: String? {
    if case .failure(.plain(_, let advice)) = self { advice } else { nil }
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
  /// It leads to nothing by the standard, but is plainly meant for a place.
  case plain(Place, advice: String)
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
    case .plain(_, let advice):
      return advice
    case .unknownName:
      let place = reference.resource.isEmpty ? "in this document" : "there"
      return "nothing \(place) is named '\(reference.text)'"
    case .nothing(let token, let place):
      let names = place.node.members.lazy.map(\.key)
      return "nothing is at '\(reference.text)'\(SpellingSuggestion.hint(for: token, among: names))"
    }
  }
}
