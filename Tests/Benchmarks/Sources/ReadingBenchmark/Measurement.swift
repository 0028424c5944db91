import ApusSource
import ApusYAML
import Foundation

/// What reading one document takes.
struct Measurement {
  var name: String
  var byteCount: Int
  /// Processor seconds of the fastest reading.
  var seconds: Double
  var nodeCount: Int
  var hasErrors: Bool

  /// Reads a document several times.
  init(_ file: SourceFile, rounds: Int = 7) {
    name = file.name
    byteCount = file.bytes.count
    seconds = .infinity
    nodeCount = 0
    hasErrors = false
    for _ in 0..<rounds {
      var diagnostics = Diagnostics()
      let start = clock()
      let node = DocumentReader.read(file, diagnostics: &diagnostics)
      seconds = min(seconds, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      hasErrors = diagnostics.hasErrors
      nodeCount = node.map { Self.count($0) } ?? 0
    }
  }

  /// The measurement as a line of a table.
  var line: String {
    let rate = Double(byteCount) / max(seconds, 1e-9) / 1e6
    let figures = String(
      format: "%12d %10d %9.2f %7.0f", byteCount, nodeCount, seconds * 1e3, rate)
    return "\(figures)  \(name)\(hasErrors ? " (with errors)" : "")"
  }

  /// The heading of the table.
  static let heading = "       bytes      nodes        ms    MB/s  document"

  private static func count(_ node: Node) -> Int {
    node.elements.reduce(1) { $0 + count($1) }
      + node.members.reduce(0) { $0 + 1 + count($1.value) }
  }
}
