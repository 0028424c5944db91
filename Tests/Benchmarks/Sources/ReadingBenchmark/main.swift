import ApusSource
import ApusYAML
import Foundation

/// The argument that makes a process measure one text and no more.
let oneText = "--one"
/// How often each text is read: the fastest reading counts.
let rounds = 5

/// Reads the file at a path.
func load(_ path: String) -> SourceFile? {
  FileManager.default.contents(atPath: path).map {
    SourceFile(name: (path as NSString).lastPathComponent, bytes: Array($0))
  }
}

/// Prints a line at once: a process of its own may print the next one.
func report(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Measures the text at a path in a process of its own, whose peak of memory is then the text's.
func measureApart(_ path: String) throws {
  let process = Process()
  process.executableURL = Bundle.main.executableURL
  process.arguments = [oneText, path]
  try process.run()
  process.waitUntilExit()
  if process.terminationStatus != 0 { report("\(path): reading it failed") }
}

/// Measures texts that are in no file yet.
func measureApart(_ files: some Sequence<SourceFile>) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  for file in files {
    let url = folder.appending(path: file.name)
    try Data(file.bytes).write(to: url)
    try measureApart(url.path)
  }
}

/// A document once, twice and four times over, in the notation that it is written in.
func copies(of file: SourceFile) -> [SourceFile] {
  var diagnostics = Diagnostics()
  guard let node = DocumentReader.read(file, diagnostics: &diagnostics) else { return [] }
  let notation: DocumentWriter.Notation = file.name.hasSuffix(".json") ? .json : .yaml
  return [1, 2, 4].compactMap { Copies.of(node, count: $0, as: notation, name: file.name) }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == oneText {
  for file in Measurement.smallest { _ = Measurement(file, rounds: 1) }
  for file in arguments.dropFirst().compactMap(load) {
    report(Measurement(file, rounds: rounds).line(of: file))
  }
} else {
  report(Measurement.heading)
  for path in arguments {
    try measureApart(path)
    if let file = load(path) { try measureApart(copies(of: file)) }
  }
  try measureApart(BadInput.files)
}
