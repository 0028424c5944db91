/// Paths of folders, as texts.
enum FolderPath {
  /// The folder that holds a file.
  static func holding(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that is meant from inside a folder. A folder that is a link counts as being where the
  /// link is.
  static func path(_ path: String, in folder: String) -> String {
    if folder == "." || path.hasPrefix("/") { return path }
    var (folder, rest) = (folder, Substring(path))
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    while rest.hasPrefix("../"), let name = folder.split(separator: "/").last, name != ".." {
      rest = rest.dropFirst(3)
      let outer = holding(folder)
      if outer == "." { return String(rest) }
      folder = outer
    }
    return folder.hasSuffix("/") ? folder + rest : "\(folder)/\(rest)"
  }
}
