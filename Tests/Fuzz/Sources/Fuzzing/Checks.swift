import ApusSource
import ApusYAML

/// Reads an input as a document of a name and checks all that comes of it.
public func check(_ bytes: [UInt8], as name: String) {
  let file = SourceFile(name: name, bytes: bytes)
  var diagnostics = Diagnostics()
  let node = DocumentReader.read(file, diagnostics: &diagnostics)
  // Nothing may be dropped in silence.
  precondition(node != nil || diagnostics.hasErrors)
  show(diagnostics)
  guard let node else { return }
  var budget = 10_000
  visit(node, &budget)
  guard budget > 0, !diagnostics.hasErrors else { return }
  checkWriting(of: node)
}

/// Shows diagnostics in every format.
public func show(_ diagnostics: Diagnostics) {
  for format in [DiagnosticFormat.text(colour: true), .json, .github] {
    _ = format.format(diagnostics)
  }
}

/// Asks a node, and those in it, for everything; aliases can make them more than anybody can visit.
private func visit(_ node: Node, _ budget: inout Int) {
  budget -= 1
  guard budget > 0 else { return }
  let range = node.span.range
  precondition(range.lowerBound >= 0 && range.lowerBound <= range.upperBound)
  precondition(range.upperBound <= node.span.file.bytes.count)
  _ = (node.text, node.string, node.number, node.boolean, node.span.start)
  for element in node.elements { visit(element, &budget) }
  for member in node.members {
    precondition(node.member(member.key)?.keySpan == member.keySpan)
    visit(member.value, &budget)
  }
}

/// What is written of a document must read as the same one, in both notations.
private func checkWriting(of node: Node) {
  let json = DocumentWriter.write(node, as: .json)
  for (notation, name) in [(DocumentWriter.Notation.json, "b.json"), (.yaml, "b.yaml")] {
    let bytes = DocumentWriter.write(node, as: notation)
    var diagnostics = Diagnostics()
    let again = DocumentReader.read(
      SourceFile(name: name, bytes: bytes), diagnostics: &diagnostics)
    precondition(!diagnostics.hasErrors)
    precondition(again.map { DocumentWriter.write($0, as: .json) } == json)
  }
}
