import ApusCore
import ApusOpenAPI

/// What a part of an operation is called that the operation only refers to, and others may as well.
public struct SharedPart: Hashable, Sendable {
  /// The place of the part: a JSON Pointer, with the name of its file before it.
  public var pointer: String
  /// Its name among the components, in its file, or else the file's.
  public var name: String
  /// The names of what it stands in, the nearest last, for telling it from others of its name.
  public var holders: [String]
}

// What stands outside of operations.
extension Lowering {
  /// Whether a place is outside of the operation that is being looked at, so that others may refer to
  /// it: among the components, or in another file.
  func isShared(_ pointer: String) -> Bool {
    let parts = document.parts(of: pointer)
    return parts.file != operationFile || parts.pointer.hasPrefix("/components/")
  }

  /// What a part of an operation is called if others may refer to it; nil if it stands in the
  /// operation, or in another one.
  func sharedPart(at pointer: String) -> SharedPart? {
    guard isShared(pointer) else { return nil }
    let path = PartPath(to: pointer)
    return (componentNames[pointer] ?? path.name).map {
      SharedPart(pointer: pointer, name: $0, holders: path.holders)
    }
  }

  /// The names of what the document has among its components, by the places that they lead to.
  static func componentNames(in document: Document) -> [String: String] {
    let components = document.components
    let names =
      components.responses.map { ($0.value.pointer, $0.key) }
      + components.requestBodies.map { ($0.value.pointer, $0.key) }
      + components.parameters.map { ($0.value.pointer, $0.key) }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }
}

/// The way to a part of a document or of another file.
struct PartPath {
  /// The file as seen from the document; empty in it.
  var file: String
  /// What leads to the part in its file.
  var tokens: [String]

  init(file: String, tokens: some Sequence<String>) {
    self.file = file
    self.tokens = Array(tokens)
  }

  /// The way that a pointer tells, with the name of another file before it.
  init(to pointer: String) {
    let parts = pointer.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let isInFile = !pointer.hasPrefix("/") && parts.count == 2
    self.init(
      file: isInFile ? String(parts[0]) : "",
      tokens: JSONPointer.tokens(of: isInFile ? parts[1] : pointer[...]) ?? [])
  }

  /// What the part is called; nil if it is only known by an operation that it belongs to.
  var name: String? {
    if tokens.first == "components" { return tokens.count == 3 ? tokens[2] : nil }
    guard !file.isEmpty else { return nil }
    guard let last = tokens.last else { return stem }
    let isOfOperation =
      last == "requestBody" || tokens.dropLast().last == "responses" && StatusKey(last) != nil
    return isOfOperation ? nil : last
  }

  /// What the part stands in, the nearest last.
  var holders: [String] {
    let folders = file.split(separator: "/").dropLast().map(String.init)
    return tokens.isEmpty ? folders : folders + [stem]
  }

  /// The file's name without its ending.
  private var stem: String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
