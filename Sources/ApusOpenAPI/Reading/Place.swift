import ApusRuntime
import ApusSource
import ApusYAML

/// Where a value stands in a document: what is written there, and how to point to it.
public struct Place: Sendable {
  /// The value as it is written.
  public let node: Node
  /// The JSON Pointer from the document's root, for instance `/paths/~1runs~1cancel/post`.
  public let pointer: String
  /// The place of the key that the value is a member under; nothing for an element and the root.
  public let keySpan: SourceSpan?

  /// The root of a document.
  init(root: Node) {
    self.init(node: root, pointer: "", keySpan: nil)
  }

  init(node: Node, pointer: String, keySpan: SourceSpan?) {
    self.node = node
    self.pointer = pointer
    self.keySpan = keySpan
  }

  /// The place of the value.
  public var span: SourceSpan { node.span }
  /// The place that names the value: its key, or the value itself where there is no key.
  public var nameSpan: SourceSpan { keySpan ?? node.span }
  /// The name of the file, as diagnostics show it.
  public var file: String { node.span.file.name }

  /// The value of a member.
  func member(_ key: String) -> Place? {
    node.member(key).map(place(of:))
  }

  /// The members of a mapping, in document order.
  var members: some Sequence<(key: String, place: Place)> {
    node.members.lazy.map { (key: $0.key, place: place(of: $0)) }
  }

  /// The elements of a sequence, in document order.
  var elements: some Sequence<Place> {
    node.elements.enumerated().lazy.map { index, element in
      Place(node: element, pointer: JSONPointer.appending(index, to: pointer), keySpan: nil)
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
  private func child(_ token: String) -> Place? {
    guard node.kind == .sequence else { return member(token) }
    guard let index = Int(token), index >= 0, token == String(index) else { return nil }
    guard let element = node.elements.dropFirst(index).first else { return nil }
    return Place(node: element, pointer: JSONPointer.appending(index, to: pointer), keySpan: nil)
  }

  private func place(of member: Member) -> Place {
    Place(
      node: member.value,
      pointer: JSONPointer.appending(member.key, to: pointer),
      keySpan: member.keySpan
    )
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
