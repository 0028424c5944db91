import ApusSource
import ApusYAML

/// libFuzzer's own entry; the package manager expects one in the program.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main struct FuzzDocuments {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runFuzzer(&count, &arguments, fuzzDocuments)
  }
}

/// Reads an input in every notation and visits all that comes of it.
private func fuzzDocuments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for name in ["a.yaml", "a.json", "a.md", "a"] {
    let file = SourceFile(name: name, bytes: bytes)
    var diagnostics = Diagnostics()
    let node = DocumentReader.read(file, diagnostics: &diagnostics)
    // Nothing may be dropped in silence.
    precondition(node != nil || diagnostics.hasErrors)
    for format in [DiagnosticFormat.text(colour: true), .json, .github] {
      _ = format.format(diagnostics)
    }
    var budget = 10_000
    if let node { visit(node, &budget) }
  }
  return 0
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
