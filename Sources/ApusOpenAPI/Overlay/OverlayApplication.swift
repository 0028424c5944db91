import ApusSource
import ApusYAML

/// Carries out overlays' actions, one after another.
struct OverlayApplication {
  private let document: Node
  private var root: Composition
  private var extent: Composition.Extent
  /// How many more values actions may add. Copies of copies would else fill the memory soon.
  private var budget = 1_000_000
  /// Whether an action asked for more than may be done, so that no other one is carried out.
  private var isExhausted = false
  private(set) var diagnostics: Diagnostics

  init(document: Node, diagnostics: Diagnostics) {
    self.document = document
    root = Composition(document)
    extent = root.extent
    self.diagnostics = diagnostics
  }

  /// The document as it is now.
  var result: Node { root.node(over: document) }

  mutating func apply(_ overlay: Overlay) {
    if let extends = overlay.extends { check(extends) }
    for action in overlay.actions where !isExhausted {
      guard let locations = find(action.target) else { continue }
      guard !locations.isEmpty else {
        diagnostics.warning(
          "this matches nothing\(reason(for: action.target))", at: action.target.span)
        continue
      }
      if !overlay.mayChangeScalars { checkKinds(locations, of: action.target) }
      carryOut(action, at: EditTree(locations.map(\.location)), locations)
    }
  }

  /// Warns if an overlay was made for another document.
  private mutating func check(_ extends: (uri: String, span: SourceSpan)) {
    let file = document.span.file.name
    func name(_ path: String) -> Substring? { path.split(separator: "/").last }
    guard name(extends.uri) != name(file), extends.uri != document["$self"]?.string else { return }
    diagnostics.warning("this overlay is for another document than '\(file)'", at: extends.span)
  }

  /// Warns if a path leads to what only newer overlays may change.
  private mutating func checkKinds(
    _ matches: [JSONPathEvaluation.Match], of target: OverlayPath
  ) {
    guard
      let scalar = matches.first(where: {
        $0.value.kind != .mapping && $0.value.kind != .sequence
      })
    else { return }
    let notes = [Diagnostic.Note("the value", at: scalar.value.span)]
    diagnostics.warning(
      "to change what is neither a mapping nor a sequence is new in Overlay 1.1", at: target.span,
      notes: notes)
  }

  private mutating func find(_ path: OverlayPath) -> [JSONPathEvaluation.Match]? {
    var evaluation = JSONPathEvaluation(root: root)
    do throws(JSONPathEvaluation.TooMuchWork) {
      return try evaluation.matches(of: path.path)
    } catch {
      isExhausted = true
      diagnostics.error("this looks at too many values", at: path.span)
      return nil
    }
  }

  /// Which name of those that start a path is not there, if that is why it matches nothing.
  private func reason(for target: OverlayPath) -> String {
    var value = root
    for segment in target.path.segments {
      guard segment.isSingular, case .name(let name) = segment.selectors.first else { return "" }
      guard let next = value[name] else {
        let hint = SpellingSuggestion.hint(for: name, among: value.members.map(\.key))
        return ": there is no '\(name)'\(hint)"
      }
      value = next
    }
    return ""
  }

  private mutating func carryOut(
    _ action: OverlayAction, at edits: EditTree, _ matches: [JSONPathEvaluation.Match]
  ) {
    switch action.change {
    case .remove: remove(edits, action.target)
    case .update(let node): merge(Composition(node), edits, matches, action.target)
    case .copy(let source):
      guard let sources = find(source) else { return }
      guard sources.count == 1, let match = sources.first else {
        let count = sources.isEmpty ? "nothing" : "\(sources.count) values"
        return diagnostics.error("'copy' needs one value; this matches \(count)", at: source.span)
      }
      merge(match.value, edits, matches, action.target)
    }
  }

  private mutating func remove(_ edits: EditTree, _ target: OverlayPath) {
    guard let rest = edits.apply(to: root, { _ in nil }) else {
      return diagnostics.error("the whole document can't be removed", at: target.span)
    }
    root = rest
  }

  private mutating func merge(
    _ value: Composition, _ edits: EditTree, _ matches: [JSONPathEvaluation.Match],
    _ target: OverlayPath
  ) {
    let added = value.extent
    let (nodes, overflows) = added.nodeCount.multipliedReportingOverflow(by: matches.count)
    let depth = matches.lazy.map(\.location.count).max() ?? 0
    let enlarged = Composition.Extent(
      depth: max(extent.depth, depth + added.depth),
      nodeCount: extent.nodeCount + (overflows ? 0 : nodes))
    guard !overflows, nodes <= budget, !enlarged.isTooLarge else {
      isExhausted = true
      return diagnostics.error("this makes the document too large", at: target.span)
    }
    budget -= nodes
    extent = enlarged
    var merge = OverlayMerge(diagnostics: diagnostics)
    root = edits.apply(to: root) { merge.target($0, with: value) } ?? root
    diagnostics = merge.diagnostics
  }
}
