import ApusOpenAPI
import ApusSource
import ApusYAML
import Foundation

/// The documents of vendors, where they lie beside the project; the tests pass without them.
struct Corpus {
  /// One document: its entry file, and whether a standard validator accepts it.
  struct Entry: Decodable {
    let local: String
    let validity: String
    let externalRefs: Int
    let componentSchemas: Int
  }

  let folder: URL
  let entries: [Entry]

  /// The corpus in `shared/corpus` of the nearest folder above this file that has one.
  static let shared: Corpus? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let corpus = folder.appendingPathComponent("shared/corpus")
      let manifest = corpus.appendingPathComponent("manifest.jsonl")
      guard let lines = try? Data(contentsOf: manifest) else { continue }
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let entries = lines.split(separator: UInt8(ascii: "\n")).compactMap {
        try? decoder.decode(Entry.self, from: $0)
      }
      return Corpus(folder: corpus, entries: entries)
    }
    return nil
  }()

  /// An entry's file.
  func file(_ entry: Entry) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appendingPathComponent(entry.local))
    return SourceFile(name: entry.local, bytes: [UInt8](data))
  }
}
