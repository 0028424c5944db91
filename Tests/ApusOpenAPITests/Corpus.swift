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

  /// Gives the files of the corpus, and the copies of remote ones that lie in it.
  var files: FileProvider {
    { [folder] address in
      let local = Self.copies[address] ?? address
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(local)) else {
        return .failure(UnavailableFile(reason: "there is no '\(address)'"))
      }
      return .success(SourceFile(name: local, bytes: [UInt8](data)))
    }
  }

  private static let copies = [
    "https://raw.githubusercontent.com/daveshanley/vacuum/main/model/test_files/"
      + "burgershop.openapi.yaml": "pb33f-mixedref/burgershop.openapi.yaml"
  ]

  /// An entry's file.
  func file(_ entry: Entry) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appendingPathComponent(entry.local))
    return SourceFile(name: entry.local, bytes: [UInt8](data))
  }
}
