import ApusCore
import ApusSource
import ApusYAML

/// Where a value stands in a document: what is written there, and how to point to it.
public struct Place: Sendable {
  /// The value as it is written.
  public let node: Node
  /// What the place is in.
  private let container: Container
  /// What leads here from there.
  private let step: Step

  /// The last step to a place.
  private enum Step: Hashable {
    /// None: the place is the root.
    case none
    /// The key of a member, by its number.
    case member(UInt32)
    /// The index of an element.
    case element(Int)
  }

  /// A mapping or sequence, for the places in it to share, or the whole document, for its root.
  final class Container: Sendable {
    fileprivate let place: Place?
    /// What the pointers of all places in the document start with.
    fileprivate let start: String

    init(_ place: Place) {
      self.place = place
      start = place.container.start
    }

    fileprivate init(start: String) {
      place = nil
      self.start = start
    }
  }

  /// The root of a document.
  init(root: Node) {
    self.init(node: root, in: Container(start: ""), .none)
  }

  /// The root of another file that the document refers to, named as seen from the document.
  init(root: Node, file: String) {
    let name = file.split(separator: "#", omittingEmptySubsequences: false)
    self.init(node: root, in: Container(start: name.joined(separator: "%23") + "#"), .none)
  }

  private init(node: Node, in container: Container, _ step: Step) {
    self.node = node
    self.container = container
    self.step = step
  }

  /// The place of a member of a mapping.
  init(of member: Member, in container: Container) {
    self.init(node: member.value, in: container, .member(member.keyOrdinal))
  }

  /// The JSON Pointer from the document's root, for instance `/paths/~1runs~1cancel/post`. Where
  /// the place is in another file, that file's name stands before it: `common.yaml#/Run`.
  ///
  /// It is put together at each call, since of few places it is ever asked.
  public var pointer: String {
    if case .none = step { return container.start }
    var pointer: [UInt8] = []
    pointer.reserveCapacity(128)
    append(to: &pointer)
    return String(decoding: pointer, as: UTF8.self)
  }

  private func append(to pointer: inout [UInt8]) {
    container.place?.append(to: &pointer)
    switch step {
    case .none: pointer.append(contentsOf: container.start.utf8)
    case .member(let key):
      pointer.append(UInt8(ascii: "/"))
      node.withText(of: key) { JSONPointer.append($0, to: &pointer) }
    case .element(let index):
      pointer.append(UInt8(ascii: "/"))
      pointer.append(contentsOf: String(index).utf8)
    }
  }

  /// The number of the key that the value is a member under; nothing for an element and the root.
  var key: UInt32? {
    guard case .member(let key) = step else { return nil }
    return key
  }

  /// The key that the value is a member under; nothing for an element and the root.
  var name: String? { key.map { node.text(of: $0) } }

  /// The place of the key that the value is a member under; nothing for an element and the root.
  public var keySpan: SourceSpan? { key.map { node.node($0).span } }

  /// The place of the value.
  public var span: SourceSpan { node.span }
  /// The place that names the value: its key, or the value itself where there is no key.
  public var nameSpan: SourceSpan { keySpan ?? node.span }
  /// The name of the file, as diagnostics show it.
  public var file: String { node.span.file.name }

  /// What the place is in, from the inside out.
  var ancestors: some Sequence<Place> {
    sequence(state: container) { container in
      guard let place = container.place else { return nil }
      container = place.container
      return place
    }
  }

  /// The value of a member.
  func member(_ key: String) -> Place? {
    node.member(key).map { Place(of: $0, in: Container(self)) }
  }

  /// The members of a mapping, in document order.
  var members: some Sequence<(key: String, place: Place)> {
    let container = Container(self)
    return node.members.lazy.map { (key: $0.key, place: Place(of: $0, in: container)) }
  }

  /// The elements of a sequence, in document order.
  var elements: some Sequence<Place> {
    let container = Container(self)
    return node.elements.enumerated().lazy.map { index, element in
      Place(node: element, in: container, .element(index))
    }
  }

  /// What the names and indices lead to from here.
  func descendant(_ tokens: some Sequence<String>) -> Place? {
    var place = self
    for token in tokens {
      guard let next = place.child(token) else { return nil }
      place = next
    }
    return place
  }

  /// The member of that name, or the element of that index.
  func child(_ token: String) -> Place? {
    guard node.kind == .sequence else { return member(token) }
    guard let index = Int(token), index >= 0, token == String(index) else { return nil }
    let elements = node.elements
    guard index < elements.count else { return nil }
    return Place(node: elements[index], in: Container(self), .element(index))
  }
}

extension Place: Hashable {
  /// Whether two places are one. It isn't enough that the same is written there: where aliases stand
  /// for a node, what is in it has several places.
  public static func == (left: Place, right: Place) -> Bool {
    left.isAtSameStep(as: right) && left.container.isSame(as: right.container)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(node.id)
  }

  private func isAtSameStep(as other: Place) -> Bool {
    node.id == other.node.id && step == other.step
  }
}

extension Place.Container {
  /// Whether two containers are at one place.
  fileprivate func isSame(as other: Place.Container) -> Bool {
    var (left, right) = (self, other)
    while left !== right {
      guard let place = left.place, let otherPlace = right.place else {
        return left.place == nil && right.place == nil && left.start == right.start
      }
      guard place.isAtSameStep(as: otherPlace) else { return false }
      (left, right) = (place.container, otherPlace.container)
    }
    return true
  }
}

// Places in other files.
extension Place {
  /// Whether the place is in the document that reading started with.
  var isInEntry: Bool { container.start.isEmpty }

  /// The name of the file as seen from the document that reading started with; empty in it.
  var document: String {
    isInEntry ? "" : Self.parts(of: container.start).document
  }

  /// What a place's pointer consists of: the name of another file, and the JSON Pointer in it.
  static func parts(of pointer: String) -> (document: String, pointer: String) {
    guard let first = pointer.utf8.first, first != UInt8(ascii: "/"),
      let end = pointer.utf8.firstIndex(of: UInt8(ascii: "#"))
    else { return ("", pointer) }
    return (String(pointer[..<end]), String(pointer[pointer.utf8.index(after: end)...]))
  }
}

/// A value of the document model, which knows where it was read.
public protocol Located: Sendable {
  /// Where the value stands. For what is referred to, that is the target, not the reference.
  var place: Place { get }
}

extension Located {
  /// The place in the text.
  public var span: SourceSpan { place.span }
  /// The JSON Pointer from the document's root.
  public var pointer: String { place.pointer }
}
