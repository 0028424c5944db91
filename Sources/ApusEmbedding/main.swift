import Foundation

// ApusEmbedding OUTPUT SOURCE…: writes a Swift file that holds the source files.
let paths = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
guard let output = paths.first else {
  FileHandle.standardError.write(Data("usage: ApusEmbedding OUTPUT SOURCE…\n".utf8))
  exit(2)
}

do {
  let sources = try paths.dropFirst().map { path in
    EmbeddedSource(at: path, source: try String(contentsOf: path, encoding: .utf8))
  }.filter { $0.text.contains("{") || $0.text.contains("typealias") }
  let files = sources.map { source in
    "    (\"\(source.name)\", \(source.literal(indentation: "      "))),\n"
  }
  let types = Set(sources.flatMap(\.types)).sorted().map { "    \"\($0)\",\n" }
  let text = """
    /// The runtime's sources, for modules that hold them themselves.
    enum EmbeddedRuntime {
      /// The names of the files, and what is in them.
      static let files: [(name: StaticString, text: StaticString)] = [
    \(files.joined())  ]

      /// The names of the types at the top level.
      static let types: Set<String> = [
    \(types.joined())  ]
    }

    """
  try Data(text.utf8).write(to: output)
} catch {
  FileHandle.standardError.write(Data("error: \(error.localizedDescription)\n".utf8))
  exit(1)
}
