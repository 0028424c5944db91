import ApusSource
import ApusYAML

/// Merges values into others (Overlay 1.1.0, section 4.4.3).
struct OverlayMerge {
  var diagnostics: Diagnostics

  /// What becomes of a value that an action's target is: a sequence gets the new value, or all
  /// elements of it if it is a sequence, at its end.
  mutating func target(_ old: Composition, with new: Composition) -> Composition {
    guard old.kind == .sequence, new.kind != .sequence else { return merged(old, new) }
    return Composition(elements: old.elements + [new], at: old.span)
  }

  /// Mappings are merged member by member, sequences are appended, and scalars replace scalars.
  private mutating func merged(_ old: Composition, _ new: Composition) -> Composition {
    switch (old.kind, new.kind) {
    case (.mapping, .mapping): return mergedMappings(old, new)
    case (.sequence, .sequence):
      return Composition(elements: old.elements + new.elements, at: old.span)
    case (.null, _): return new
    case (.mapping, .null), (.sequence, .null):
      // A mapping that was written down and left empty, as the standard's own examples have it.
      diagnostics.warning(
        "null leaves \(old.kind.withArticle) as it is; use 'remove' to take it away",
        at: new.span, notes: [Diagnostic.Note("the document's value", at: old.span)])
      return old
    case (.mapping, _), (.sequence, _), (_, .mapping), (_, .sequence):
      diagnostics.error(
        "\(new.kind.withArticle) can't be merged into \(old.kind.withArticle)",
        at: new.span, notes: [Diagnostic.Note("the document's value", at: old.span)])
      return old
    case (.boolean, _), (.number, _), (.string, _): return new
    }
  }

  private mutating func mergedMappings(_ old: Composition, _ new: Composition) -> Composition {
    var members = old.members
    let additions = new.members
    var positions: [[UInt8]: Int] = [:]
    if additions.count > 8, old.unchangedNode == nil {
      for (position, member) in members.enumerated() {
        positions[Array(member.key.utf8)] = position
      }
    }
    for addition in additions {
      let key = addition.key
      if let position = positions.isEmpty ? old.position(of: key) : positions[Array(key.utf8)] {
        members[position].value = merged(members[position].value, addition.value)
      } else {
        members.append(addition)
      }
    }
    return Composition(members: members, at: old.span)
  }
}
