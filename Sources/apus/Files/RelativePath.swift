/// A place below a folder: it can't lead out of it.
struct RelativePath: Hashable {
  /// The folders from the outermost to the innermost; none if the file is right in the folder.
  let folders: [String]
  /// The file's own name.
  let name: String

  /// The path that a text spells with `/` between names; nil if one of them is no proper name.
  init?(_ text: String) {
    var names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy(Self.isName), let name = names.popLast() else { return nil }
    self.name = name
    folders = names
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
  }
}
