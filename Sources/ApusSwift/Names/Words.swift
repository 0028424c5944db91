/// The words that a name of a document is made of: `thread_id`, `threadId` and `Thread Id` have the
/// same two.
struct Words: Hashable {
  /// The words in lower case, none of them empty.
  var words: [String]
  /// What the document calls it, if it is a name of the document's as it stands there.
  var original: String?

  /// The words of a name: runs of letters and digits, parted where an upper-case letter begins a
  /// word (`runIDs` has the words run and ids, `HTTPServer` http and server).
  init(of name: String) {
    words = []
    original = name
    for run in name.unicodeScalars.split(whereSeparator: { !Self.isPart($0) }) {
      words += Self.parts(of: Array(run))
    }
  }

  init(_ words: [String]) {
    self.words = words
  }

  /// Whether a scalar is part of a word, and does not stand between words.
  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.isASCIILetter || "0"..."9" ~= scalar }
    return scalar.properties.isXIDContinue && !scalar.isInvisible
  }

  private static func parts(of run: [Unicode.Scalar]) -> [String] {
    var parts: [String] = []
    var start = 0
    for index in run.indices.dropFirst() where startsWord(at: index, in: run) {
      parts.append(lowercased(run[start..<index]))
      start = index
    }
    return parts + [lowercased(run[start...])]
  }

  private static func startsWord(at index: Int, in run: [Unicode.Scalar]) -> Bool {
    guard run[index].isUpperCase else { return false }
    if !run[index - 1].isUpperCase { return true }
    // The last capital of several begins a word, as S in HTTPServer; but the s of IDs and URLs
    // belongs to the capitals before it.
    guard index + 1 < run.count, run[index + 1].isLowerCase else { return false }
    return !(run[index + 1] == "s" && index + 2 == run.count)
  }

  private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    guard scalars.allSatisfy(\.isASCII) else {
      return scalars.map(\.properties.lowercaseMapping).joined()
    }
    return String(
      decoding: scalars.lazy.map { UInt8($0.value | ($0.isUpperCase ? 0x20 : 0)) }, as: UTF8.self)
  }

  /// `threadID`, as properties, functions and cases are named.
  var lowerCamelCase: String {
    guard let first = words.first else { return "" }
    return first + words.dropFirst().map(Self.capitalized).joined()
  }

  /// `ThreadID`, as types are named.
  var upperCamelCase: String {
    words.map(Self.capitalized).joined()
  }

  private static func capitalized(_ word: String) -> String {
    if let acronym = acronyms[word] { return acronym }
    guard let first = word.unicodeScalars.first else { return word }
    let initial = first.isASCII ? String(first).uppercased() : first.properties.titlecaseMapping
    return initial + String(word.unicodeScalars.dropFirst())
  }

  /// Words that Swift writes in capitals unless they begin a name in lower case (Swift API Design
  /// Guidelines, "Follow case conventions").
  private static let acronyms: [String: String] = {
    let singular = [
      "acl", "api", "ascii", "cpu", "css", "csv", "db", "dns", "eof", "gpu", "guid", "html", "http",
      "https", "id", "io", "ip", "json", "jwt", "mime", "ok", "os", "pdf", "png", "ram", "rgb",
      "sdk",
      "sql", "ssh", "ssl", "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "utc", "utf", "uuid",
      "vm", "xml", "yaml",
    ]
    var acronyms: [String: String] = [:]
    for word in singular {
      acronyms[word] = word.uppercased()
      acronyms[word + "s"] = word.uppercased() + "s"
    }
    acronyms["https"] = "HTTPS"
    return acronyms
  }()
}

// Nearly all names are in ASCII, whose characters need no table.
extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }

  fileprivate var isUpperCase: Bool { isASCII ? "A"..."Z" ~= self : properties.isUppercase }

  fileprivate var isLowerCase: Bool { isASCII ? "a"..."z" ~= self : properties.isLowercase }
}
