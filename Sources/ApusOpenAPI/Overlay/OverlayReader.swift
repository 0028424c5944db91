import ApusSource
import ApusYAML

/// Reads overlays.
struct OverlayReader {
  var diagnostics: Diagnostics
  /// Whether the overlay is one of version 1.1.
  private var isNewer = true

  init(diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
  }

  mutating func overlay(_ node: Node) -> Overlay? {
    guard node.kind == .mapping else {
      diagnostics.error("an overlay is a mapping, not \(node.kind.withArticle)", at: node.span)
      return nil
    }
    guard let version = node.member("overlay") else {
      let isOpenAPI = node.member("openapi") != nil
      let message = isOpenAPI ? "this is an OpenAPI document" : "it has no field 'overlay'"
      diagnostics.error("this is no overlay: \(message)", at: node.span)
      return nil
    }
    guard checkVersion(version.value) else { return nil }
    reportUnknown(
      in: node, known: ["overlay", "info", "extends", "actions"], title: "an Overlay Object")
    checkInfo(of: node)
    return Overlay(
      extends: extends(node), mayChangeScalars: isNewer, actions: actions(node))
  }

  /// Whether the version is one whose overlays can be applied: any 1.x.
  private mutating func checkVersion(_ value: Node) -> Bool {
    let parts = value.text?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count >= 2, parts.first == "1", Int(parts[1]) != nil else {
      diagnostics.error("only overlays of version 1.0 and 1.1 can be read", at: value.span)
      return false
    }
    isNewer = parts[1] != "0"
    if parts[1] != "0", parts[1] != "1" {
      diagnostics.warning("this version is read as 1.1", at: value.span)
    }
    return true
  }

  private mutating func checkInfo(of node: Node) {
    guard let info = node["info"] else {
      return diagnostics.warning("an Overlay Object needs the field 'info'", at: node.span)
    }
    for field in ["title", "version"] where info[field] == nil {
      diagnostics.warning("an overlay's Info Object needs the field '\(field)'", at: info.span)
    }
    // Overlay 1.1 adds the description.
    reportUnknown(
      in: info, known: ["title", "version", "description"], title: "an overlay's Info Object")
  }

  private mutating func extends(_ node: Node) -> (uri: String, span: SourceSpan)? {
    guard let value = node["extends"] else { return nil }
    guard let uri = value.string else {
      diagnostics.warning("'extends' is a text, not \(value.kind.withArticle)", at: value.span)
      return nil
    }
    return (uri, value.span)
  }

  private mutating func actions(_ node: Node) -> [OverlayAction] {
    guard let list = node["actions"] else {
      diagnostics.error("an Overlay Object needs the field 'actions'", at: node.span)
      return []
    }
    guard list.kind == .sequence else {
      let kind = list.kind.withArticle
      diagnostics.error("'actions' is a sequence, not \(kind)", at: list.span)
      return []
    }
    if list.elements.isEmpty { diagnostics.warning("there are no actions", at: list.span) }
    return list.elements.compactMap { action($0) }
  }

  private mutating func action(_ node: Node) -> OverlayAction? {
    guard node.kind == .mapping else {
      let kind = node.kind.withArticle
      diagnostics.error("an Action Object is a mapping, not \(kind)", at: node.span)
      return nil
    }
    reportUnknown(
      in: node, known: ["target", "description", "update", "remove", "copy"],
      title: "an Action Object")
    guard let target = node.member("target") else {
      diagnostics.error("an Action Object needs the field 'target'", at: node.span)
      return nil
    }
    guard let path = path(target.value), let change = change(node) else { return nil }
    return OverlayAction(target: path, change: change)
  }

  private mutating func change(_ node: Node) -> OverlayAction.Change? {
    let update = node.member("update")
    let copy = node.member("copy")
    if let copy, !isNewer {
      diagnostics.warning("'copy' is new in Overlay 1.1", at: copy.keySpan)
    }
    if let remove = node["remove"] {
      guard let removes = remove.boolean else {
        let kind = remove.kind.withArticle
        diagnostics.error("'remove' is true or false, not \(kind)", at: remove.span)
        return nil
      }
      if removes {
        for other in [update, copy].compactMap(\.self) {
          let notes = [Diagnostic.Note("what removes it", at: remove.span)]
          diagnostics.warning(
            "'\(other.key)' has no effect on what is removed", at: other.keySpan, notes: notes)
        }
        return .remove
      }
    }
    switch (update, copy) {
    case (let update?, nil): return .update(update.value)
    case (nil, let copy?): return path(copy.value).map { .copy($0) }
    case (let update?, let copy?):
      let notes = [Diagnostic.Note("the other one", at: update.keySpan)]
      diagnostics.error("an action has either 'update' or 'copy'", at: copy.keySpan, notes: notes)
    case (nil, nil):
      diagnostics.warning("this action changes nothing", at: node["target"]?.span ?? node.span)
    }
    return nil
  }

  private mutating func path(_ node: Node) -> OverlayPath? {
    guard let text = node.string else {
      let kind = node.kind.withArticle
      diagnostics.error("a JSONPath is a text, not \(kind)", at: node.span)
      return nil
    }
    do throws(JSONPathError) {
      return OverlayPath(path: try JSONPath(parsing: text), text: text, span: node.span)
    } catch {
      diagnostics.error(error.message, at: node.span(of: error.range, in: text))
      return nil
    }
  }

  private mutating func reportUnknown(in node: Node, known: [String], title: String) {
    for member in node.members where !known.contains(member.key) && !member.key.hasPrefix("x-") {
      let hint = SpellingSuggestion.hint(for: member.key, among: known)
      diagnostics.warning("\(title) has no field '\(member.key)'\(hint)", at: member.keySpan)
    }
  }
}

extension Node {
  /// Where a part of the node's text is written; the whole node if it is written with escapes or in
  /// several lines.
  fileprivate func span(of range: Range<Int>, in text: String) -> SourceSpan {
    var span = self.span
    let written = span.file.bytes[span.range.lowerBound..<span.range.upperBound]
    let quotes = written.count - text.utf8.count
    guard quotes == 0 || quotes == 2, written.dropFirst(quotes / 2).starts(with: text.utf8) else {
      return span
    }
    let start = span.range.lowerBound + quotes / 2
    span.range = SourceRange(
      lowerBound: start + range.lowerBound, upperBound: start + range.upperBound)
    return span
  }
}
