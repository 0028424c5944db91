import ApusCore
import ApusSource
import ApusYAML

/// Where a value stands in a document: what is written there, and how to point to it.
public struct Place: Sendable {
  /// The value as it is written.
  public let node: Node
  /// The JSON Pointer from the document's root, for instance `/paths/~1runs~1cancel/post`. Where
  /// the place is in another file, that file's name stands before it: `common.yaml#/Run`.
  public let pointer: String
  /// The place of the key that the value is a member under; nothing for an element and the root.
  public let keySpan: SourceSpan?

  /// The root of a document.
  init(root: Node) {
    self.init(node: root, pointer: "", keySpan: nil)
  }

  /// The root of another file that the document refers to, named as seen from the document.
  init(root: Node, file: String) {
    let name = file.split(separator: "#", omittingEmptySubsequences: false)
    self.init(node: root, pointer: name.joined(separator: "%23") + "#", keySpan: nil)
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

// Places in other files.
extension Place {
  /// Whether the place is in the document that reading started with.
  var isInEntry: Bool {
    pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/")
  }

  /// The name of the file as seen from the document that reading started with; empty in it.
  var document: String { Self.parts(of: pointer).document }

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
