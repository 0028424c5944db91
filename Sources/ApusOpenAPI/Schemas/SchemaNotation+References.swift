import ApusCore
import ApusYAML

// References in place of what the standard wants written out. What they lead to is plain.
extension SchemaNotation {
  /// The value of a keyword with what a reference in place of it leads to.
  ///
  /// Schemas stay where they are: in place of each stands a reference to it.
  func replaceReference(_ member: Members.Element, in members: inout Members) {
    let node = node(of: member.value)
    guard let documents, node.members.count == 1 else { return }
    guard let text = node["$ref"]?.string else { return }
    let reference = Reference(text, at: node.span)
    switch documents.lookUp(reference) {
    case .success(let place), .failure(.plain(let place, _)):
      report("the standard allows no reference in place of '\(member.name)'", at: member.value)
      set(member.name, replacement(of: member.value, by: place, text: text), in: &members)
    case .failure(let failure):
      report(failure.message(for: reference), at: member.value, isError: true)
      members.removeAll { $0.name == member.name }
    }
  }

  private func replacement(
    of value: DocumentValue, by place: Place, text: String
  ) -> DocumentValue {
    switch place.node.kind {
    case .mapping:
      let members = place.members.map { name, schema in
        (name: name, value: link(to: name, below: text, from: value, under: schema))
      }
      return replacing(value, by: .members(members))
    case .sequence where place.elements.allSatisfy({ $0.node.kind == .mapping }):
      let elements = place.elements.enumerated().map { index, schema in
        link(to: String(index), below: text, from: value, under: schema)
      }
      return replacing(value, by: .list(elements))
    default:
      return self.value(.node, of: place.node, under: keySpan(of: value), key: value.key)
    }
  }

  /// A schema that refers to a part of what a reference leads to.
  private func link(
    to token: String, below text: String, from value: DocumentValue, under schema: Place
  ) -> DocumentValue {
    let whole = text.contains("#") ? text : text + "#"
    let target = whole + "/" + Reference.percentEncoded(JSONPointer.escape(token))
    let reference = replacing(value, by: .text(target))
    return self.value(
      .members([(name: "$ref", value: reference)]), of: schema.node, under: schema.keySpan)
  }
}
