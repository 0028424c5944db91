import ApusCore
import ApusSource
import ApusYAML

/// Puts a document and what it refers to in other files together in one document.
///
/// Schemas and other objects that `components` can keep are kept there, under the names that they
/// have in the document model; all else is written where it is referred to. Schemas give up their
/// URIs and plain names, since every reference becomes a pointer.
struct Bundling {
  let documents: DocumentSet
  /// What is kept under `components`.
  private var components: BundledComponents
  /// Whether references of the document itself stay as they are where they lead into it.
  private let keepsIdentifiers: Bool

  init(_ document: Document, in documents: DocumentSet) {
    self.documents = documents
    components = BundledComponents(of: document, in: documents)
    keepsIdentifiers = !documents.usesIdentifiers
  }

  /// The whole document.
  mutating func composition() -> Composition {
    let root = copy(documents.entry, as: DocumentKind.Slot(.document))
    var added: [(field: String, name: String, value: Composition)] = []
    while let item = components.next() {
      let value = object(item.place, item.kind)
      added.append((item.field, item.name, value))
    }
    return root.adding(components: added, at: documents.entry.span)
  }

  /// What stands at a place, without references to other files.
  private mutating func copy(_ place: Place, as slot: DocumentKind.Slot) -> Composition {
    switch (slot.form, place.node.kind) {
    case (.one, .mapping), (.oneOrList, .mapping): return one(place, slot.kind)
    case (.map, .mapping):
      guard let target = wholeTarget(at: place) else {
        return map(place, slot.kind, isLinked: false)
      }
      return isUntouched(place, target)
        ? Composition(place.node) : map(target, slot.kind, isLinked: true)
    case (.list, .mapping):
      guard let target = wholeTarget(at: place), !isUntouched(place, target) else {
        return Composition(place.node)
      }
      return list(target, slot.kind, isLinked: true)
    case (.list, .sequence), (.oneOrList, .sequence):
      return list(place, slot.kind, isLinked: false)
    default: return Composition(place.node)
    }
  }

  /// What a reference in place of a whole map or list leads to.
  private func wholeTarget(at place: Place) -> Place? {
    guard place.node.members.count == 1, let reference = Reference(at: place) else { return nil }
    return documents.lookUp(reference).meant
  }

  /// Whether a reference in place of a map or list stays as it is.
  private func isUntouched(_ place: Place, _ target: Place) -> Bool {
    let isLocal = Reference(at: place)?.resource.isEmpty ?? false
    return place.isInEntry && target.isInEntry && isLocal && keepsIdentifiers
  }

  /// - Parameter isLinked: Whether it stands elsewhere, so that schemas in it stay there.
  private mutating func map(
    _ place: Place, _ kind: DocumentKind, isLinked: Bool
  ) -> Composition {
    var isChanged = isLinked
    var members: [Composition.Member] = []
    for (key, inner) in place.members {
      let isExtension = kind.allowsExtensionsAmongNames && key.hasPrefix("x-")
      let value =
        isExtension ? Composition(inner.node) : element(inner, kind, isLinked: isLinked)
      if !value.isUnchanged(inner) { isChanged = true }
      members.append(Composition.Member(key: key, at: inner.nameSpan, value: value))
    }
    return isChanged ? Composition(members: members, at: place.span) : Composition(place.node)
  }

  private mutating func list(
    _ place: Place, _ kind: DocumentKind, isLinked: Bool
  ) -> Composition {
    var isChanged = isLinked
    var elements: [Composition] = []
    for inner in place.elements {
      let value = element(inner, kind, isLinked: isLinked)
      if !value.isUnchanged(inner) { isChanged = true }
      elements.append(value)
    }
    return isChanged ? Composition(elements: elements, at: place.span) : Composition(place.node)
  }

  private mutating func element(
    _ place: Place, _ kind: DocumentKind, isLinked: Bool
  ) -> Composition {
    let pointer = place.isInEntry ? place.pointer : components.pointer(to: place)
    guard isLinked, kind == .schema, let pointer else {
      return copy(place, as: DocumentKind.Slot(kind))
    }
    return link(to: pointer, at: place.span)
  }

  private func link(to pointer: String, at span: SourceSpan) -> Composition {
    let text = Composition(text: "#" + Reference.percentEncoded(pointer), at: span)
    return Composition(
      members: [Composition.Member(key: "$ref", at: span, value: text)], at: span)
  }
}

// Objects.
extension Bundling {
  /// An object, or a reference to one.
  private mutating func one(_ place: Place, _ kind: DocumentKind) -> Composition {
    guard let reference = Reference(at: place), kind != .schema else { return object(place, kind) }
    guard let end = documents.end(of: reference) else { return Composition(place.node) }
    if end.isInEntry {
      let isPlain = place.isInEntry && reference.resource.isEmpty
      return isPlain
        ? Composition(place.node) : beside(place, link(to: end.pointer, at: place.span))
    }
    guard let pointer = components.pointer(to: end, as: kind) else {
      return beside(place, object(end, kind))
    }
    return beside(place, link(to: pointer, at: place.span))
  }

  /// What stands for a reference, with the summary and the description beside it.
  private func beside(_ place: Place, _ value: Composition) -> Composition {
    let own = place.members.filter { $0.key == "summary" || $0.key == "description" }
    guard !own.isEmpty else { return value }
    var members = value.members.filter { member in !own.contains { $0.key == member.key } }
    members += own.map { key, inner in
      Composition.Member(key: key, at: inner.nameSpan, value: Composition(inner.node))
    }
    return Composition(members: members, at: value.span)
  }

  /// An object with what is in it.
  private mutating func object(_ place: Place, _ kind: DocumentKind) -> Composition {
    guard place.node.kind == .mapping else { return Composition(place.node) }
    var isChanged = false
    var members: [Composition.Member] = []
    for (key, inner) in place.members {
      guard let value = field(key, inner, of: place, kind) else {
        isChanged = true
        continue
      }
      if !value.isUnchanged(inner) { isChanged = true }
      members.append(Composition.Member(key: key, at: inner.nameSpan, value: value))
    }
    return isChanged ? Composition(members: members, at: place.span) : Composition(place.node)
  }

  /// The value of a field; nothing if it is left out.
  private mutating func field(
    _ key: String, _ value: Place, of object: Place, _ kind: DocumentKind
  ) -> Composition? {
    if kind == .schema {
      switch key {
      case "$ref", "$dynamicRef": return Composition(schemaReference(in: object, at: value))
      case "$id" where !keepsIdentifiers: return nil
      case "$anchor", "$dynamicAnchor":
        if !keepsIdentifiers || !value.isInEntry { return nil }
      default: break
      }
    }
    if kind == .discriminator, key == "mapping" { return mapping(value) }
    if key == "description", let reference = Reference(at: value) {
      guard case .success(let text) = documents.text(of: reference) else {
        return Composition(value.node)
      }
      return Composition(text: text, at: value.span)
    }
    guard let slot = kind.slot(of: key) else { return Composition(value.node) }
    return kind == .components ? kept(value, slot.kind) : copy(value, as: slot)
  }

  /// One of the maps under `components`.
  private mutating func kept(_ place: Place, _ kind: DocumentKind) -> Composition {
    let map = wholeTarget(at: place) ?? place
    var members: [Composition.Member] = []
    for (name, inner) in map.members {
      let object = components.kept(inner, as: kind, called: name, in: documents)
      let copy = copy(object, as: DocumentKind.Slot(kind))
      let value = object.node.id == inner.node.id ? copy : beside(inner, copy)
      members.append(Composition.Member(key: name, at: inner.nameSpan, value: value))
    }
    return Composition(members: members, at: place.span)
  }
}

// References of schemas.
extension Bundling {
  /// A schema's reference as it is written in the bundle.
  private func schemaReference(in schema: Place, at value: Place) -> BundledText {
    guard let text = value.node.string else { return .unchanged(value.node) }
    let reference = Reference(text, at: value.span, in: .place(schema))
    return rewritten(reference).map { .text($0, value.span) } ?? .unchanged(value.node)
  }

  /// The text of a reference that can't stay as it is.
  private func rewritten(_ reference: Reference) -> String? {
    guard let target = documents.lookUp(reference).meant else { return nil }
    let end = documents.endAcrossFiles(from: target)
    if reference.isRemote, Metaschema.isAddress(end.document) { return nil }
    let isInEntry = reference.origin?.document.isEmpty ?? false
    if end.isInEntry, isInEntry, reference.resource.isEmpty, keepsIdentifiers { return nil }
    let pointer = end.isInEntry ? end.pointer : components.pointer(to: end)
    return pointer.map { "#" + Reference.percentEncoded($0) }
  }

  /// The mapping of a discriminator, whose values may be references.
  private func mapping(_ place: Place) -> Composition {
    let members = place.members.map { key, value in
      let isReference = value.node.string?.contains { "#/.".contains($0) } ?? false
      let text = isReference ? schemaReference(in: place, at: value) : .unchanged(value.node)
      return Composition.Member(key: key, at: value.nameSpan, value: Composition(text))
    }
    return Composition(members: members, at: place.span)
  }
}

/// A text of the bundle: as it was read, or another one in its place.
private enum BundledText {
  case unchanged(Node)
  case text(String, SourceSpan)
}

extension Composition {
  /// Whether it is what stands at a place.
  fileprivate func isUnchanged(_ place: Place) -> Bool { unchangedNode?.id == place.node.id }

  fileprivate init(_ text: BundledText) {
    switch text {
    case .unchanged(let node): self.init(node)
    case .text(let text, let span): self.init(text: text, at: span)
    }
  }

  /// A document with objects more under `components`.
  fileprivate func adding(
    components added: [(field: String, name: String, value: Composition)], at span: SourceSpan
  ) -> Composition {
    guard !added.isEmpty else { return self }
    var root = members
    var components = self["components"]?.members ?? []
    for (field, name, value) in added {
      let member = Member(key: name, at: value.span, value: value)
      let position = components.firstIndex { $0.key == field }
      let kept = position.map { components[$0].value.members } ?? []
      let map = Composition(members: kept + [member], at: span)
      if let position {
        components[position].value = map
      } else {
        components.append(Member(key: field, at: span, value: map))
      }
    }
    let whole = Composition(members: components, at: span)
    if let position = root.firstIndex(where: { $0.key == "components" }) {
      root[position].value = whole
    } else {
      root.append(Member(key: "components", at: span, value: whole))
    }
    return Composition(members: root, at: self.span)
  }
}
