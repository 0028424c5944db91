/// Which files a document may refer to, beside those in its own folder and below.
struct FileAccess: Hashable, Sendable {
  /// A local copy of a remote document or, where both end in a slash, of a folder of them.
  struct Mapping: Hashable, Sendable {
    var url: String
    var path: String
  }

  /// Whether files outside of the document's folder may be read.
  var allowsOutside = false
  /// The local copies of remote documents. Nothing is ever fetched.
  var mappings: [Mapping] = []
}

/// Arguments that say which files a document may refer to.
protocol FileAccessArguments: ArgumentList {
  var access: FileAccess { get set }
}

extension FileAccessArguments {
  /// The options that say which files a document may refer to.
  static var accessOptions: [Option<Self>] {
    [
      Option(
        name: "map", valueName: "URL=PATH", form: .pair(.init(hasPath: true)), isRepeatable: true,
        summary: "A copy of a remote document; repeatable"
      ) { (arguments, value) throws(UsageError) in
        let parts = value.split(separator: "=", omittingEmptySubsequences: false)
        // A URL may hold a '='; the last one parts it from the path.
        guard parts.count > 1, let path = parts.last, !path.isEmpty else {
          throw UsageError("'\(value)' is no value for '--map': write URL=PATH")
        }
        let url = String(value.dropLast(path.count + 1))
        guard !url.isEmpty, url.hasSuffix("/") == path.hasSuffix("/") else {
          throw UsageError(
            "'\(value)': '--map' takes two documents, or two folders with a '/' each")
        }
        arguments.access.mappings.append(FileAccess.Mapping(url: url, path: String(path)))
      }.rare,
      .flag("allow-outside", \.access.allowsOutside, "Read files outside of DOCUMENT's folder too")
        .rare,
    ]
  }
}
