import ApusSource
import ApusYAML

/// The documents that references may lead to: so far the one that is read.
struct DocumentSet: Sendable {
  /// The document that reading started with.
  let entry: Place
  /// The URI that the document gives itself (`$self`, OpenAPI 3.2).
  let selfURI: String?

  init(entry root: Node) {
    entry = Place(root: root)
    selfURI = root["$self"]?.string
  }

  /// The root of the document that a reference names.
  func root(for reference: Reference) -> Place? {
    let resource = reference.resource
    let isOwn = resource.isEmpty || resource == selfURI || ownNames.contains(resource)
    return isOwn ? entry : nil
  }

  /// How the document may call itself: by its file's name, with or without `./`.
  private var ownNames: [String] {
    let name = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
    return [name, "./" + name]
  }
}
