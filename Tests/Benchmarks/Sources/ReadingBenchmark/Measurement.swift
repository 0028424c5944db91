import ApusOpenAPI
import ApusSource
import ApusYAML
import Foundation

/// What reading one text takes.
struct Measurement {
  /// Processor seconds of the fastest reading into nodes.
  var nodeSeconds = Double.infinity
  /// Processor seconds of the fastest reading into the document model, nodes included.
  var modelSeconds = Double.infinity
  /// How many nodes there are, keys among them.
  var nodeCount = 0
  var hasErrors = false
  /// By how many bytes the process's peak of memory grew.
  var memory = 0

  /// Texts to read first, one in each notation and with an error in each stage: what reading itself
  /// takes, some four megabytes of code and tables, whatever the text, is then not part of a text's
  /// memory.
  static let smallest = [
    SourceFile(name: "smallest.json", bytes: Array("{\"openapi\": \"3.1.0\", \"a\": }".utf8)),
    SourceFile(
      name: "smallest.yaml",
      bytes: Array(
        """
        openapi: 3.1.0
        info: {title: Smallest, version: "1"}
        paths:
          /:
            get:
              responses:
                "200": {$ref: other.yaml}
        components: {schemas: {A: {type: object, properties: {b: {$ref: "#/A"}}}}}
        """.utf8)),
  ]

  /// Reads a text several times.
  init(_ file: SourceFile, rounds: Int) {
    let before = peakMemory()
    defer { memory = peakMemory() - before }
    for _ in 0..<rounds {
      var diagnostics = Diagnostics()
      let start = clock()
      guard let node = DocumentReader.read(file, diagnostics: &diagnostics) else {
        nodeSeconds = min(nodeSeconds, seconds(since: start))
        hasErrors = true
        continue
      }
      nodeSeconds = min(nodeSeconds, seconds(since: start))
      let document = Document.read(node, diagnostics: &diagnostics)
      modelSeconds = min(modelSeconds, seconds(since: start))
      hasErrors = diagnostics.hasErrors || document == nil
    }
  }

  /// The measurement of a text as a line of a table.
  func line(of file: SourceFile) -> String {
    let rates = [nodeSeconds, modelSeconds].map { seconds in
      let rate = Double(file.bytes.count) / max(seconds, 1e-9) / 1e6
      return seconds.isFinite
        ? String(format: "%9.1f %6.0f", seconds * 1e3, rate) : "        –      –"
    }
    let memory = String(format: "%6.1f", Double(memory) / Double(max(file.bytes.count, 1)))
    let size = String(format: "%10d", file.bytes.count)
    return "\(size) \(rates.joined(separator: " ")) \(memory)  \(file.name)"
      + (hasErrors ? " (with errors)" : "")
  }

  /// The heading of the table: memory is what the process's peak grew by over reading
  /// `smallest`, in times of the text.
  static let heading =
    "     bytes  nodes ms   MB/s  model ms   MB/s memory  text"
}

private func seconds(since start: clock_t) -> Double {
  Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// The most memory that the process has had since it started, in bytes.
private func peakMemory() -> Int {
  #if os(Linux)
    // What `getrusage` tells begins with the process that started this one.
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return number.flatMap { Int($0) }.map { $0 * 1024 } ?? 0
  #else
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Int(usage.ru_maxrss)
  #endif
}
