import ApusRuntime
import ApusYAML

// References in place of what the standard wants written out. What they lead to is plain.
extension SchemaNotation {
  /// The value of a keyword with what a reference in place of it leads to.
  ///
  /// Schemas stay where they are: in place of each stands a reference to it.
  func replaceReference(_ member: Members.Element, in members: inout Members) {
    guard let documents, member.value.node.members.count == 1 else { return }
    guard let text = member.value.node["$ref"]?.string else { return }
    let reference = Reference(text, at: member.value.node.span)
    switch documents.lookUp(reference) {
    case .success(let place):
      report("the standard allows no reference in place of '\(member.name)'", at: member.value)
      set(member.name, replacement(of: member.value, by: place, text: text), in: &members)
    case .failure(let failure):
      report(failure.message(for: reference), at: member.value, isError: true)
      members.removeAll { $0.name == member.name }
    }
  }

  private func replacement(of value: SchemaValue, by place: Place, text: String) -> SchemaValue {
    switch place.node.kind {
    case .mapping:
      value.replaced(
        by: place.members.map { name, schema in
          (name, link(to: name, below: text, from: value, under: schema))
        })
    case .sequence where place.elements.allSatisfy({ $0.node.kind == .mapping }):
      value.replaced(
        by: place.elements.enumerated().map { index, schema in
          link(to: String(index), below: text, from: value, under: schema)
        })
    default: SchemaValue(place.node, keySpan: value.keySpan, in: self)
    }
  }

  /// A schema that refers to a part of what a reference leads to.
  private func link(
    to token: String, below text: String, from value: SchemaValue, under schema: Place
  ) -> SchemaValue {
    let whole = text.contains("#") ? text : text + "#"
    let target = whole + "/" + Reference.percentEncoded(JSONPointer.escape(token))
    let reference = value.replaced(by: target)
    return SchemaValue(schema.node, keySpan: schema.keySpan, in: self)
      .replaced(by: [("$ref", reference)])
  }
}
