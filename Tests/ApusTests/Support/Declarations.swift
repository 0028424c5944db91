import ApusSource
import ApusSwift

@testable import apus

/// Generated files, declaration by declaration, as those read them who review a change.
struct Declarations {
  /// The text of each one of the outermost declarations, by its file and first line.
  private(set) var texts: [String: String] = [:]
  /// The keys of all, in order.
  private(set) var order: [String] = []

  /// What is generated for a document.
  init(of document: String, name: String = "d.yaml") {
    var diagnostics = Diagnostics()
    let source = SourceFile(name: name, bytes: Array(document.utf8))
    let files = Pipeline.generate(
      DocumentSources(document: source), settings: Settings(), diagnostics: &diagnostics)
    for file in files {
      add(String(decoding: file.contents, as: UTF8.self), in: file.path)
    }
  }

  private mutating func add(_ text: String, in file: String) {
    var declaration: [Substring] = []
    for paragraph in text.split(separator: "\n\n") {
      let isInside = paragraph.first.map { $0 == " " || $0 == "}" } ?? true
      if !isInside { close(&declaration, in: file) }
      declaration.append(paragraph)
    }
    close(&declaration, in: file)
  }

  private mutating func close(_ paragraphs: inout [Substring], in file: String) {
    defer { paragraphs = [] }
    let lines = paragraphs.joined(separator: "\n\n").split(separator: "\n")
    guard let header = lines.first(where: { !$0.hasPrefix("//") && !$0.hasPrefix("@") }) else {
      return
    }
    let key = "\(file): \(header)"
    order.append(key)
    texts[key, default: ""] += lines.joined(separator: "\n")
  }

  /// The keys of the declarations that both have, and not alike.
  func changes(to other: Declarations) -> [String] {
    order.filter { key in other.texts[key].map { $0 != texts[key] } ?? false }
  }

  /// The keys of the declarations that the other one has not.
  func missing(from other: Declarations) -> [String] {
    order.filter { other.texts[$0] == nil }
  }

  /// The lines of a declaration from the first to the last one that the other has not alike.
  func lines(of key: String, unlike other: Declarations) -> [Substring] {
    var own = (texts[key] ?? "").split(separator: "\n")[...]
    var others = (other.texts[key] ?? "").split(separator: "\n")[...]
    while let first = own.first, first == others.first {
      own = own.dropFirst()
      others = others.dropFirst()
    }
    while let last = own.last, last == others.last {
      own = own.dropLast()
      others = others.dropLast()
    }
    return Array(own)
  }

  /// The names of the outermost types.
  var typeNames: Set<String> {
    var names: Set<String> = []
    for key in order {
      let words = key.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      for (keyword, name) in zip(words, words.dropFirst())
      where ["struct", "enum", "protocol", "typealias"].contains(keyword) {
        names.insert(String(name))
      }
    }
    return names
  }
}
